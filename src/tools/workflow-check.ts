/**
 * What a workflow for GitHub must keep to. It is read line by line, as ours are written: one key a line, no anchors, no `run` of several
 * lines. What can't be read so is a problem too.
 */
const PINNED = /^(- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
/** Of the project itself, and of npm what installs exactly the lockfile. */
const RUN = /^(- )?run: (npm ci|npm test|npm run [\w:]+|node [\w./ -]+)$/;

/** @returns a line for each problem */
export function workflowProblems(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const having = (pattern: RegExp) => trimmed.filter((line) => pattern.test(line));
  const jobs = lines.slice(lines.indexOf('jobs:') + 1).filter((line) => /^ {2}[\w-]+:$/.test(line));
  const rights = lines.indexOf('permissions:');
  const checkouts = having(/uses: actions\/checkout@/).length;
  return [
    ...having(/\buses:/)
      .filter((line) => !PINNED.test(line))
      .map((line) => `Pin it by its whole commit, with the version behind it (@<40 digits> # v1.2.3): ${line}`),
    ...having(/\brun:/)
      .filter((line) => !RUN.test(line))
      .map((line) => `Run what the project has, one command a line, with what the lockfile says: ${line}`),
    ...having(/\bpull_request_target\b/).map(() => 'pull_request_target runs code of strangers with our rights.'),
    lines[rights + 1] === '  contents: read' && lines[rights + 2] === ''
      ? ''
      : 'At the top, the rights are `contents: read` and nothing more; a job that needs more says so.',
    having(/^persist-credentials: false$/).length === checkouts
      ? ''
      : 'Every checkout has `persist-credentials: false`: what runs after it needs no key.',
    having(/^timeout-minutes: \d+$/).length === jobs.length ? '' : 'Every job has `timeout-minutes`.',
  ].filter((line) => line !== '');
}

/** The command that everybody has, on every push and pull request. */
export function testsEverything(text: string): boolean {
  const [head = '', jobs = ''] = text.split(/^jobs:$/m);
  return /^ {2}push:$/m.test(head) && /^ {2}pull_request:$/m.test(head) && /^ +- run: npm test$/m.test(jobs);
}
