/** Everybody of the film on the horizon: pairs of a small circle and a small arch that come nearer to each other. */
import { css, mix, colour } from '../colour';
import { drift, ease, lerp } from '../motion';
import type { Piece } from './place';

const WARM = colour('#d9785a');
const COOL = colour('#4d949b');

export const gathering: Piece = ({ seconds, when, ground, haze, people }) => {
  const pairs = Math.max(...people, 1);
  return Array.from({ length: pairs }, (_, pair) => {
    const come = ease(when, 0.05 + pair * 0.07, 0.55 + pair * 0.07);
    const home = 905 + (pair - (pairs - 1) / 2) * 118;
    const apart = lerp(44, 12, come);
    const size = 15 + (pair % 2) * 3;
    const foot = ground + 6;
    const sway = drift(seconds, pair) * 2;
    const warm = css(mix(haze, WARM, lerp(0.25, 0.7, come)));
    const cool = css(mix(haze, COOL, lerp(0.25, 0.65, come)));
    const x = (home + apart - sway - size * 0.7).toFixed(2);
    const round =
      pair < people[0]
        ? `<circle cx="${(home - apart + sway).toFixed(2)}" cy="${foot - size}" r="${size}" fill="${warm}"/>`
        : '';
    const straight =
      pair < people[1]
        ? `<path d="M${x} ${foot}v${-size * 1.7}a${size * 0.7} ${size * 0.7} 0 0 1 ${size * 1.4} 0v${size * 1.7}z" fill="${cool}"/>`
        : '';
    return `<g opacity="${ease(when, 0, 0.15).toFixed(3)}">${straight}<g opacity=".92">${round}</g></g>`;
  }).join('');
};
