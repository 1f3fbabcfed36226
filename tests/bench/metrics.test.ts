import { expect, test } from 'vitest';
import { cellOf, METRICS, rowsOf, tableOf } from './metrics';
import { summaryOf } from './statistics';

test('a cell tells the median, and between what it lies', () => {
  expect(cellOf(METRICS.usable, summaryOf([500, 480, 2_900]))).toBe('500 (480–2,900)');
  expect(cellOf(METRICS.shift, summaryOf([0, 0]))).toBe('0.000');
});

test('of lateness the 95th is told, which a median hides', () =>
  expect(cellOf(METRICS.late, summaryOf([5, 9, 13]))).toBe('9.0 / 12.6'));

test('what nobody has is left out, what one lacks is a dash, shares are a mean', () =>
  expect(rowsOf([{ rightPaused: [100, 100, 0, 100] }, {}])).toEqual([
    ['line right at first frame after a seek, paused (%)', '75', '–'],
  ]));

test('what ten thousand lines cost is told against two hundred', () => {
  const rows = rowsOf([{ elements200: [1000], elements10000: [1100], script200: [100], script10000: [150] }]);
  expect(rows).toContainEqual(['elements, 10,000 lines against 200', '+100']);
  expect(rows).toContainEqual(['script per minute, 10,000 lines against 200', '1.50 times']);
});

test('a table has columns of one width', () =>
  expect(tableOf(['', 'Plyr'], [['a row', '1']])).toBe('|       | Plyr |\n|-------|------|\n| a row | 1    |'));
