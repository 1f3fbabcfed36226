import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ShippedPackage } from './shipped-packages';
import type { SoftwareBill } from './software-bill';
import { BILL, LICENCES, licenceText, writeLicences } from './write-licences';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function packageWith(name: string, files: Readonly<Record<string, string>>, licence = 'MIT'): ShippedPackage {
  const place = join(folder, 'packages', name);
  mkdirSync(join(place, 'licenses'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return { name, version: '1.0.0', licence, homepage: undefined, folder: place, isTool: false };
}

function billOf(...names: readonly string[]): SoftwareBill {
  const components = names.map((name) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0' }));
  return { metadata: { component: components[0]! }, components, dependencies: [] };
}

test.each([
  [{ LICENSE: 'one\n' }, 'one'],
  [{ licence: 'two' }, 'two'],
  [{ 'LICENSE.md': 'three', 'NOTICE.txt': 'a notice', 'README.md': 'read me' }, 'three\n\na notice'],
  [{ 'LICENSE-MIT': 'four', COPYING: 'five' }, 'five\n\nfour'],
  [{ 'licenser.js': 'code', 'README.md': 'read me' }, ''],
])('of the files %j the licence is %j', (files, text) => expect(licenceText(packageWith('a', files))).toBe(text));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('both files are written, and the bill has what is in the site apart', () => {
  writeLicences(folder, [packageWith('a', { LICENSE: 'Copyright (c) Ada' })], billOf('b', 'a'));
  expect(read(LICENCES)).toContain('Copyright (c) Ada');
  const bill = JSON.parse(read(BILL)) as SoftwareBill;
  expect(bill.metadata.component.name).toBe('dichterbij');
  expect(bill.components.map(({ name, scope }) => [name, scope])).toEqual([
    ['a', 'required'],
    ['b', 'excluded'],
  ]);
});

test('the build stops at what may not be shipped, and names all of it', () => {
  const shipped = [packageWith('a', {}), packageWith('b', { LICENSE: 'GPL' }, 'GPL-3.0-only')];
  expect(() => writeLicences(folder, shipped, billOf('a'))).toThrow(
    /^Not all of the site may be shipped\.\na@1\.0\.0 brings no text [^\n]*\nb@1\.0\.0 is in the site[^\n]*\nb@1\.0\.0 is under GPL-3\.0-only/,
  );
});
