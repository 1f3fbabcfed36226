/** Says in plain words what the schema found. */
import type { BaseIssue } from 'valibot';

/** `["chapters", 2, "to"]` as people count: chapters › 3 › to. */
export function readablePath(path: readonly (string | number)[]): string {
  return path.length ? path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' › ') : 'The file';
}

const KINDS: Record<string, string> = {
  string: 'a text between quotation marks',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list between [ and ]',
  Object: 'a group between { and }',
};

const named = (type: string) => KINDS[type] ?? type;

export function describeIssue(issue: BaseIssue<unknown>): string {
  const { type, expected, received, message } = issue;
  const name = issue.path?.at(-1)?.key;
  if (type === 'strict_object' && expected === 'never') return `"${String(name)}" has no meaning here`;
  if (type === 'strict_tuple' && expected === 'never') return 'there is one too many in this list';
  if (received === 'undefined') return `"${String(name)}" is missing`;
  if (type === 'union') return message;
  if (issue.kind === 'schema' && expected) return `it must be ${named(expected)}, and is ${named(received)}`;
  if (type === 'max_length') return `this is too long: ${expected?.replace('<=', 'at most ')} are possible`;
  if (type === 'min_length') return 'this list is empty';
  if (type === 'min_value' || type === 'max_value') return `it must be ${expected}, and is ${received}`;
  if (type === 'integer') return 'it must be a whole number';
  if (type === 'regex' && message.startsWith('Invalid format')) return `${received} is not in the right form`;
  return `${message} (here: ${received})`;
}
