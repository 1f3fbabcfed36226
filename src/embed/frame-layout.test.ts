import { expect, test } from 'vitest';
import { layoutFor } from './frame-layout';

test.each([
  // As high as the picture, or hardly higher.
  [280, 158, 'filled'],
  [640, 360, 'filled'],
  [640, 500, 'filled'],
  [1440, 900, 'filled'],
  // Room for the controls, and under a narrow picture for a line.
  [640, 510, 'flow'],
  [280, 380, 'flow'],
  [280, 379, 'filled'],
  [1440, 960, 'flow'],
] as const)('a frame of %i by %i: %s', (width, height, layout) => {
  expect(layoutFor({ width, height, follows: false })).toBe(layout);
});

test('a frame that is made as high as its page says nothing by its height', () => {
  for (const height of [0, 150, 360, 5000]) expect(layoutFor({ width: 640, height, follows: true })).toBe('flow');
});
