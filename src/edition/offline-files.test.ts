import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeOfflineList } from '../offline/offline-list';
import { writeOfflineList } from './offline-files';

const sources = [
  { file: 'film/film.webm', type: 'video/webm' },
  { file: 'film/film.mp4', type: 'video/mp4' },
  { file: 'film/not-there.ogv', type: 'video/ogg' },
];
const contents: Record<string, string> = {
  'index.html': 'front',
  'nl/index.html': 'Nederlands',
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

test('lists every file with its size and hash, and the film apart, in the order of its sources', () => {
  writeOfflineList(folder, sources);
  const list = decodeOfflineList(JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8')))!;
  const sizes = Object.fromEntries(list.files.map(({ address, bytes }) => [address, bytes]));
  expect(sizes).toEqual({
    '': 5,
    'nl/': 10,
    'nl/over/': 0,
    'assets/main-12.js': 15,
    'film/mijn%20poster%20%231%3F.jpg': 1,
    'licences.txt': 3,
  });
  expect(list.film.map(({ address, bytes, type }) => [address, bytes, type])).toEqual([
    ['film/film.webm', 700, 'video/webm'],
    ['film/film.mp4', 1000, 'video/mp4'],
  ]);
  const sha = createHash('sha256').update('Nederlands').digest('hex');
  expect(list.files.find(({ address }) => address === 'nl/')!.hash).toBe(sha.slice(0, 16));
});

test('a film in parts is left out, with all that lies beside its playlist', () => {
  const before = writeOfflineList(folder, sources);
  for (const path of ['film.m3u8', '360/parts.m3u8', '360/000.m4s', 'sound/init.mp4']) put(`film/hls/${path}`, 'x');
  const type = 'application/vnd.apple.mpegurl';
  expect(writeOfflineList(folder, [{ file: 'film/hls/film.m3u8', type }, ...sources])).toEqual(before);
});

test('the version is the same for the same site, and another when anything in it is', () => {
  const version = () => writeOfflineList(folder, sources).version;
  const first = version();
  expect(version(), 'the list and the worker do not count').toBe(first);
  put('worker.js', 'newer');
  expect(version()).toBe(first);
  put('nl/over/index.html', 'x');
  const second = version();
  expect(second).not.toBe(first);
  put('film/film.mp4', 'n'.repeat(1000));
  expect(version()).not.toBe(second);
});
