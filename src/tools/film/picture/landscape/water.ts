/** The sea: lines of light that come and go on the water. */
import { css, mix, colour } from '../colour';
import { scatter } from '../motion';
import type { Piece } from './place';

export const water =
  (lightX: number): Piece =>
  ({ seconds, ground, haze, light, deep }) => {
    const tint = mix(mix(haze, light, 0.5), colour('#ffffff'), 0.15);
    const lines = Array.from({ length: 46 }, (_, index) => {
      const depth = scatter(index + 40) ** 1.7;
      const y = ground + 5 + depth * 150;
      const spread = 1 - 0.55 * depth;
      const x = index % 2 ? scatter(index + 80) * 1280 : lightX + (scatter(index + 80) - 0.5) * 520 * spread;
      const wave = Math.sin(seconds * (0.35 + 0.3 * scatter(index + 9)) + index * 2.4);
      const length = (26 + 120 * depth) * (0.7 + 0.3 * wave);
      const shown = (0.5 + 0.5 * wave) * 0.34 * (1 - depth) ** 0.8;
      const moved = x + 12 * Math.sin(seconds * 0.16 + index);
      return `<path d="M${(moved - length).toFixed(1)} ${y.toFixed(1)}h${(2 * length).toFixed(1)}" stroke="${css(tint)}" stroke-width="${(1 + depth * 2.2).toFixed(2)}" stroke-linecap="round" opacity="${shown.toFixed(3)}"/>`;
    });
    return `<rect y="${ground.toFixed(1)}" width="1280" height="2" fill="${css(mix(deep, light, 0.6), 0.35)}"/>${lines.join('')}`;
  };
