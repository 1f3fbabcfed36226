import { expect, test } from 'vitest';
import { gridFor, momentsOf } from './sprite-grid';

test.each([
  ['a clip', 10, 1],
  ['five minutes', 300, 8],
  ['the stand-in film', 398.12, 10],
  ['an hour', 3600, 12],
  ['ten hours', 36_000, 12],
])('%s (%d s) has %d rows', (_, seconds, rows) => expect(gridFor(seconds)).toEqual({ columns: 10, rows }));

test('each picture is of the middle of its part', () => {
  expect(momentsOf(40, { columns: 2, rows: 2 })).toEqual([5, 15, 25, 35]);
  const moments = momentsOf(398.12, gridFor(398.12));
  expect(moments).toHaveLength(100);
  expect(moments.at(-1)).toBeLessThan(398.12);
});
