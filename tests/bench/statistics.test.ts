import { expect, test } from 'vitest';
import { summaryOf } from './statistics';

test('the median is the one in the middle, or halfway between two, in whatever order they come', () => {
  expect(summaryOf([30, 10, 20])).toEqual({ count: 3, median: 20, late: 29, least: 10, most: 30 });
  expect(summaryOf([4, 1, 3, 2])?.median).toBe(2.5);
});

test('one of a hundred that is far off shows in the most, not in the 95th', () => {
  const samples = [...Array.from({ length: 99 }, (_, index) => index / 100), 1000];
  expect(summaryOf(samples)).toMatchObject({ most: 1000, count: 100 });
  expect(summaryOf(samples)!.late).toBeLessThan(1);
});

test('one alone is its own median, least and most', () => {
  expect(summaryOf([7])).toEqual({ count: 1, median: 7, late: 7, least: 7, most: 7 });
});

test('nothing measured is nothing told', () => expect(summaryOf([])).toBeUndefined());
