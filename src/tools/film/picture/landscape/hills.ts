/** Rows of hills or dunes, the far ones paler and slower. */
import { colour, css, mix } from '../colour';
import { lerp } from '../motion';
import type { Piece, Place } from './place';

const NIGHT = colour('#05080b');

export interface Hills {
  readonly rows: number;
  /** How high the farthest row stands above the ground line, in pixels. */
  readonly height: number;
  /** Pixels from hill to hill. */
  readonly length: number;
  /** Pixels a second of the nearest row: the viewer walks along. */
  readonly pan: number;
  readonly seed: number;
}

const ridge = (x: number, length: number, seed: number): number =>
  0.5 +
  0.27 * Math.sin(x / length + seed * 3.7) +
  0.15 * Math.sin((x / length) * 2.17 + seed * 8.1) +
  0.08 * Math.sin((x / length) * 4.3 + seed);

function ridgeHeight({ height, length, pan, rows, seed }: Hills, row: number, x: number, seconds: number): number {
  const near = rows > 1 ? row / (rows - 1) : 1;
  const moved = x + seconds * pan * lerp(0.25, 1, near);
  return ridge(moved, length * lerp(0.75, 1.25, near), seed + row * 1.7) * height * lerp(1, 0.42, near);
}

function drawHills(place: Place, hills: Hills): string {
  const { paint, ground, haze, land, seconds } = place;
  return Array.from({ length: hills.rows }, (_, row) => {
    const near = hills.rows > 1 ? row / (hills.rows - 1) : 1;
    const points: string[] = [];
    for (let x = -10; x <= 1290; x += 20)
      points.push(`${x} ${(ground + 3 - ridgeHeight(hills, row, x, seconds)).toFixed(2)}`);
    const tint = mix(haze, land, lerp(0.28, 0.8, near));
    const top = ground - hills.height * lerp(1, 0.42, near);
    // Mist lies in the valleys: the foot of a row melts into the haze.
    const fill = paint.linear(0, top, 0, ground + 4, [
      [0, tint],
      [0.45, mix(tint, haze, 0.18)],
      [1, mix(tint, haze, 0.62)],
    ]);
    return `<path fill="${fill}" d="M-10 ${ground + 4}L${points.join('L')}L1290 ${ground + 4}z"/>`;
  }).join('');
}

/** A dark bank right before the viewer, quicker than all the rest. */
export const bank =
  (seed: number, pan: number): Piece =>
  ({ paint, seconds, deep, land }) => {
    const points: string[] = [];
    for (let x = -10; x <= 1290; x += 20)
      points.push(`${x} ${(706 - ridge(x + seconds * pan, 230, seed) * 62).toFixed(2)}`);
    const dark = mix(mix(deep, land, 0.25), NIGHT, 0.62);
    const fill = paint.linear(0, 640, 0, 720, [
      [0, dark],
      [1, mix(dark, NIGHT, 0.7)],
    ]);
    return `<path fill="${fill}" d="M-10 720L${points.join('L')}L1290 720z"/>`;
  };

export const hills =
  (shape: Hills): Piece =>
  (place) =>
    drawHills(place, shape);

/** Small figures on the far ridge: round and straight ones that walk together. */
export const walkers =
  (shape: Hills, row: number): Piece =>
  (place) => {
    const { haze, land, seconds, ground, people } = place;
    const tint = css(mix(haze, land, 0.72));
    const figures = Math.max(2, people[0] + people[1]);
    return Array.from({ length: figures }, (_, index) => {
      const x =
        760 + index * 34 + (index % 2) * 8 - seconds * 1.6 + (index % 2 ? 0 : 2 * Math.sin(seconds * 0.8 + index));
      const at = ((((x + 200) % 1500) + 1500) % 1500) - 100;
      const y = ground + 3 - ridgeHeight(shape, row, at, seconds) + 1;
      return index % 2
        ? `<path fill="${tint}" d="M${(at - 5.5).toFixed(2)} ${y.toFixed(2)}v-15a5.5 5.5 0 0 1 11 0v15z"/>`
        : `<circle fill="${tint}" cx="${at.toFixed(2)}" cy="${(y - 7 - Math.abs(Math.sin(seconds * 0.8 + index)) * 0.8).toFixed(2)}" r="7.5"/>`;
    }).join('');
  };
