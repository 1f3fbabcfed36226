import { expect, test } from 'vitest';
import { percentAt } from './percent-at';

test.each([
  [0, 10, 0],
  [2.5, 10, 25],
  [10, 10, 100],
  [26, 10, 100],
  [Infinity, 10, 100],
  [-1, 10, 0],
])('%d of %d seconds is at %d percent', (time, duration, percent) => expect(percentAt(time, duration)).toBe(percent));
