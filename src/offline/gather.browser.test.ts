/** Real files from the tests' own server, and the browser's own caches. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { gather, missingOf, type Gathering } from './gather';
import type { ListedFile } from './offline-list';
import { cacheNameOf, cacheNamesOf, completeReleases, keptAddress, servingCache } from './releases';

const site = new URL('/', location.href);
const cacheName = cacheNameOf(site, 'new');
let poster: ListedFile;
let mila: ListedFile;

async function listed(address: string): Promise<ListedFile> {
  const content = await (await fetch(new URL(address, site))).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { address, bytes: content.byteLength, hash: hash.slice(0, 16) };
}
beforeAll(async () => {
  [poster, mila] = await Promise.all([listed('film/poster.jpg'), listed('film/mila.jpg')]);
});

let asked: string[];
const bytes = vi.fn<(bytes: number) => void>();
beforeEach(() => {
  bytes.mockClear();
  asked = [];
  const fetch = window.fetch.bind(window);
  vi.spyOn(window, 'fetch').mockImplementation((address, init) => {
    asked.push((address as URL).pathname.slice(1));
    return fetch(address, init);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of await caches.keys()) await caches.delete(name);
});

const bring = (files: readonly ListedFile[], more: Partial<Gathering> = {}) =>
  gather({ site, cacheName, files, signal: new AbortController().signal, onBytes: bytes, ...more });
const missing = (files: readonly ListedFile[], thorough = false) => missingOf(site, cacheName, files, thorough);

test('brings every file, tells how far it is, and does not ask again for what is there', async () => {
  await bring([poster]);
  expect(bytes.mock.calls.map(([count]) => count)).toEqual([0, poster.bytes]);
  await bring([poster, mila]);
  expect(asked).toEqual([poster.address, mila.address]);
  expect(bytes).toHaveBeenLastCalledWith(poster.bytes + mila.bytes);
  expect(await missing([poster, mila], true)).toEqual([]);
});

test('copies from an older release what is the same, and fetches what is not', async () => {
  const older = cacheNameOf(site, 'old');
  await bring([poster, mila], { cacheName: older });
  asked.length = 0;
  await bring([poster, mila], { older: { cacheName: older, files: [poster, { ...mila, hash: 'f'.repeat(16) }] } });
  expect(asked).toEqual([mila.address]);
  expect(await missing([poster, mila], true)).toEqual([]);
});

test.each<[string, () => ListedFile]>([
  ['a file that is longer than listed', () => ({ ...poster, bytes: poster.bytes - 1 })],
  ['a file that is shorter than listed', () => ({ ...poster, bytes: poster.bytes + 1 })],
  ['another file of the same length', () => ({ ...poster, hash: 'f'.repeat(16) })],
  ['a film that is shorter than listed', () => ({ ...poster, bytes: 5_000_000 })],
])('%s is refused', async (_, wrong) => {
  await expect(bring([mila, wrong()])).rejects.toMatchObject({ trouble: 'broken', address: poster.address });
  expect(await missing([poster])).toEqual([poster]);
});

test('what is not there any more, or was cut, is missed', async () => {
  await bring([poster, mila]);
  const cache = await caches.open(cacheName);
  await cache.delete(new URL(poster.address, site));
  const { headers } = (await cache.match(new URL(mila.address, site)))!;
  await cache.put(new URL(mila.address, site), new Response('cut', { headers }));
  expect(await missing([poster, mila])).toEqual([poster]);
  expect(await missing([poster, mila], true)).toEqual([poster, mila]);
  expect(await missingOf(site, cacheNameOf(site, 'none'), [poster])).toEqual([poster]);
  expect(await caches.keys(), 'looking makes nothing').toEqual([cacheName]);
});

test('is stopped', async () => {
  const stop = new AbortController();
  const ended = expect(bring([poster, mila], { signal: stop.signal })).rejects.toThrow('enough');
  stop.abort(new Error('enough'));
  await ended;
});

test('a cache is a release when its list is in it, and the first such serves', async () => {
  const list = { version: '0123456789abcdef', files: [poster], film: [] };
  const other = 'dichterbij-offline:/elsewhere/:x';
  for (const name of [other, cacheNameOf(site, 'begun'), cacheNameOf(site, 'one'), cacheNameOf(site, 'two')])
    await caches.open(name);
  expect(await cacheNamesOf(site)).toEqual(['begun', 'one', 'two'].map((version) => cacheNameOf(site, version)));
  expect(await servingCache(site)).toBeUndefined();
  for (const name of [cacheNameOf(site, 'two'), cacheNameOf(site, 'one')])
    await (await caches.open(name)).put(new URL('offline.json', site), Response.json(list));
  expect(await servingCache(site)).toBe(cacheNameOf(site, 'one'));
  expect(await completeReleases(site)).toEqual(
    ['one', 'two'].map((version) => ({ cacheName: cacheNameOf(site, version), list })),
  );
});

test('a page is found by its folder', () => {
  for (const written of ['', '?a=1', '#t=5', 'index.html', 'index.html?a#b'])
    expect(keptAddress(`https://example.org/a/nl/${written}`)).toBe('https://example.org/a/nl/');
  expect(keptAddress('https://example.org/a/nl/myindex.html')).toBe('https://example.org/a/nl/myindex.html');
});
