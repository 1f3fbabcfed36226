import { expect, test } from 'vitest';
import { clockText, isoDuration, wholeMilliseconds } from './clock-time';

test.each([
  [72.479999, 72.48],
  [72.4804, 72.48],
  [72.4806, 72.481],
  [0, 0],
  [-1.2346, -1.235],
  [NaN, 0],
  [Infinity, 0],
  [1e308, 1e308],
  [-Infinity, 0],
])('wholeMilliseconds(%d) is %d', (seconds, whole) => expect(wholeMilliseconds(seconds)).toBe(whole));

test('every millisecond of two hours is the number that the subtitles have', () => {
  for (let ms = 0; ms < 7_200_000; ms += 1) {
    if (wholeMilliseconds(ms / 1000 - 0.000_000_4) !== ms / 1000) expect.fail(`${ms} ms`);
  }
});

test.each([
  [0, '0:00'],
  [0.999, '0:00'],
  [9, '0:09'],
  [59.999, '0:59'],
  [59.9996, '1:00'],
  [60, '1:00'],
  [74.48, '1:14'],
  [3599.999, '59:59'],
  [3600, '1:00:00'],
  [3723, '1:02:03'],
  [36_000, '10:00:00'],
  [360_000, '100:00:00'],
  [-3, '0:00'],
  [NaN, '0:00'],
  [Infinity, '0:00'],
])('clockText(%d) is %s', (seconds, text) => expect(clockText(seconds)).toBe(text));

test.each([
  [0, 'PT0S'],
  [72.479999, 'PT72.48S'],
  [3723.5, 'PT3723.5S'],
  [-3, 'PT0S'],
  [NaN, 'PT0S'],
  [1e-7, 'PT0S'],
])('isoDuration(%d) is %s', (seconds, text) => expect(isoDuration(seconds)).toBe(text));
