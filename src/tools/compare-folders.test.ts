import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareFolders } from './compare-folders.mjs';

let folder: string;
const at = (...names: readonly string[]) => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'));
  for (const side of ['one', 'other']) {
    mkdirSync(at(side, 'nl'), { recursive: true });
    writeFileSync(at(side, 'nl/index.html'), 'dichterbij');
    writeFileSync(at(side, 'empty.txt'), '');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const compared = () => compareFolders(at('one'), at('other'));

test('the same files in both are no difference', () => {
  expect(compared()).toEqual({ count: 2, differences: [] });
});

test('a file that differs is named with the place where it does', () => {
  writeFileSync(at('other/nl/index.html'), 'dichterbIj');
  const { differences } = compared();
  expect(differences).toHaveLength(1);
  expect(differences[0]).toMatch(/^nl\/index\.html differs from byte 8 on:\n +"dichterbij"\n +"dichterbIj"$/);
  writeFileSync(at('other/nl/index.html'), 'dichter');
  expect(compared().differences[0]).toContain('byte 7');
});

test('a file of one folder only is named', () => {
  writeFileSync(at('one/nl/a.js'), '');
  writeFileSync(at('other/b.js'), '');
  expect(compared()).toEqual({
    count: 4,
    differences: [`b.js is only in ${at('other')}`, `nl/a.js is only in ${at('one')}`],
  });
});
