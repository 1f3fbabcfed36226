/** Films and pictures come from whoever makes an edition: a file that is cut, spoilt or meant to do harm is read to an end, and no further. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, movie, webm } from '../../tests/support/film-bytes';
import { holds, safely } from '../../tests/support/hostile';
import { readFilmLayout } from './film-layout';
import { pictureSize } from './picture-size';

const good = [
  movie([[100, 40]], [1, 26, 51], 1000),
  webm([0, 2000, 4000]),
  readFileSync('tests/fixtures/media/ten-seconds.mp4').subarray(0, 4000),
  readFileSync('public/film/poster.avif').subarray(0, 1000),
];
/** One of them with some of its bytes changed, or cut. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...good),
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255))), { maxLength: 12 }),
    fc.option(fc.nat(), { nil: undefined }),
  )
  .map(([file, changes, cut]) => {
    const content = Buffer.from(file);
    for (const [at, value] of changes) content[at % content.length] = value;
    return cut === undefined ? content : content.subarray(0, cut % content.length);
  });
const anything = fc.oneof(
  spoilt,
  fc.uint8Array({ maxLength: 200 }).map((content) => Buffer.from(content)),
);

test('a film is read or left, and never a time of it that is none', () =>
  holds(
    fc.property(anything, (content) => {
      const layout = safely(() => readFilmLayout(bytesOf(content)));
      if (layout?.keyFrames === undefined) return;
      expect(layout.fastStart).toBe(true);
      expect(layout.keyFrames).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(layout.keyFrames)).toBe(true);
    }),
    500,
  ));

test('a picture has a size or none', () =>
  holds(
    fc.property(anything, (content) => {
      const size = safely(() => pictureSize(content));
      if (size) expect(Number.isInteger(size.width) && Number.isInteger(size.height)).toBe(true);
    }),
    200,
  ));
