/** Collects the gradients and clips of one drawing, so that no two of them share a name. */
import { css, type Colour } from './colour';

/** Where in a gradient, which colour, how much of it. */
export type Stop = readonly [at: number, colour: Colour, alpha?: number];

export const WIDTH = 1280;
export const HEIGHT = 720;

const n = (value: number) => value.toFixed(2);

export class Paint {
  readonly #definitions: string[] = [];

  #define(make: (name: string) => string): string {
    const name = `p${this.#definitions.length}`;
    this.#definitions.push(make(name));
    return `url(#${name})`;
  }

  linear(x1: number, y1: number, x2: number, y2: number, stops: readonly Stop[]): string {
    const place = `x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"`;
    return this.#define(
      (id) => `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${place}>${stopsOf(stops)}</linearGradient>`,
    );
  }

  /** `squash` makes an ellipse of the circle: light on the ground. */
  radial(x: number, y: number, radius: number, stops: readonly Stop[], squash = 1): string {
    const place = `cx="0" cy="0" r="${n(Math.max(1, radius))}" gradientTransform="translate(${n(x)} ${n(y)}) scale(1 ${n(squash)})"`;
    return this.#define(
      (id) => `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" ${place}>${stopsOf(stops)}</radialGradient>`,
    );
  }

  /** A gradient that fits any round thing it fills. */
  dot(stops: readonly Stop[]): string {
    return this.#define((id) => `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`);
  }

  clip(path: string): string {
    return this.#define((id) => `<clipPath id="${id}">${path}</clipPath>`);
  }

  definitions(): string {
    return `<defs>${this.#definitions.join('')}</defs>`;
  }
}

function stopsOf(stops: readonly Stop[]): string {
  return stops.map(([at, colour, alpha]) => `<stop offset="${at}" stop-color="${css(colour, alpha)}"/>`).join('');
}

/** A light that fades like light does, without the edge that a straight fade has. */
export const glowStops = (colour: Colour, strength: number): Stop[] =>
  [0, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85, 1].map((at) => [at, colour, strength * (1 - at) ** 2 * (1 + 2 * at)]);

export const rectangle = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${more}/>`;

/** Only as much of the picture as a glow reaches: what lies outside would be drawn for nothing. */
export function glow(
  paint: Paint,
  x: number,
  y: number,
  reach: number,
  stops: readonly Stop[],
  squash = 1,
  more = '',
): string {
  return rectangle(
    x - reach,
    y - reach * squash,
    2 * reach,
    2 * reach * squash,
    paint.radial(x, y, reach, stops, squash),
    more,
  );
}
