import { expect, test } from 'vitest';
import { frameLength, frameOf, shownAt, withoutSpace, type Frame } from './lateness';

/** 25 frames a second from film time 1 on, the page's clock at 5000. */
const frames: Frame[] = Array.from({ length: 50 }, (_, index) => [1 + index * 0.04, 5000 + index * 40]);

test('a line belongs to the first frame at or after its start', () => {
  expect(frameOf(1.4, frames, 1, 0.04)).toBeCloseTo(5400);
  expect(frameOf(1.41, frames, 1, 0.04)).toBeCloseTo(5440);
});

test('frames that the page was not told of are counted back to, at the speed of the film', () => {
  const gap = frames.filter(([filmTime]) => filmTime < 1.39 || filmTime > 1.55);
  expect(frameOf(1.4, gap, 1, 0.04)).toBeCloseTo(5400);
  const twice = gap.map(([filmTime, at]): Frame => [filmTime, 5000 + (at - 5000) / 2]);
  expect(frameOf(1.4, twice, 2, 0.04)).toBeCloseTo(5200);
});

test('without a frame before the line, or after it, nothing is told', () => {
  expect(frameOf(0.5, frames, 1, 0.04)).toBeUndefined();
  expect(frameOf(9, frames, 1, 0.04)).toBeUndefined();
});

test('a line is found whatever stands around it and however it is broken', () => {
  const changes = [
    [10, ''],
    [20, withoutSpace('Sander: Wie echt\n luistert')],
    [30, ''],
  ] as const;
  expect(shownAt('Wie echt luistert', changes)).toBe(20);
  expect(shownAt('Wie niet luistert', changes)).toBeUndefined();
});

test('the length of a frame is the usual one, whatever is missing', () => {
  expect(frameLength(frames.filter((_, index) => index % 7 !== 3))).toBeCloseTo(0.04);
});
