import { expect, test } from 'vitest';
import { isAllowed, licenceProblems } from './licence-check';

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND Apache-2.0', true],
  ['GPL-3.0-or-later', false],
  ['LGPL-2.1-only', false],
  ['AGPL-3.0-only', false],
  ['MPL-2.0', false],
  ['CC-BY-SA-4.0', false],
  ['MIT AND MPL-2.0', false],
  ['(MIT OR ISC) AND GPL-2.0-only', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE', false],
  ['', false],
])('%j may be shipped: %j', (licence, allowed) => expect(isAllowed(licence)).toBe(allowed));

const fine = {
  name: 'svelte',
  version: '5.0.0',
  licence: 'MIT',
  homepage: undefined,
  folder: '',
  isTool: false,
  text: 'MIT License',
};
const dependencies = new Set(['svelte@5.0.0', 'video.js@8.0.0']);

test('dependencies under a licence of the list may be shipped, and the lines of build tools', () => {
  expect(licenceProblems([fine, { ...fine, name: 'vite', isTool: true }], dependencies)).toEqual([]);
});

test.each([
  ['another version', { ...fine, version: '5.0.1' }, 'svelte@5.0.1 is in the site, but is none of its dependencies.'],
  ['a tool', { ...fine, name: 'axe-core' }, 'axe-core@5.0.0 is in the site, but is none of its dependencies.'],
  ['copyleft', { ...fine, licence: 'GPL-3.0-only' }, 'svelte@5.0.0 is under GPL-3.0-only. What is shipped may be'],
  ['silence', { ...fine, licence: undefined }, 'svelte@5.0.0 does not say under which licence it is.'],
  ['no text', { ...fine, text: '' }, 'svelte@5.0.0 brings no text of its licence'],
])('%s may not: the line names package and reason', (_, one, line) => {
  const problems = licenceProblems([one], dependencies);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(line);
});
