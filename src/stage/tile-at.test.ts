import { expect, test } from 'vitest';
import { tileAt } from './tile-at';

const grid = { columns: 4, rows: 3 };

test('every moment of a film has the picture of its part, row by row', () => {
  const duration = 120;
  for (let ms = 0; ms < duration * 1000; ms += 40) {
    const nth = Math.floor(ms / 10_000);
    expect(tileAt(ms / 1000, duration, grid)).toEqual({ column: nth % 4, row: Math.floor(nth / 4) });
  }
});

test.each([
  ['the beginning', 0, 120, 0, 0],
  ['the end', 120, 120, 3, 2],
  ['after the end', 121, 120, 3, 2],
  ['before the beginning', -1, 120, 0, 0],
  ['a film without length', 0, 0, 0, 0],
  ['a length that nobody knows', 5, NaN, 0, 0],
  ['a film without end', 5, Infinity, 0, 0],
  ['a time without end', Infinity, 120, 3, 2],
])('%s', (_, time, duration, column, row) => expect(tileAt(time, duration, grid)).toEqual({ column, row }));

test('one picture is of all of the film', () =>
  expect(tileAt(100, 120, { columns: 1, rows: 1 })).toEqual({ column: 0, row: 0 }));
