import { expect, test } from 'vitest';
import { ease, follow, scatter } from './motion';

const track = [
  [0, 10, 1],
  [0.5, 20, 1],
  [1, 15, 0],
];

test('a track goes through its moments and stays where it ends', () => {
  expect(follow(track, 0)).toEqual([10, 1]);
  expect(follow(track, 0.5)).toEqual([20, 1]);
  expect(follow(track, 1)).toEqual([15, 0]);
  expect(follow(track, 7)).toEqual([15, 0]);
  expect(follow(track, -1)).toEqual([10, 1]);
});

test('a track never swings past its moments', () => {
  for (let when = 0; when <= 1; when += 0.01) {
    const [first = 0, second = 0] = follow(track, when);
    expect(first).toBeGreaterThanOrEqual(10);
    expect(first).toBeLessThanOrEqual(20.000001);
    expect(second).toBeLessThanOrEqual(1.000001);
    expect(second).toBeGreaterThanOrEqual(-0.000001);
  }
});

test('an ease is still at both ends', () => {
  expect(ease(-1)).toBe(0);
  expect(ease(0.5)).toBeCloseTo(0.5);
  expect(ease(2)).toBe(1);
});

test('what is scattered lies the same in every film', () => {
  expect([scatter(1), scatter(2), scatter(3)]).toEqual([scatter(1), scatter(2), scatter(3)]);
  expect(new Set(Array.from({ length: 100 }, (_, seed) => scatter(seed))).size).toBe(100);
});
