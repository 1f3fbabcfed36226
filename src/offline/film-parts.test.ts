import { expect, test } from 'vitest';
import { partRange, piecesOf } from './film-parts';

const hash = '0123456789abcdef';
const filmOf = (bytes: number, partBytes: number) => ({
  ...{ address: 'film.mp4', bytes, hash, type: 'video/mp4', partBytes },
  parts: Array<string>(Math.ceil(bytes / partBytes)).fill(hash),
});

test('the pieces of every slice are its bytes, in order, each within its part', () => {
  let looked = 0;
  for (const partBytes of [1, 3, 4, 20])
    for (let bytes = 1; bytes <= 9; bytes += 1) {
      const film = filmOf(bytes, partBytes);
      for (let start = 0; start < bytes; start += 1)
        for (let end = start + 1; end <= bytes; end += 1) {
          const found = piecesOf(film, { start, end }).flatMap((piece) => {
            const range = partRange(film, piece.part);
            expect(piece.end).toBeLessThanOrEqual(range.end - range.start);
            return Array.from({ length: piece.end - piece.start }, (_, byte) => range.start + piece.start + byte);
          });
          expect(found).toEqual(Array.from({ length: end - start }, (_, byte) => start + byte));
          looked += 1;
        }
    }
  expect(looked).toBe(4 * 165);
});
