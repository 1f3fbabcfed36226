/** The two shapes: a round, warm one and a straight-edged, cool one. Where they overlap they make a third colour. */
import { colour, mix, type Colour } from './colour';
import { glow, glowStops, type Paint, type Stop } from './paint';

export interface Pose {
  /** Middle of the circle; middle and foot of the arch. */
  readonly x: number;
  readonly y: number;
  /** Radius of the circle; width of the arch. */
  readonly size: number;
  /** Height of the arch. */
  readonly height: number;
  /** 1: here; less: in the mist. */
  readonly presence: number;
  /** How loud this side speaks. */
  readonly voice: number;
}

export interface Surroundings {
  /** What the mist is made of. */
  readonly mist: Colour;
  /** The colour of the light, where it comes from, and how much of it there is. */
  readonly light: Colour;
  readonly lightX: number;
  readonly lightY: number;
  readonly shine: number;
  readonly ground: number;
  /** How much the ground mirrors. */
  readonly wet: number;
}

const ROUND = { bright: colour('#f09a74'), body: colour('#cd5f3e'), deep: colour('#7f2e1e') };
const STRAIGHT = { bright: colour('#58a8ae'), body: colour('#1c606a'), deep: colour('#0b333d') };
const CLOSE = { bright: colour('#98567c'), body: colour('#71385a'), deep: colour('#3c1a34') };
const BLACK = colour('#04070a');

const n = (value: number) => value.toFixed(2);

const circlePath = ({ x, y, size }: Pose): string => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}"/>`;

function archPath({ x, y, size, height }: Pose): string {
  const half = size / 2;
  const shoulder = Math.max(0, height - half);
  return `<path d="M${n(x - half)} ${n(y)}v${n(-shoulder)}a${n(half)} ${n(half)} 0 0 1 ${n(size)} 0v${n(shoulder)}z"/>`;
}

type Tones = typeof ROUND;

function tones(base: Tones, pose: Pose, { mist, light, shine }: Surroundings): Tones {
  // Mist takes the colour first; drawShapes then lets the shape itself fade, so that it never turns to grey stone.
  const away = (1 - pose.presence) * 0.45;
  const lit = 0.06 + 0.1 * shine;
  const tone = (one: Colour, spoken: number) =>
    mix(mix(mix(one, light, lit * spoken), base.bright, pose.voice * 0.3 * spoken), mist, away);
  return { bright: tone(base.bright, 1), body: tone(base.body, 0.7), deep: tone(base.deep, 0.35) };
}

/** From the lit edge to the one in the shade. */
const body = ({ bright, body: middle, deep }: Tones): Stop[] => [
  [0, mix(bright, middle, 0.12)],
  [0.18, mix(bright, middle, 0.42)],
  [0.42, mix(bright, middle, 0.88)],
  [0.62, mix(middle, deep, 0.12)],
  [0.84, mix(middle, deep, 0.46)],
  [1, mix(middle, deep, 0.66)],
];

function circleFill(paint: Paint, pose: Pose, base: Tones, around: Surroundings): string {
  const length = Math.hypot(around.lightX - pose.x, around.lightY - pose.y) || 1;
  const x = ((around.lightX - pose.x) / length) * pose.size;
  const y = ((around.lightY - pose.y) / length) * pose.size;
  return paint.linear(pose.x + x, pose.y + y, pose.x - x, pose.y - y, body(base));
}

function archFill(paint: Paint, pose: Pose, base: Tones, around: Surroundings): string {
  const side = around.lightX < pose.x ? -1 : 1;
  const top = pose.y - pose.height;
  return paint.linear(pose.x + side * pose.size * 0.8, top, pose.x - side * pose.size * 0.55, pose.y, body(base));
}

/** Both shapes, their overlap, the light they throw on each other and on the ground. */
export function drawShapes(paint: Paint, circle: Pose, arch: Pose, around: Surroundings): string {
  const warm = tones(ROUND, circle, around);
  const cool = tones(STRAIGHT, arch, around);
  const both: Pose = {
    ...circle,
    presence: Math.min(circle.presence, arch.presence),
    voice: Math.max(circle.voice, arch.voice),
  };
  const plum = tones(CLOSE, both, around);
  const inCircle = paint.clip(circlePath(circle));
  const inArch = paint.clip(archPath(arch));
  const archMiddle = arch.y - arch.height * 0.55;

  const halo = (pose: Pose, y: number, reach: number, tint: Colour) =>
    glow(paint, pose.x, y, reach, glowStops(tint, pose.presence * (0.08 + 0.08 * around.shine + 0.3 * pose.voice)));
  // What stands near is lit by it: the nearer, the warmer.
  const bounce = (clip: string, x: number, y: number, reach: number, tint: Colour, strength: number, squash = 1) =>
    glow(paint, x, y, reach, glowStops(tint, strength), squash, ` clip-path="${clip}"`);
  const gap = Math.hypot(circle.x - arch.x, circle.y - archMiddle) - circle.size;
  const near = Math.max(0, 1 - Math.max(0, gap) / 320) * circle.presence * arch.presence;

  const seen = (pose: Pose) => Math.min(1, pose.presence / 0.72).toFixed(4);
  return [
    halo(arch, archMiddle, arch.height * 0.55 + arch.size, cool.bright),
    halo(circle, circle.y, circle.size * 2.5, warm.bright),
    drawGround(paint, circle, arch, warm, cool, around),
    `<g opacity="${seen(arch)}"><g fill="${archFill(paint, arch, cool, around)}">${archPath(arch)}</g>`,
    // An arch is a way in: light stands in its foot.
    bounce(
      inArch,
      arch.x,
      arch.y + 4,
      arch.height * 0.78,
      mix(cool.bright, around.light, 0.5),
      0.13 + 0.1 * around.shine + 0.22 * arch.voice,
    ),
    bounce(inArch, circle.x, circle.y, circle.size * 2.1, warm.bright, 0.32 * near + 0.1 * circle.voice),
    rim(paint, arch, archPath(arch), inArch, around, arch.size / 2, [arch.y - arch.height, arch.y - arch.height * 0.2]),
    '</g>',
    `<g opacity="${seen(circle)}"><g fill="${circleFill(paint, circle, warm, around)}">${circlePath(circle)}</g>`,
    bounce(inCircle, arch.x, archMiddle, arch.size * 1.2, cool.bright, 0.22 * near),
    `<g clip-path="${inArch}" opacity="${seen(arch)}"><g fill="${circleFill(paint, circle, plum, around)}">${circlePath(circle)}</g></g>`,
    rim(paint, circle, circlePath(circle), inCircle, around, circle.size, [
      circle.y - circle.size,
      circle.y + circle.size * 0.4,
    ]),
    '</g>',
  ].join('');
}

/** The thin line of light along the edge that faces the light. */
function rim(
  paint: Paint,
  pose: Pose,
  path: string,
  clip: string,
  around: Surroundings,
  far: number,
  [top, bottom]: readonly [number, number],
): string {
  const side = around.lightX < pose.x ? -1 : 1;
  const strength = (0.2 + 0.4 * around.shine + 0.2 * pose.voice) * pose.presence;
  const stroke = paint.linear(pose.x + side * far, top, pose.x - side * far * 0.2, bottom, [
    [0, mix(around.light, colour('#ffffff'), 0.35), strength],
    [0.55, around.light, strength * 0.25],
    [1, around.light, 0],
  ]);
  return `<g clip-path="${clip}" fill="none" stroke="${stroke}" stroke-width="3.6">${path}</g>`;
}

/** Shadow and mirror image on the ground. */
function drawGround(paint: Paint, circle: Pose, arch: Pose, warm: Tones, cool: Tones, around: Surroundings): string {
  const { ground, wet } = around;
  const shadow = (pose: Pose, foot: number, half: number, flat: number) => {
    const high = Math.max(0, foot - (pose === arch ? pose.y : pose.y + pose.size));
    const soft = 1 / (1 + high / 70);
    const x = pose.x + (pose.x - around.lightX) * 0.05;
    return glow(paint, x, foot, half * (1.3 + high / 240), glowStops(BLACK, 0.55 * soft * pose.presence), flat);
  };
  const mirror = (path: string, tint: Colour, reach: number, presence: number, from: number) => {
    const fade = paint.linear(0, from, 0, from - reach, [
      [0, tint, 0.5 * wet * presence],
      [0.35, tint, 0.2 * wet * presence],
      [1, tint, 0],
    ]);
    return `<g transform="translate(0 ${n(2 * from)}) scale(1 -1)" fill="${fade}">${path}</g>`;
  };
  const below = paint.clip(`<rect y="${n(ground)}" width="1280" height="${n(720 - ground)}"/>`);
  const pool = (x: number, half: number, tint: Colour, strength: number) =>
    glow(paint, x, ground + 10, half * 3, glowStops(tint, strength), 0.22, ` clip-path="${below}"`);
  return [
    pool(circle.x, circle.size, warm.bright, (0.16 + 0.25 * circle.voice) * circle.presence),
    pool(arch.x, arch.size * 0.6, cool.bright, (0.1 + 0.2 * arch.voice) * arch.presence),
    wet > 0.01
      ? `<g clip-path="${below}">${mirror(archPath(arch), cool.body, arch.height * 0.6, arch.presence, Math.max(arch.y, ground + 2))}` +
        `${mirror(circlePath(circle), warm.body, circle.size * 1.9, circle.presence, Math.max(circle.y + circle.size, ground + 2))}</g>`
      : '',
    shadow(arch, arch.y + 1, arch.size * 0.6, 0.055),
    shadow(circle, ground + 15, circle.size, 0.13),
  ].join('');
}
