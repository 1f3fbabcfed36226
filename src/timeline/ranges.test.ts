import { describe, expect, test } from 'vitest';
import { lastStartedIndex, nextStarted, previousStarted, rangeAt, type Range } from './ranges';

const a = { start: 1, end: 2 };
const b = { start: 2, end: 3.5 };
const c = { start: 5, end: 6 };
const all: readonly Range[] = [a, b, c];

describe('lastStartedIndex', () => {
  test.each([
    [-Infinity, -1],
    [0.999, -1],
    [1, 0],
    [1.999, 0],
    [2, 1],
    [4.999, 1],
    [5, 2],
    [Infinity, 2],
    [NaN, -1],
  ])('at %d is %d', (time, index) => expect(lastStartedIndex(all, time)).toBe(index));

  test('of nothing is -1', () => expect(lastStartedIndex([], 3)).toBe(-1));

  test('is the last of those that start together', () =>
    expect(lastStartedIndex([{ start: 1 }, { start: 2 }, { start: 2 }, { start: 2 }, { start: 3 }], 2)).toBe(3));

  test.each([1, 2, 3, 1000, 10_000])('asks at most log2(n) + 1 of %d items', (length) => {
    let asked = 0;
    const items = Array.from({ length }, (_, index) => ({
      get start() {
        asked += 1;
        return index;
      },
    }));
    for (const time of [-1, 0, 0.5, length / 3, length / 2, length - 1, length + 1]) {
      asked = 0;
      expect(lastStartedIndex(items, time)).toBe(Math.max(-1, Math.min(Math.floor(time), length - 1)));
      expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)));
    }
  });
});

describe('rangeAt', () => {
  test.each<[number, Range | undefined]>([
    [0.999, undefined],
    [1, a],
    [1.999, a],
    [2, b],
    [3.499, b],
    [3.5, undefined],
    [4.999, undefined],
    [5, c],
    [6, undefined],
    [NaN, undefined],
  ])('at %d', (time, range) => expect(rangeAt(all, time)).toBe(range));

  test('of nothing is nothing', () => expect(rangeAt([], 0)).toBeUndefined());
});

describe('nextStarted', () => {
  test.each<[number, Range | undefined]>([
    [-5, a],
    [0.999, a],
    [1, b],
    [1.999, b],
    [2, c],
    [5, undefined],
    [NaN, undefined],
  ])('after %d', (time, range) => expect(nextStarted(all, time)).toBe(range));
});

describe('previousStarted', () => {
  test.each<[number, number, Range | undefined]>([
    [0.5, 0, undefined],
    [1, 0, undefined],
    [1.001, 0, a],
    [2, 0, a],
    [2.001, 0, b],
    [5.5, 1, b],
    [6, 1, b],
    [6.001, 1, c],
    [99, 1, c],
    [1.5, 3, undefined],
    [NaN, 0, undefined],
  ])('from %d with a grace of %d', (time, grace, range) => expect(previousStarted(all, time, grace)).toBe(range));

  test('the grace ends to the millisecond, wherever in the film', () => {
    for (let start = 0; start < 60_000; start += 7) {
      const items = [
        { start: -1, end: start / 1000 },
        { start: start / 1000, end: 99 },
      ] as const;
      expect([start, previousStarted(items, (start + 3000) / 1000, 3)]).toEqual([start, items[0]]);
      expect([start, previousStarted(items, (start + 3001) / 1000, 3)]).toEqual([start, items[1]]);
    }
  });
});
