/** In the browser's own caches. */
import { afterEach, expect, test } from 'vitest';
import {
  cacheNamesOf,
  clearCaches,
  filmCache,
  keptAddress,
  letsIn,
  pagesCache,
  readKept,
  settle,
  writeKept,
} from './kept';

const site = new URL('/map/', location.href);
const neighbour = new URL('/map/naast/', location.href);
const one = { version: '1'.repeat(16), film: 'a'.repeat(16) };
const two = { version: '2'.repeat(16), film: 'b'.repeat(16) };

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

test('nothing is kept before it is written, and looking makes nothing', async () => {
  expect(await readKept(site)).toEqual({});
  expect(await caches.keys()).toEqual([]);
});

test('what is written is read; what does not fit is nothing', async () => {
  await writeKept(site, { now: one, next: two });
  expect(await readKept(site)).toEqual({ now: one, next: two });
  await writeKept(site, { now: { ...one, film: '../x' }, next: undefined });
  expect(await readKept(site)).toEqual({});
});

test('a kept release lets in itself and the one that was asked for, and nobody else', () => {
  expect(letsIn({}, one.version)).toBe(true);
  expect(letsIn({ next: two }, one.version), 'nothing is whole yet').toBe(true);
  expect(letsIn({ now: one }, one.version)).toBe(true);
  expect(letsIn({ now: one }, two.version)).toBe(false);
  expect(letsIn({ now: one, next: two }, two.version)).toBe(true);
  expect(letsIn({ now: one, next: two }, '3'.repeat(16))).toBe(false);
});

test('the release that was asked for takes the place of the other, film and all; a neighbour keeps its own', async () => {
  for (const name of [pagesCache(site), filmCache(site, one.film), filmCache(site, two.film)]) await caches.open(name);
  await writeKept(site, { now: one, next: two });
  await writeKept(neighbour, { now: one });
  await settle(site, one.version);
  expect(await readKept(site), 'nobody asked for this one').toEqual({ now: one, next: two });
  await settle(site, two.version);
  expect(await readKept(site)).toEqual({ now: two });
  const names = await cacheNamesOf(site);
  expect(names).toContain(filmCache(site, two.film));
  expect(names).not.toContain(filmCache(site, one.film));
  await clearCaches(site);
  expect(await cacheNamesOf(site)).toEqual([]);
  expect(await readKept(neighbour)).toEqual({ now: one });
});

test('a page is found by its folder', () => {
  for (const written of ['', '?a=1', '#t=5', 'index.html', 'index.html?a#b'])
    expect(keptAddress(`https://example.org/a/nl/${written}`)).toBe('https://example.org/a/nl/');
  expect(keptAddress('https://example.org/a/nl/myindex.html')).toBe('https://example.org/a/nl/myindex.html');
});
