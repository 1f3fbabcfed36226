import { expect, test } from 'vitest';
import { hourText, runningClock } from './running-clock';

const item = (length: number, talk: number) => ({ length, item: { kind: 'chapter' as const, id: 'a', talk } });

test('each item begins where the one before it ends', () => {
  expect(runningClock([item(120, 10), item(60, 8), item(0, 0)])).toEqual([
    { start: 0, end: 12 },
    { start: 12, end: 21 },
    { start: 21, end: 21 },
  ]);
  expect(runningClock([])).toEqual([]);
});

test('seconds are not lost from item to item', () => {
  const clock = runningClock(Array.from({ length: 6 }, () => item(20, 1)));
  expect(clock.map(({ end }) => end)).toEqual([1, 3, 4, 5, 7, 8]);
});

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [59, '0:59'],
  [60, '1:00'],
  [125, '2:05'],
])('%d minutes are %s', (minutes, text) => expect(hourText(minutes)).toBe(text));
