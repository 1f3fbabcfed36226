import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KNOWN_HOLES } from './known-holes';
import { installScripts, isOpen, openHoles, type Lockfile } from './lockfile-check';

/** What the script of core-js, which Plyr brings along, would do is thank its sponsors. */
describe.each([
  { folder: '.', scripts: [] },
  { folder: 'tests/bench', scripts: ['node_modules/core-js'] },
])('what $folder installs', ({ folder, scripts }) => {
  const lockfile = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8')) as Lockfile;

  test('has no package with a hole that was closed', () => expect(openHoles(lockfile, KNOWN_HOLES)).toEqual([]));

  test('needs to run nothing', () => {
    expect(readFileSync(`${folder}/.npmrc`, 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(installScripts(lockfile), 'they do not run: see whether they work without').toEqual(scripts);
  });
});

const two = ['1.10.3', '2.8.3'];
test.each([
  ['8.3.2', ['8.3.3'], true],
  ['8.3.3-beta.1', ['8.3.3'], true],
  ['8.3.3', ['8.3.3'], false],
  ['8.3.3+build', ['8.3.3'], false],
  ['8.10.0', ['8.3.3'], false],
  ['10.0.0', ['8.3.3'], false],
  ['7.9.9', ['8.3.3'], true],
  ['1.10.2', two, true],
  ['1.10.3', two, false],
  ['2.0.0', two, true],
  ['2.9.0', two, false],
  ['3.0.0', two, false],
  ['0.9.0', two, true],
  ['0.8.15', ['0.9.12', '0.8.15'], false],
  ['0.9.11', ['0.9.12', '0.8.15'], true],
  ['0.7.99', ['0.9.12', '0.8.15'], true],
])('%s, where %j closed it, is open: %j', (version, closed, open) => expect(isOpen(version, closed)).toBe(open));

test('a hole that comes back is told, also deep in the tree, with what to do', () => {
  const packages = {
    '': { version: '0.1.0' },
    'node_modules/ws': { version: '8.23.0' },
    'node_modules/a/node_modules/ws': { version: '8.17.0', hasInstallScript: true },
    'node_modules/other-name': { name: 'ws', version: '1.0.0' },
  };
  const holes = KNOWN_HOLES.filter(({ name }) => name === 'ws');
  expect(openHoles({ packages }, holes)).toEqual([
    'node_modules/a/node_modules/ws 8.17.0: a message could use up the memory (GHSA-96hv-2xvq-fx4p); take 8.21.0.',
    expect.stringMatching(/^node_modules\/other-name 1\.0\.0: /),
  ]);
  expect(installScripts({ packages })).toEqual(['node_modules/a/node_modules/ws']);
});

test('every row names an advisory and versions', () => {
  for (const { name, closed, advisory } of KNOWN_HOLES) {
    expect(advisory, name).toMatch(/^(GHSA(-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,})$/);
    for (const version of closed) expect(isOpen(version, closed), `${name} ${version}`).toBe(false);
  }
});
