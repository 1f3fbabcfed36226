import { expect, test } from 'vitest';
import { MOST_MARKS, thinned } from './thinned';

const marks = (count: number, end: number) =>
  Array.from({ length: count }, (_, nth) => ({ start: (nth * end) / count }));

test('as many as a bar takes all stay', () => {
  const few = marks(MOST_MARKS, 300);
  expect(thinned(few, 300)).toBe(few);
});

test('of more the first of each stretch stays, over the whole of the film', () => {
  const kept = thinned(marks(3300, 36_000), 36_000);
  expect(kept).toHaveLength(MOST_MARKS);
  expect(kept[0]).toEqual({ start: 0 });
  expect(kept.at(-1)!.start).toBeCloseTo((36_000 * (MOST_MARKS - 1)) / MOST_MARKS);
});

test('marks that all lie close together are one', () => {
  expect(thinned(Array(100).fill({ start: 5 }), 300)).toHaveLength(1);
});
