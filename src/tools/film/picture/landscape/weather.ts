/** Stars, snow and rain. */
import { css, mix, colour } from '../colour';
import { ease, scatter } from '../motion';
import type { Piece } from './place';

const WHITE = colour('#ffffff');
type Strength = (when: number) => number;

export const stars =
  (strength: Strength): Piece =>
  ({ seconds, when, ground, haze }) => {
    const shown = strength(when);
    if (shown < 0.01) return '';
    const tint = css(mix(haze, WHITE, 0.7));
    return Array.from({ length: 70 }, (_, index) => {
      const x = scatter(index * 3 + 1) * 1280;
      const y = scatter(index * 3 + 2) ** 1.3 * (ground - 90);
      const size = 0.7 + scatter(index * 3 + 3) ** 3 * 1.5;
      const twinkle = 0.6 + 0.4 * Math.sin(seconds * (0.5 + scatter(index) * 0.7) + index);
      const low = 1 - ease(y, ground - 220, ground - 70);
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size.toFixed(2)}" fill="${tint}" opacity="${(shown * twinkle * low).toFixed(3)}"/>`;
    }).join('');
  };

/** Falls slowly, in three depths, in front of everything. */
export const snow =
  (strength: Strength): Piece =>
  ({ paint, seconds, when, haze }) => {
    const shown = strength(when);
    if (shown < 0.01) return '';
    const tint = mix(haze, WHITE, 0.7);
    const flake = paint.dot([
      [0, tint, 0.95],
      [0.35, tint, 0.7],
      [0.7, tint, 0.2],
      [1, tint, 0],
    ]);
    return Array.from({ length: 120 }, (_, index) => {
      const depth = scatter(index + 400) ** 2;
      const speed = 15 + depth * 34;
      const y = ((scatter(index + 500) * 760 + seconds * speed) % 760) - 20;
      const x =
        ((scatter(index + 600) * 1340 + seconds * (6 + depth * 12) + 16 * Math.sin(seconds * 0.4 + index)) % 1340) - 30;
      const low = 1 - 0.8 * ease(y, 500, 620);
      const opacity = shown * low * (0.42 + 0.3 * (1 - depth));
      return `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${(2.2 + depth * 6.5).toFixed(2)}" fill="${flake}" opacity="${opacity.toFixed(3)}"/>`;
    }).join('');
  };

export const rain =
  (strength: Strength): Piece =>
  ({ seconds, when, haze, ground }) => {
    const shown = strength(when);
    if (shown < 0.01) return '';
    const tint = css(mix(haze, WHITE, 0.45));
    return Array.from({ length: 110 }, (_, index) => {
      const depth = scatter(index + 800);
      const y = ((scatter(index + 900) * 800 + seconds * (170 + depth * 150)) % 800) - 60;
      const x = scatter(index + 1000) * 1420 - y * 0.16;
      const long = 18 + depth * 40;
      const opacity = shown * (1 - ease(y, ground - 30, ground + 50)) * (0.08 + 0.2 * depth);
      const line = `M${x.toFixed(1)} ${y.toFixed(1)}l${(-long * 0.16).toFixed(1)} ${long.toFixed(1)}`;
      return `<path d="${line}" stroke="${tint}" stroke-width="1.4" stroke-linecap="round" opacity="${opacity.toFixed(3)}"/>`;
    }).join('');
  };
