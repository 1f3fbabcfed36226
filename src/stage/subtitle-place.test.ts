import { expect, test } from 'vitest';
import { isBelow } from './subtitle-place';

const one = ['nl'];
const two = ['nl', 'en'];

test.each([
  ['a phone', 22, { subtitles: one, size: 'normal', position: 'bottom' }, true],
  ['just too narrow', 39.9, { subtitles: one, size: 'small', position: 'top' }, true],
  ['just wide enough', 40, { subtitles: two, size: 'normal', position: 'bottom' }, false],
  ['large letters need more', 47.9, { subtitles: one, size: 'large', position: 'bottom' }, true],
  ['large letters in two languages still more', 63.9, { subtitles: two, size: 'large', position: 'top' }, true],
  ['large letters in two languages on a large picture', 64, { subtitles: two, size: 'large', position: 'top' }, false],
  ['the largest on a large picture', 64, { subtitles: one, size: 'largest', position: 'bottom' }, false],
  ['the largest in two languages never', 200, { subtitles: two, size: 'largest', position: 'bottom' }, true],
  ['who wants them under the picture has them there', 200, { subtitles: one, size: 'small', position: 'below' }, true],
] as const)('%s: %i rem', (_, width, look, below) => expect(isBelow(look, width)).toBe(below));
