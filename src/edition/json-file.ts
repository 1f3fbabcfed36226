/** Reads a JSON file of an edition against its schema, and knows on which line each value stands. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { problem, type Place, type Problem } from './problems';
import { describeIssue, readablePath } from './shape-issue';
import type { TextFile } from './text-file';

export type JsonPath = readonly (string | number)[];

export interface JsonFile<T> {
  readonly file: string;
  readonly value: T;
  /** Where the value at a path stands; for a name of an object, the line of that name. */
  readonly at: (...path: JsonPath) => Place;
}

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/**
 * The value, checked. Where only a rule is broken (a wrong sign in an id, a text that is too long) and the shape is right, the value
 * comes along with the problems, so that everything else can be checked in the same go.
 */
export function readJson<const S extends AnySchema>(
  source: TextFile,
  schema: S,
  problems: Problem[],
): JsonFile<v.InferOutput<S>> | undefined {
  const { file, text } = source;
  const place = placesIn(file, text);
  const faults: ParseError[] = [];
  let tree: Node | undefined;
  let value: unknown;
  try {
    tree = parseTree(text, faults, { disallowComments: true, allowTrailingComma: false });
    if (tree) value = toValue(tree, place, problems);
  } catch {
    // Thousands of nested brackets: the parser has no more room.
    problems.push(problem('json-syntax', { file, line: 1 }, { what: 'The brackets in this file are nested too deep' }));
    return undefined;
  }
  const fault = faults[0];
  if (fault || !tree) {
    const what = fault ? describeFault(fault) : 'This file is empty';
    problems.push(problem('json-syntax', place(fault?.offset ?? 0), { what }));
    return undefined;
  }
  const root = tree;
  const at = (...path: JsonPath) => place(nearest(root, path).offset);
  const [result, issues] = validate(schema, value);
  for (const issue of issues) {
    const path = pathOf(issue);
    const where = readablePath(path);
    if (issue.type === 'check') problems.push(problem('markup', at(...path), { path: where }));
    else problems.push(problem('shape', at(...path), { path: where, what: describeIssue(issue) }));
  }
  return result.typed ? { file, value: result.output, at } : undefined;
}

const pathOf = (issue: v.BaseIssue<unknown>): JsonPath =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** The schema stops at the first name that it does not know. Without that name it goes on, so that all of them are told at once. */
function validate<const S extends AnySchema>(
  schema: S,
  value: unknown,
): [v.SafeParseResult<S>, v.BaseIssue<unknown>[]] {
  const unknownNames: v.BaseIssue<unknown>[] = [];
  for (;;) {
    const result = v.safeParse(schema, value);
    const issues: readonly v.BaseIssue<unknown>[] = result.issues ?? [];
    const strange = issues.filter((issue) => issue.type === 'strict_object' && issue.expected === 'never');
    if (!strange.length) return [result, [...issues, ...unknownNames]];
    for (const issue of strange) {
      const step = issue.path?.at(-1);
      if (step) Reflect.deleteProperty(step.input as object, String(step.key));
    }
    unknownNames.push(...strange);
  }
}

/** The node at a path, or, where something is missing, the one around it. Names of objects count as the place of their value. */
function nearest(root: Node, path: JsonPath): Node {
  let node = root;
  let place = root;
  for (const step of path) {
    const child =
      typeof step === 'number'
        ? node.children?.[step]
        : node.children?.find((property) => property.type === 'property' && property.children?.[0]?.value === step);
    if (!child) return place;
    place = child;
    node = child.type === 'property' ? (child.children?.[1] ?? child) : child;
  }
  return place;
}

/** Built here and not by the parser: a name that stands twice would be lost, and `__proto__` must never reach an object. */
function toValue(node: Node, place: (offset: number) => Place, problems: Problem[]): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => toValue(child, place, problems));
  if (node.type !== 'object') return node.value;
  const value: Record<string, unknown> = {};
  const lines = new Map<string, number>();
  for (const { offset, children } of node.children ?? []) {
    const key = String(children?.[0]?.value);
    const here = place(offset);
    const first = lines.get(key);
    if (['__proto__', 'constructor', 'prototype'].includes(key))
      problems.push(problem('json-forbidden-key', here, { key }));
    else if (first !== undefined) problems.push(problem('json-duplicate-key', here, { key, first }));
    else if (children?.[1]) value[key] = toValue(children[1], place, problems);
    lines.set(key, first ?? here.line);
  }
  return value;
}

function describeFault(fault: ParseError): string {
  const name = printParseErrorCode(fault.error);
  const known: Record<string, string> = {
    InvalidCommentToken: 'JSON has no comments',
    ColonExpected: 'A colon is missing',
    CommaExpected: 'A comma is missing',
    CloseBraceExpected: 'A closing } is missing',
    CloseBracketExpected: 'A closing ] is missing',
    UnexpectedEndOfString: 'A text has no closing quotation mark',
    PropertyNameExpected: 'A name between quotation marks is missing here, or the comma before it is one too many',
    ValueExpected: 'A value is missing here, or the comma before it is one too many',
    EndOfFileExpected: 'There is something after the end',
  };
  return known[name] ?? `This cannot be read as JSON (${name})`;
}

function placesIn(file: string, text: string): (offset: number) => Place {
  const starts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
