/** Two ways to lay out a floor: a grid that everybody has to fit, and rings that go out from two people who meet. */
import { css, mix } from '../colour';
import { ease } from '../motion';
import type { Piece } from './place';

export const grid =
  (strength: (when: number) => number): Piece =>
  ({ seconds, when, ground, haze, light }) => {
    const shown = strength(when);
    if (shown < 0.01) return '';
    const tint = css(mix(haze, light, 0.5));
    const lines: string[] = [];
    for (let column = -14; column <= 14; column += 1)
      lines.push(
        `<path d="M${512 + column * 46} ${ground}L${512 + column * 210} 720" opacity="${(1 - Math.abs(column) / 17).toFixed(3)}"/>`,
      );
    const moved = (seconds * 0.05) % 1;
    for (let row = 0; row < 9; row += 1) {
      const depth = ((row + moved) / 9) ** 2.4;
      lines.push(
        `<path d="M0 ${(ground + depth * 200).toFixed(2)}H1280" opacity="${ease(row + moved, 0, 2).toFixed(3)}"/>`,
      );
    }
    return `<g stroke="${tint}" stroke-width="1.2" fill="none" opacity="${(shown * 0.22).toFixed(3)}">${lines.join('')}</g>`;
  };

export const rings =
  (x: number, strength: (when: number) => number): Piece =>
  ({ paint, seconds, when, ground, haze, light }) => {
    const shown = strength(when);
    if (shown < 0.01) return '';
    const tint = css(mix(haze, light, 0.7));
    const floor = paint.clip(`<rect y="${ground}" width="1280" height="220"/>`);
    const drawn = Array.from({ length: 6 }, (_, ring) => {
      const age = (ring / 6 + seconds * 0.035) % 1;
      const reach = 90 + age * 560;
      const fade = Math.sin(Math.PI * age) ** 1.4;
      return `<ellipse cx="${x}" cy="${(ground + 26).toFixed(1)}" rx="${reach.toFixed(1)}" ry="${(reach * 0.15).toFixed(1)}" fill="none" stroke="${tint}" stroke-width="1.6" opacity="${(shown * fade * 0.34).toFixed(3)}"/>`;
    }).join('');
    return `<g clip-path="${floor}">${drawn}</g>`;
  };
