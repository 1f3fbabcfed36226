import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureSize } from './picture-size';

const poster = readFileSync('public/film/poster.jpg');
/** A header is all that is read. */
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  Buffer.from([0, 0, 5, 0, 0, 0, 2, 208]),
]);

test('reads JPEG, PNG and AVIF', () => {
  expect(pictureSize(readFileSync('public/film/poster.avif'))).toEqual({ width: 1280, height: 720 });
  expect(pictureSize(poster)).toEqual({ width: 1280, height: 720 });
  expect(pictureSize(png)).toEqual({ width: 1280, height: 720 });
});

test('steps over what fills a JPEG up', () => {
  const frame = [0xff, 0xc2, 0, 11, 8, 0, 9, 0, 16];
  const comment = [0xff, 0xfe, 0, 4, 0xff, 0xc0];
  expect(pictureSize(Buffer.from([0xff, 0xd8, ...comment, 0xff, 0xff, ...frame]))).toEqual({ width: 16, height: 9 });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['an AVIF that ends before its size', readFileSync('public/film/poster.avif').subarray(0, 120)],
  ['a film', readFileSync('tests/fixtures/media/ten-seconds.mp4')],
  ['a JPEG that ends before its frame', poster.subarray(0, 40)],
  ['a PNG that ends before its size', png.subarray(0, 18)],
])('knows no size of %s', (_, content) => expect(pictureSize(content)).toBeUndefined());
