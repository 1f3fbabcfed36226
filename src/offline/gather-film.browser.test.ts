/** A real file of a few bytes from the tests' own server stands for the film, and the browser's own caches keep it. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashOf, missingParts, partAddress } from './film-parts';
import { gatherFilm, type Gathering } from './gather-film';
import { cacheNamesOf, clearCaches, filmCache } from './kept';
import type { ListedFilm } from './offline-list';
import { filmAnswer, letGo } from './worker/film-answer';

const site = new URL('/', location.href);
const PART = 3;
let content: Uint8Array<ArrayBuffer>;
let film: ListedFilm;

beforeAll(async () => {
  content = new Uint8Array(await (await fetch(new URL('film/poster.jpg', site))).arrayBuffer());
  const parts: string[] = [];
  for (let start = 0; start < content.length; start += PART)
    parts.push(await hashOf(content.slice(start, start + PART)));
  expect(parts.length).toBeGreaterThan(3);
  const hash = await hashOf(content);
  film = { address: 'film/poster.jpg', bytes: content.length, hash, type: 'video/mp4', partBytes: PART, parts };
});

/** What the server was asked, and what stands between it and the page: the network as it may be. */
let asked: (string | null)[];
let between: (answer: Promise<Response>, ask: number) => Response | Promise<Response>;
const bytes = vi.fn<(bytes: number) => void>();
let ignoresRanges: boolean;
beforeEach(() => {
  asked = [];
  between = (answer) => answer;
  ignoresRanges = false;
  bytes.mockClear();
  const fetch = window.fetch.bind(window);
  vi.spyOn(window, 'fetch').mockImplementation((address, init) => {
    asked.push(new Headers(init?.headers).get('range'));
    return Promise.resolve(between(fetch(address, ignoresRanges ? { ...init, headers: {} } : init), asked.length));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  letGo();
  await clearCaches(site);
});

const bring = (more: Partial<Gathering> = {}) =>
  gatherFilm({ site, film, signal: new AbortController().signal, onBytes: bytes, ...more });
const rangeOf = (part: number) => `bytes=${part * PART}-${Math.min((part + 1) * PART, content.length) - 1}`;
const allParts = () => film.parts.map((_, part) => part);

test('brings every part, tells how far it is, and does not ask again for what is there', async () => {
  expect(await missingParts(site, film)).toEqual(allParts());
  expect(await cacheNamesOf(site), 'looking makes nothing').toEqual([]);
  await bring();
  expect(asked).toEqual(allParts().map(rangeOf));
  expect(await missingParts(site, film, true)).toEqual([]);
  expect(bytes.mock.calls[0]).toEqual([0]);
  expect(bytes).toHaveBeenLastCalledWith(film.bytes);
  await bring();
  expect(asked.length).toBe(film.parts.length);
  expect(bytes).toHaveBeenLastCalledWith(film.bytes);
});

test('a cut costs one part: what came in stays, and the next press goes on there', async () => {
  between = (answer, ask) => (ask === 3 ? Promise.reject(new TypeError('cut')) : answer);
  await expect(bring()).rejects.toMatchObject({ trouble: 'network', address: film.address });
  expect(await missingParts(site, film)).toEqual(allParts().slice(2));
  asked.length = 0;
  between = (answer) => answer;
  await bring();
  expect(asked).toEqual(allParts().slice(2).map(rangeOf));
  expect(bytes).toHaveBeenLastCalledWith(film.bytes);
});

test('a server that knows no ranges sends all of it once, also when something is there', async () => {
  ignoresRanges = true;
  between = async (answer) => {
    // Cut in the middle of the third part.
    const whole = new Uint8Array(await (await answer).arrayBuffer());
    return new Response(whole.slice(0, 2.5 * PART));
  };
  await expect(bring()).rejects.toMatchObject({ trouble: 'broken' });
  expect(await missingParts(site, film)).toEqual(allParts().slice(2));
  between = (answer) => answer;
  asked.length = 0;
  await bring();
  expect(asked.length).toBe(1);
  expect(await missingParts(site, film, true)).toEqual([]);
});

describe('what is not the film to the letter is refused and not stored', () => {
  const replace = (make: (part: Uint8Array<ArrayBuffer>) => BodyInit) => async (answer: Promise<Response>) => {
    const { headers, status } = await answer;
    return new Response(make(new Uint8Array(await (await answer).arrayBuffer())), { headers, status });
  };
  test.each<[string, (answer: Promise<Response>) => Promise<Response>]>([
    ['another byte', replace((part) => part.with(0, part[0]! ^ 1))],
    ['a byte too few', replace((part) => part.slice(1))],
    ['a part that was not asked for', async (answer) => new Response((await answer).body, { status: 206 })],
    ['a page that says there is nothing', () => Promise.resolve(new Response('gone', { status: 404 }))],
  ])('%s', async (_, spoil) => {
    between = spoil;
    await expect(bring()).rejects.toMatchObject({ trouble: 'broken', address: film.address });
    expect(await missingParts(site, film)).toEqual(allParts());
  });
});

test('of an answer that is too long only the part that was asked for is stored', async () => {
  between = async (answer) => {
    const { status, headers } = await answer;
    return new Response(new Blob([await (await answer).arrayBuffer(), 'x']), { status, headers });
  };
  await expect(bring()).rejects.toMatchObject({ trouble: 'broken' });
  expect(await missingParts(site, film, true)).toEqual(allParts().slice(1));
});

test('what is cut or changed on the device is missed', async () => {
  await bring();
  const cache = await caches.open(filmCache(site, film.hash));
  await cache.delete(partAddress(site, film, 0));
  const { headers } = (await cache.match(partAddress(site, film, 1)))!;
  await cache.put(partAddress(site, film, 1), new Response(new Uint8Array(PART), { headers }));
  expect(await missingParts(site, film)).toEqual([0]);
  expect(await missingParts(site, film, true)).toEqual([0, 1]);
});

test('is stopped, and what came in stays', async () => {
  const stop = new AbortController();
  between = (answer, ask) => {
    if (ask === 3) stop.abort(new Error('enough'));
    return answer;
  };
  await expect(bring({ signal: stop.signal })).rejects.toThrow('enough');
  expect(await missingParts(site, film)).toEqual(allParts().slice(2));
});

test('the kept film is answered with exactly the bytes that are asked for', async () => {
  await bring();
  const size = content.length;
  const answer = async (range?: string, more: Record<string, string> = {}) => {
    const request = new Request(new URL(film.address, site), { headers: { ...more, ...(range && { range }) } });
    const response = (await filmAnswer(site, film, request))!;
    const got = new Uint8Array(await response.arrayBuffer());
    const { status, headers } = response;
    expect(headers.get('content-length')).toBe(String(got.length));
    return { status, range: headers.get('content-range'), got };
  };
  const edges = [0, 1, PART - 1, PART, PART + 1, 2 * PART, 3 * PART - 1, size - 1];
  for (const start of edges)
    for (const end of edges.filter((each) => each >= start)) {
      const { status, range, got } = await answer(`bytes=${start}-${end}`);
      expect([status, range], `${start}-${end}`).toEqual([206, `bytes ${start}-${end}/${size}`]);
      expect(got, `${start}-${end}`).toEqual(content.slice(start, end + 1));
    }
  expect((await answer('bytes=-1')).got).toEqual(content.slice(-1));
  expect(await answer(`bytes=-${size + 5}`)).toEqual({
    status: 206,
    range: `bytes 0-${size - 1}/${size}`,
    got: content,
  });
  expect(await answer(`bytes=${size}-`)).toEqual({ status: 416, range: `bytes */${size}`, got: new Uint8Array() });
  for (const passed of [undefined, 'bytes=5-2', 'abc'])
    expect(await answer(passed)).toEqual({ status: 200, range: null, got: content });
  expect((await answer('bytes=0-0', { 'if-range': '"another"' })).status).toBe(200);
  expect((await answer('bytes=0-0', { 'if-range': `"${film.hash}"` })).status).toBe(206);
});

test('a kept film with a hole in it is no answer, so that the network gives one', async () => {
  await bring();
  await (await caches.open(filmCache(site, film.hash))).delete(partAddress(site, film, 1));
  const answer = (range: string) =>
    filmAnswer(site, film, new Request(new URL(film.address, site), { headers: { range } }));
  expect(await answer(`bytes=0-${PART}`)).toBeUndefined();
  expect((await answer(`bytes=0-${PART - 1}`))?.status).toBe(206);
});
