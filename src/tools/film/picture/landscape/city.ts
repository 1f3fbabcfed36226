/** A town at night: blocks with windows that go on and off, and out towards the morning. */
import { css, mix } from '../colour';
import { ease, lerp, scatter } from '../motion';
import type { Piece } from './place';

const BLOCKS = 26;

export const city: Piece = ({ paint, seconds, when, ground, haze, land, light }) => {
  const blocks: string[] = [];
  for (const row of [0, 1]) {
    const fill = paint.linear(0, ground - 190, 0, ground, [
      [0, mix(haze, land, row ? 0.88 : 0.5)],
      [1, mix(haze, land, row ? 0.62 : 0.24)],
    ]);
    blocks.push(`<rect y="${ground - (row ? 30 : 52)}" width="1280" height="${row ? 32 : 54}" fill="${fill}"/>`);
    const pan = seconds * (row ? 1.5 : 0.6);
    for (let index = 0; index < BLOCKS; index += 1) {
      const seed = index * 11 + row * 500;
      const width = 64 + scatter(seed) * 36;
      const x = ((((index * 62 + row * 27 - pan) % (BLOCKS * 62)) + BLOCKS * 62) % (BLOCKS * 62)) - 130;
      // Low in the middle: the two shapes have the sky there to themselves.
      const middle = 1 - 0.5 * Math.exp(-(((x - 520) / 330) ** 2));
      const height = (row ? 40 : 70) + scatter(seed + 1) * (row ? 70 : 110) * middle;
      blocks.push(
        `<rect x="${x.toFixed(2)}" y="${(ground - height).toFixed(2)}" width="${width.toFixed(1)}" height="${(height + 2).toFixed(2)}" fill="${fill}"/>`,
      );
      if (row === 0) continue;
      for (let pane = 0; pane < 5; pane += 1) {
        const px = x + 8 + scatter(seed + 20 + pane) * (width - 20);
        const py = ground - height + 10 + scatter(seed + 40 + pane) * Math.max(4, height - 26);
        const asleep = ease(when, 0.45 + 0.4 * scatter(seed + pane + 60), 0.55 + 0.4 * scatter(seed + pane + 60));
        const flicker =
          0.72 + 0.28 * Math.sin(seconds * (0.4 + scatter(seed + pane)) * lerp(2.2, 0.6, when) + pane * 2 + index);
        const shown = flicker * (1 - asleep) * (scatter(seed + pane + 90) > 0.35 ? 0.75 : 0.25);
        if (shown > 0.02)
          blocks.push(
            `<rect x="${px.toFixed(2)}" y="${py.toFixed(2)}" width="5" height="7" fill="${css(light)}" opacity="${shown.toFixed(3)}"/>`,
          );
      }
    }
  }
  return blocks.join('');
};
