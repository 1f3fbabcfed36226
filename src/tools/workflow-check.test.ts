import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testsEverything, workflowProblems } from './workflow-check';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

test.each(workflows)('$name keeps to what is safe', ({ text }) => expect(workflowProblems(text)).toEqual([]));

test('a workflow runs the test command on every push and pull request', () => {
  expect(workflows.filter(({ text }) => testsEverything(text))).toHaveLength(1);
});

const text = workflows.find((workflow) => testsEverything(workflow.text))!.text;
const PIN = /@[0-9a-f]{40} # v[\d.]+/;
test.each([
  ['a version', text.replace(PIN, '@v7'), 'Pin it'],
  ['a shortened commit', text.replace(PIN, '@3d3c42e # v7.0.1'), 'Pin it'],
  ['a commit without its version', text.replace(/ # v7\.0\.1/, ''), 'Pin it'],
  ['a branch in a version', text.replace(PIN, `@${'a'.repeat(40)} # v7`), 'Pin it'],
  ['an install beside the lockfile', text.replace('npm ci', 'npm install'), 'Run what'],
  ['a program from the web', text.replace('npm ci', 'npx some-tool'), 'Run what'],
  ['several commands', text.replace('run: npm ci', 'run: |\n          npm ci'), 'Run what'],
  ['text of strangers in a command', text.replace('npm ci', 'npm ci ${{ github.head_ref }}'), 'Run what'],
  ['our rights for strangers', text.replace('  pull_request:', '  pull_request_target:'), 'pull_request_target'],
  ['rights to write', text.replace('contents: read', 'contents: write'), 'At the top'],
  ['more rights', text.replace('contents: read\n', 'contents: read\n  pages: write\n'), 'At the top'],
  ['rights for all', text.replace('permissions:\n  contents: read', 'permissions: write-all'), 'At the top'],
  ['no rights named', text.replace('permissions:\n  contents: read\n', ''), 'At the top'],
  ['a key that stays', text.replace('persist-credentials: false', 'fetch-depth: 1'), 'persist-credentials'],
  ['a job without an end', text.replace(/^ +timeout-minutes: 30\n/m, ''), 'timeout-minutes'],
])('%s is refused', (_, changed, problem) => {
  expect(changed).not.toBe(text);
  expect(workflowProblems(changed)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['another command', text.replace('run: npm test', 'run: npm run build')],
  ['pushes only', text.replace('  pull_request:\n', '')],
  ['pull requests only', text.replace('  push:\n', '')],
])('%s is not the same as testing everything', (_, changed) => expect(testsEverything(changed)).toBe(false));
