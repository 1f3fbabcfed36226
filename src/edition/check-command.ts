/** `npm run edition:check`: all problems of an edition, for people, or with `--json` for programs. */
import { formatProblems, isError } from './problems';
import { readEdition } from './read-edition';

/** The exit code: 1 when something must be mended. `EDITION_ROOT` and `EDITION` choose what is read, as they do for the build. */
export function run(args: readonly string[] = []): number {
  const root = process.env['EDITION_ROOT'] || process.cwd();
  const { problems } = readEdition({ root, edition: process.env['EDITION'] || undefined });
  process.stdout.write(`${args.includes('--json') ? JSON.stringify(problems, null, 2) : formatProblems(problems)}\n`);
  return problems.some(isError) ? 1 : 0;
}
