/** Sky, light, haze, ground and the shade at the edges. */
import { colour, mix } from './colour';
import { ease } from './motion';
import { glow, glowStops, HEIGHT, rectangle, WIDTH, type Paint, type Stop } from './paint';
import type { Air } from './scene';

export interface Light {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly strength: number;
}

const NIGHT = colour('#05080b');

/** From the dark above to the light at the horizon, bent like the real sky: slow on high, quick near the ground, without an edge. */
export function drawSky(paint: Paint, air: Air, ground: number, light: Light): string {
  const steps = Array.from({ length: 21 }, (_, step): Stop => {
    const at = step / 20;
    const lower = mix(air.middle, air.low, ease(at, 0.5, 1.06) ** 1.1);
    return [at, mix(air.top, lower, ease(at, -0.18, 0.72))];
  });
  return (
    rectangle(0, 0, WIDTH, ground + 2, paint.linear(0, 0, 0, ground, steps)) +
    glow(paint, light.x, light.y, light.reach, glowStops(air.light, 0.5 * light.strength), 0.72) +
    glow(paint, light.x, light.y, light.reach * 0.42, glowStops(air.light, 0.36 * light.strength), 0.66)
  );
}

export function drawGround(paint: Paint, air: Air, ground: number, light: Light): string {
  const near = mix(air.land, air.low, 0.34);
  const dark = mix(air.top, NIGHT, 0.35);
  const fill = paint.linear(0, ground, 0, HEIGHT, [
    [0, near],
    [0.08, mix(near, air.land, 0.55)],
    [0.22, mix(air.land, dark, 0.32)],
    [0.42, mix(air.land, dark, 0.66)],
    [0.7, mix(air.land, dark, 0.88)],
    [1, dark],
  ]);
  return (
    rectangle(0, ground, WIDTH, HEIGHT - ground, fill) +
    glow(paint, light.x, ground + 4, light.reach, glowStops(air.light, 0.34 * light.strength), 0.2)
  );
}

/** Light that hangs over the horizon, behind the shapes. */
export function drawHaze(paint: Paint, air: Air, ground: number): string {
  const fill = paint.linear(0, ground - 130, 0, ground + 46, [
    [0, air.low, 0],
    [0.3, air.low, 0.07],
    [0.55, air.low, 0.2],
    [0.72, air.low, 0.3],
    [0.82, air.low, 0.2],
    [0.92, air.low, 0.06],
    [1, air.low, 0],
  ]);
  return rectangle(0, ground - 130, WIDTH, 176, fill);
}

/** Keeps the corners quiet and the lowest fifth dark enough for white subtitles. */
export function drawShade(paint: Paint): string {
  const low = paint.linear(0, 530, 0, HEIGHT, [
    [0, NIGHT, 0],
    [0.2, NIGHT, 0.14],
    [0.45, NIGHT, 0.42],
    [0.75, NIGHT, 0.6],
    [1, NIGHT, 0.72],
  ]);
  const corner = (x: number, strength: number) => glow(paint, x, -40, 640, glowStops(NIGHT, strength), 0.5);
  const edge = paint.radial(
    WIDTH * 0.42,
    HEIGHT * 0.5,
    980,
    [
      [0.4, NIGHT, 0],
      [0.6, NIGHT, 0.05],
      [0.8, NIGHT, 0.18],
      [1, NIGHT, 0.4],
    ],
    0.75,
  );
  return (
    rectangle(0, 0, WIDTH, HEIGHT, edge) + corner(150, 0.5) + corner(1180, 0.34) + rectangle(0, 530, WIDTH, 190, low)
  );
}
