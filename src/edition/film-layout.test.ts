import { expect, test } from 'vitest';
import { box, bytesOf, element, movie, SEGMENT_OPEN, webm } from '../../tests/support/film-bytes';
import { edition } from '../../tests/support/shipped-edition';
import { filmLayoutOf, readFilmLayout } from './film-layout';

const broken = (name: string) => `tests/fixtures/broken/${name}/public/film/film.mp4`;

test('reads what ffmpeg has written', () => {
  expect(filmLayoutOf('public/film/film.mp4')).toMatchObject({ fastStart: true, keyFrames: 2.4, length: 398.12 });
  expect(filmLayoutOf('public/film/film.webm')).toMatchObject({ fastStart: true, keyFrames: 2 });
  expect(filmLayoutOf(broken('film-not-fast-start'))).toEqual({ fastStart: false });
  expect(filmLayoutOf(broken('film-key-frames'))).toEqual({ fastStart: true, keyFrames: 12, keys: [0], length: 12 });
});

test('a press on a line decodes one frame: where a line begins stands a key frame of the film that comes first', () => {
  const keys = new Set(filmLayoutOf(`public/${edition.data.film.sources[0]!.file}`)?.keys);
  expect(edition.data.cues.filter(({ start }) => !keys.has(start)).map(({ id }) => id)).toEqual([]);
});

test('an MP4 is as quick as its longest way from a key frame, its end counted', () => {
  const of = (keys: readonly number[] | undefined) =>
    readFilmLayout(bytesOf(movie([[100, 40]], keys, 1000)))?.keyFrames;
  expect(of([1, 26, 51, 76])).toBe(1);
  expect(of([1, 26])).toBe(3);
  expect(of([1])).toBe(4);
  // Without a list each frame is one.
  expect(of(undefined)).toBe(0.04);
});

test('frames of different lengths count as long as they are', () => {
  const lengths = [
    [10, 100],
    [10, 500],
  ] as const;
  expect(readFilmLayout(bytesOf(movie(lengths, [1, 11, 15], 1000)))?.keyFrames).toBe(3);
});

test('a WebM is as quick as its index, if that comes first', () => {
  expect(readFilmLayout(bytesOf(webm([0, 2000, 9000])))).toEqual({ fastStart: true, keyFrames: 7, keys: [0, 2, 9] });
  const seconds = readFilmLayout(bytesOf(webm([0, 2, 4], { unit: 1_000_000_000 })));
  expect(seconds).toEqual({ fastStart: true, keyFrames: 2, keys: [0, 2, 4] });
  expect(readFilmLayout(bytesOf(webm([0, 2000], { atEnd: true })))).toEqual({ fastStart: false });
});

test('a box of more than four gigabytes is stepped over by its long length', () => {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1, 0);
  head.write('free', 4, 'latin1');
  head.writeBigUInt64BE(24n, 8);
  const index = movie([[4, 1]], [1], 1).subarray(16);
  const file = Buffer.concat([box('ftyp', Buffer.alloc(8)), head, Buffer.alloc(8), index]);
  expect(readFilmLayout(bytesOf(file))).toEqual({ fastStart: true, keyFrames: 4, keys: [0], length: 4 });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('This is no film, but it is longer than a head.')],
  ['an MP4 that ends in its index', movie([[4, 1]], [1], 1).subarray(0, 60)],
  ['an MP4 of only a head', box('ftyp', Buffer.alloc(8))],
  ['a WebM of only a head', Buffer.concat([element(0x1a45dfa3, Buffer.alloc(3)), SEGMENT_OPEN])],
])('knows nothing of %s', (_, content) => expect(readFilmLayout(bytesOf(content))).toBeUndefined());

test('reads heads and index, not the film', () => {
  let read = 0;
  const { size, part } = bytesOf(Buffer.concat([movie([[4, 1]], [1], 1), box('mdat', Buffer.alloc(1e6))]));
  readFilmLayout({
    size,
    part: (from, length) => {
      const found = part(from, length);
      read += found.length;
      return found;
    },
  });
  expect(read).toBeLessThan(1000);
});
