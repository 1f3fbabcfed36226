/** Sheets that fill the air, thin out and settle: much to write down, until somebody looks up. */
import { css, mix, colour } from '../colour';
import { drift, ease, lerp, scatter } from '../motion';
import type { Piece } from './place';

const WHITE = colour('#fff6e6');

export const paper: Piece = ({ seconds, when, ground, haze, light, deep }) => {
  const calm = ease(when, 0.3, 0.85);
  return Array.from({ length: 30 }, (_, index) => {
    const depth = scatter(index + 30);
    const width = lerp(30, 66, depth);
    const across = scatter(index + 70);
    const x = across * 1400 - 60 + drift(seconds, index) * 20 + seconds * lerp(0.5, 1.6, depth);
    const at = (((x % 1400) + 1400) % 1400) - 60;
    const high = lerp(120, ground - 70, scatter(index + 110));
    const settled = ease(calm, scatter(index + 150) * 0.7, 0.3 + scatter(index + 150) * 0.7);
    const y = lerp(high + drift(seconds * 0.8, index + 9) * 16, ground - 6, settled);
    const turn = lerp(drift(seconds * 0.7, index + 4) * 22, 0, settled);
    const flat = lerp(1.36, 0.08, settled);
    const shown = lerp(0.08, 0.24, depth) * (1 - 0.75 * settled);
    const tint = css(mix(mix(haze, light, 0.5), WHITE, 0.35));
    const half = width / 2;
    const lines = [-0.5, -0.25, 0, 0.25]
      .map(
        (row, nth) =>
          `M${(-half * 0.64).toFixed(1)} ${(row * width * flat * 0.8).toFixed(2)}h${(width * (nth === 3 ? 0.36 : 0.62)).toFixed(1)}`,
      )
      .join('');
    return (
      `<g transform="translate(${at.toFixed(2)} ${y.toFixed(2)}) rotate(${turn.toFixed(2)})" opacity="${shown.toFixed(3)}">` +
      `<rect x="${(-half).toFixed(1)}" y="${(-half * flat).toFixed(2)}" width="${width.toFixed(1)}" height="${(width * flat).toFixed(2)}" rx="1.5" fill="${tint}"/>` +
      `<path d="${lines}" stroke="${css(deep)}" stroke-width="1.6" opacity=".5"/></g>`
    );
  }).join('');
};
