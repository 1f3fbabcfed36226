import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HASHES, hashesText, integrityOf, publishedVersions, twinName } from './build-client';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'published-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As `npm run client:publish` leaves it. */
function publish(...versions: readonly string[]) {
  const entries = versions.map((version) => {
    const code = `// ${version}\n`;
    writeFileSync(join(folder, twinName(version)), code);
    return [version, { file: twinName(version), integrity: integrityOf(code) }] as const;
  });
  writeFileSync(join(folder, HASHES), hashesText(Object.fromEntries(entries)));
}

test('published versions have the hash of the day they were published, the newest last', () => {
  publish('1.10.0', '1.9.0');
  const versions = publishedVersions(folder);
  expect(Object.keys(versions)).toEqual(['1.9.0', '1.10.0']);
  expect(versions['1.9.0']!.integrity).toBe(integrityOf('// 1.9.0\n'));
});

test('a version that has changed, even in its line ends, is noticed', () => {
  publish('1.0.0', '1.1.0');
  writeFileSync(join(folder, twinName('1.0.0')), '// 1.0.0\r\n');
  expect(() => publishedVersions(folder)).toThrow('dichterbij-film-1.0.0.js is not what was published');
});

test('a version that is gone, or that nobody has noted, is noticed', () => {
  publish('1.0.0');
  writeFileSync(join(folder, twinName('2.0.0')), '');
  expect(() => publishedVersions(folder)).toThrow('no hash of dichterbij-film-2.0.0.js');
  rmSync(join(folder, twinName('2.0.0')));
  rmSync(join(folder, twinName('1.0.0')));
  expect(() => publishedVersions(folder)).toThrow('dichterbij-film-1.0.0.js is missing');
});
