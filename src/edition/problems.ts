/** Problems of an edition: how one is made, and how a list of them is shown to the people who must mend them. */
import { problemTable } from './problem-table';

export type ProblemCode = keyof typeof problemTable;
type Severity = 'error' | 'warning';

/** Where something stands: `line` and `column` count from one, `file` is relative to the root of the edition. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}

/** The words between braces in the texts of a problem, so that the compiler asks for each of them. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${'"' | '#'}${string}` ? never : Name) | Names<Rest>
  : never;
type Table = typeof problemTable;
type Details<Code extends ProblemCode> = Names<Table[Code]['message'] | Table[Code]['help']>;
type Rest<Code extends ProblemCode> = [Details<Code>] extends [never]
  ? []
  : [details: Readonly<Record<Details<Code>, string | number>>];

/** Of a word without end, as a file may hold, a message repeats how it begins. */
const repeated = (value: string | number | undefined) => String(value).replace(/(\S{150})\S+/gu, '$1…');

export const PROBLEM_CODES = Object.keys(problemTable) as ProblemCode[];

export function problem<Code extends ProblemCode>(code: Code, at: Place, ...[details]: Rest<Code>): Problem {
  const { severity, message, help } = problemTable[code];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (braces, name: string) => {
      const values: Readonly<Record<string, string | number>> = details ?? {};
      return name in values ? repeated(values[name]) : braces;
    });
  const column = at.column === undefined ? {} : { column: at.column };
  return { code, severity, file: at.file, line: at.line, ...column, message: fill(message), help: fill(help) };
}

export const isError = (one: Problem) => one.severity === 'error';

/** By file, then by line, so that a maker goes through each file once, from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0) || compare(a.code, b.code),
  );
}

/** One problem on its own, in the form that terminals and editors turn into a link. */
export function formatProblem(one: Problem): string {
  const place = one.column === undefined ? `${one.file}:${one.line}` : `${one.file}:${one.line}:${one.column}`;
  return `${place}: ${one.severity}: ${one.message} ${one.help} [${one.code}]`;
}

/** All problems by file, with the counts at the end. */
export function formatProblems(problems: readonly Problem[]): string {
  const lines: string[] = [];
  let file = '';
  for (const one of sortProblems(problems)) {
    if (one.file !== file) lines.push(...(file ? [''] : []), one.file);
    file = one.file;
    lines.push(`  ${`${one.line}`.padStart(4)}  ${one.severity}: ${one.message}`, `        ${one.help} [${one.code}]`);
  }
  const errors = problems.filter(isError).length;
  const count = (many: number, word: string) => `${many} ${word}${many === 1 ? '' : 's'}`;
  if (lines.length) lines.push('');
  lines.push(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}.`);
  return lines.join('\n');
}
