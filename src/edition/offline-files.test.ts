import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeOfflineList } from '../offline/offline-list';
import type { Release } from '../offline/offline-list';
import { writeRelease } from './offline-files';

const sources = [
  { file: 'film/film.webm', type: 'video/webm' },
  { file: 'film/film.mp4', type: 'video/mp4' },
  { file: 'film/not-there.ogv', type: 'video/ogg' },
];
const contents: Record<string, string> = {
  'index.html': 'front',
  'nl/index.html': '<!doctype html>\n<html lang="nl" data-root="../" data-release="">Nederlands</html>',
  'nl/over/index.html': '',
  'assets/main-12.js': 'crème brûlée',
  'film/film.mp4': 'm'.repeat(1000),
  'film/film.webm': 'w'.repeat(700),
  'film/mijn poster #1?.jpg': 'p',
  'licences.txt': 'MIT',
  'sbom.cdx.json': '{}',
  '.well-known/security.txt': 'Contact: …',
  'worker.js': 'worker',
  'oembed/nl/film.json': '{}',
  'offline.json': 'of an earlier build',
  '404.html': 'no page',
  _headers: '/*',
  'hosting/nginx.conf': 'server {}',
};

let folder: string;
const put = (path: string, content: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offline-files-'));
  for (const [path, content] of Object.entries(contents)) put(path, content);
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
/** As the worker finds it. */
function releaseInWorker(): Release {
  const [, release] = /^self\.RELEASE=(.*);\n/.exec(read('worker.js'))!;
  return JSON.parse(release!) as Release;
}

test('lists every file with its size and hash for the worker, and the film in the order of its sources', () => {
  const release = writeRelease(folder, sources);
  expect(releaseInWorker()).toEqual(release);
  expect(release.files.map(({ address }) => address)).toEqual([
    'assets/main-12.js',
    'film/mijn%20poster%20%231%3F.jpg',
    '',
    'licences.txt',
    'nl/',
    'nl/over/',
  ]);
  const script = createHash('sha256').update('crème brûlée').digest('base64');
  expect(release.files[0]).toEqual({ address: 'assets/main-12.js', bytes: 15, integrity: `sha256-${script}` });
  expect(read('worker.js').split('\n').slice(1)).toEqual(['worker']);

  const list = decodeOfflineList(JSON.parse(read('offline.json')))!;
  expect(list).toEqual({
    version: release.version,
    bytes: release.files.reduce((sum, { bytes }) => sum + bytes, 0),
    film: release.film,
  });
  expect(list.film.map(({ address, bytes, type }) => [address, bytes, type])).toEqual([
    ['film/film.webm', 700, 'video/webm'],
    ['film/film.mp4', 1000, 'video/mp4'],
  ]);
});

test('a film is cut into parts, each with its hash', () => {
  const content = randomBytes(5_000_000);
  writeFileSync(join(folder, 'film/film.mp4'), content);
  const { partBytes, parts } = writeRelease(folder, sources).film[1]!;
  const hashes = parts.map((_, part) =>
    createHash('sha256')
      .update(content.subarray(part * partBytes, (part + 1) * partBytes))
      .digest('hex')
      .slice(0, 16),
  );
  expect(parts).toEqual(hashes);
  expect(parts.length).toBe(3);
});

test('every page says its release, and its hash is that of the page that says it', () => {
  const { version, files } = writeRelease(folder, sources);
  expect(read('nl/index.html')).toContain(`data-release="${version}"`);
  const page = createHash('sha256').update(read('nl/index.html')).digest('base64');
  expect(files.find(({ address }) => address === 'nl/')!.integrity).toBe(`sha256-${page}`);
});

test('a film in parts is left out, with all that lies beside its playlist, and its engine', () => {
  const before = writeRelease(folder, sources);
  for (const path of ['film.m3u8', '360/parts.m3u8', '360/000.m4s', 'sound/init.mp4']) put(`film/hls/${path}`, 'x');
  put('assets/hls-engine-B4r2.js', 'x');
  const type = 'application/vnd.apple.mpegurl';
  expect(writeRelease(folder, [{ file: 'film/hls/film.m3u8', type }, ...sources])).toEqual(before);
});

test('the version is the same for the same site, and another when anything in it is', () => {
  const version = () => writeRelease(folder, sources).version;
  const first = version();
  const [list, worker] = [read('offline.json'), read('worker.js')];
  expect(version(), 'written again').toBe(first);
  expect([read('offline.json'), read('worker.js')]).toEqual([list, worker]);
  put('worker.js', 'newer');
  expect(version(), 'the list and the worker do not count').toBe(first);
  put('nl/over/index.html', 'x');
  const second = version();
  expect(second).not.toBe(first);
  put('film/film.mp4', 'n'.repeat(1000));
  expect(version()).not.toBe(second);
});
