/**
 * The scenes of a film, in the order of its chapters: the first for the opening, the last for the closing, the others in turn for
 * what is between. They know nothing of what is told; each is a day with its own weather and its own way of coming closer.
 */
import { ease } from './motion';
import { city } from './landscape/city';
import { grid, rings } from './landscape/floor';
import { gathering } from './landscape/gathering';
import { bank, hills, walkers, type Hills } from './landscape/hills';
import { paper } from './landscape/paper';
import { water } from './landscape/water';
import { rain, snow, stars } from './landscape/weather';
import { air, type Scene } from './scene';

const plain: Hills = { rows: 3, height: 66, length: 210, pan: 2.2, seed: 1 };
const meadow: Hills = { rows: 4, height: 132, length: 190, pan: 6, seed: 4 };
const dunes: Hills = { rows: 3, height: 92, length: 120, pan: 2.6, seed: 7 };
const ridges: Hills = { rows: 2, height: 52, length: 260, pan: 1.4, seed: 11 };
const evening: Hills = { rows: 3, height: 74, length: 240, pan: 1.6, seed: 15 };

/** Before sunrise: far apart on a wide plain, and on their way. */
const daybreak: Scene = {
  day: [
    air('#0b1a26', '#173540', '#5d5a5c', '#e8a77c', '#2c3b3c'),
    air('#12303a', '#2f5a60', '#c58c6c', '#f3b68a', '#4a4a40'),
    air('#184049', '#4d7d7c', '#e7b083', '#ffd0a0', '#5f5845'),
  ],
  light: [
    [0, 560, 585, 460, 0.35],
    [0.5, 540, 540, 620, 0.7],
    [1, 500, 500, 760, 0.95],
  ],
  circle: [
    [0, -22, 9, 0.58, 0.62],
    [0.3, -15, 6, 0.72, 0.85],
    [1, 4, 0, 1, 1],
  ],
  arch: [
    [0, 13, 0, 0.6, 0.6],
    [0.35, 8, 0, 0.74, 0.85],
    [1, -4, 0, 1, 1],
  ],
  wet: 0.12,
  behind: [stars((when) => 0.7 - ease(when, 0, 0.5) * 0.7), hills(plain)],
  before: [bank(2, 7)],
};

/** Winter by the sea: someone near, then gone in the snow, then beside. */
const winterSea: Scene = {
  day: [
    air('#17303c', '#3d626f', '#a9b7b3', '#f0d9b8', '#35535c'),
    air('#101e2c', '#2a4252', '#7d929b', '#cfdbe0', '#28414d'),
    air('#080f1a', '#13212f', '#33495a', '#8fb0c4', '#182a37'),
    air('#12222f', '#33505e', '#9a9c98', '#f0c9a0', '#2c4650'),
    air('#1a3844', '#4f777f', '#d8b795', '#ffdcb0', '#41605f'),
  ],
  light: [
    [0, 760, 500, 620, 0.7],
    [0.5, 700, 540, 480, 0.22],
    [0.75, 420, 540, 600, 0.5],
    [1, 380, 490, 760, 0.9],
  ],
  circle: [
    [0, 2, -4, 0.94, 1],
    [0.28, 1, 0, 0.9, 0.95],
    [0.54, -5, 5, 0.68, 0.66],
    [0.76, -1, 1, 0.86, 0.9],
    [1, 6, -2, 0.96, 1],
  ],
  arch: [
    [0, -16, 0, 0.95, 1],
    [0.16, -12, 0, 0.94, 1],
    [0.36, 4, 0, 0.82, 0.5],
    [0.56, 9, 0, 0.74, 0.06],
    [0.76, 1, 0, 0.9, 0.75],
    [1, -17, 0, 0.96, 1],
  ],
  wet: 0.75,
  behind: [water(520)],
  before: [snow((when) => ease(when, 0.12, 0.4) * (1 - ease(when, 0.72, 0.95)))],
};

/** Morning in the hills: side by side, the land goes past. */
const morningWalk: Scene = {
  day: [
    air('#173f47', '#4a8480', '#f0cf9c', '#ffe3b0', '#3d5f4c'),
    air('#1b4a52', '#5b9690', '#f2d9ac', '#ffedc6', '#4a6b4c'),
    air('#1d4f57', '#68a198', '#f3dcb4', '#fff0cf', '#587451'),
  ],
  light: [
    [0, 250, 470, 620, 0.8],
    [1, 330, 400, 800, 1],
  ],
  circle: [
    [0, 14, 4, 0.72, 0.9],
    [0.35, 8, 3, 0.84, 1],
    [0.7, 3, 1, 0.96, 1],
    [1, -1, 0, 1.04, 1],
  ],
  arch: [
    [0, -10, 0, 0.96, 1],
    [0.4, -5, 0, 0.98, 1],
    [1, 1, 0, 1, 1],
  ],
  wet: 0,
  behind: [hills(meadow), walkers(meadow, 0)],
  before: [bank(5, 20)],
};

/** A town at night: astray among lights, until a door stands open. */
const nightTown: Scene = {
  day: [
    air('#0b0f1f', '#1f1d3b', '#5b3352', '#ffb35c', '#231c33'),
    air('#080c1a', '#171a34', '#3e2c4e', '#ff9e57', '#1b182c'),
    air('#0d1830', '#2a3053', '#8a5566', '#ffb477', '#2b2739'),
    air('#173348', '#46607a', '#dd9a7b', '#ffcf9a', '#45414a'),
  ],
  light: [
    [0, 760, 560, 560, 0.5],
    [0.45, 640, 560, 460, 0.35],
    [0.7, 610, 500, 560, 0.7],
    [1, 560, 470, 760, 0.95],
  ],
  circle: [
    [0, -12, -6, 0.62, 0.95],
    [0.14, 4, 2, 0.52, 0.8],
    [0.3, -16, 8, 0.5, 0.62],
    [0.42, -6, 7, 0.52, 0.66],
    [0.62, -5, 3, 0.74, 0.95],
    [1, 0, 0, 1, 1],
  ],
  arch: [
    [0, 12, 0, 0.7, 0],
    [0.32, 10, 0, 0.78, 0.06],
    [0.5, 4, 0, 1.04, 0.92],
    [0.72, -1, 0, 1.06, 1],
    [1, 0, 0, 1.04, 1],
  ],
  wet: 0.34,
  behind: [stars((when) => 0.9 - 0.8 * ease(when, 0.6, 0.95)), city],
};

/** An afternoon full of paper: the tall one bends until the two are level. */
const paperAfternoon: Scene = {
  day: [
    air('#202c36', '#56666c', '#c7ad8a', '#f3dcae', '#5b584e'),
    air('#1f3038', '#5b6f70', '#d9ba8d', '#ffe4b3', '#655f4f'),
    air('#1d3a42', '#5f8684', '#efc993', '#ffe9bd', '#6f6850'),
  ],
  light: [
    [0, 930, 380, 620, 0.55],
    [0.6, 800, 420, 720, 0.8],
    [1, 700, 440, 820, 1],
  ],
  circle: [
    [0, -25, 0, 0.84, 0.85],
    [0.3, -15, 0, 0.92, 1],
    [0.62, -12, 0, 1.1, 1],
    [0.8, -15, 0, 1.14, 1],
    [1, -11, -1, 1.24, 1],
  ],
  arch: [
    [0, 8, 0, 1.16, 1],
    [0.3, 5, 0, 1.12, 1],
    [0.64, 1, 0, 0.92, 1],
    [0.82, 2, 0, 0.95, 1],
    [1, 0, 0, 0.92, 1],
  ],
  wet: 0.08,
  behind: [hills(ridges), paper],
  before: [bank(9, 6)],
};

/** Rain over the dunes: small under something tall, until it clears. */
const rainOverDunes: Scene = {
  day: [
    air('#14212b', '#384d57', '#828f8c', '#c9d4cf', '#4b5450'),
    air('#101a24', '#2b3d48', '#66757a', '#b3c2c4', '#3b4644'),
    air('#15303a', '#3f6068', '#c6a383', '#ffd5a0', '#5a5a4b'),
    air('#1b4450', '#56878a', '#f3bd86', '#ffe0ae', '#75694d'),
  ],
  light: [
    [0, 760, 420, 560, 0.32],
    [0.4, 720, 440, 460, 0.2],
    [0.7, 400, 470, 660, 0.75],
    [1, 330, 450, 820, 1],
  ],
  circle: [
    [0, -12, 12, 0.52, 0.8],
    [0.28, -11, 14, 0.46, 0.68],
    [0.46, -8, 11, 0.54, 0.8],
    [0.72, -3, 3, 0.84, 1],
    [1, -2, 0, 1.02, 1],
  ],
  arch: [
    [0, 2, 0, 0.9, 0.25],
    [0.24, -6, 0, 1.85, 0.92],
    [0.36, -5, 0, 1.9, 0.85],
    [0.56, 0, 0, 1, 0.4],
    [0.8, -5, 0, 1.12, 1],
    [1, -9, 0, 1.16, 1],
  ],
  wet: 0.3,
  behind: [hills(dunes)],
  before: [bank(12, 8), rain((when) => 1 - ease(when, 0.4, 0.66))],
};

/** The end of the day: a floor of squares turns into rings around two that meet. */
const goldenFloor: Scene = {
  day: [
    air('#241b36', '#5c3550', '#c9745a', '#ffb978', '#4d3340'),
    air('#2a1f3a', '#713f51', '#e2905d', '#ffc987', '#5f3d41'),
    air('#2b2140', '#7b4655', '#f2ab6b', '#ffd898', '#6b4544'),
  ],
  light: [
    [0, 520, 500, 600, 0.75],
    [1, 512, 480, 780, 1],
  ],
  circle: [
    [0, -23, 2, 0.8, 0.95],
    [0.28, -10, 1, 0.92, 1],
    [0.5, -14, 1, 0.9, 0.95],
    [0.78, 0, 0, 1.04, 1],
    [1, 1, -2, 1.06, 1],
  ],
  arch: [
    [0, 14, 0, 0.94, 0.95],
    [0.28, 8, 0, 0.98, 1],
    [0.5, 10, 0, 0.98, 1],
    [0.78, 0, 0, 1.06, 1],
    [1, -1, 0, 1.1, 1],
  ],
  wet: 0.42,
  behind: [hills(evening), grid((when) => 1 - ease(when, 0.25, 0.62)), rings(512, (when) => ease(when, 0.5, 0.8))],
};

/** Night falls, everybody stands on the horizon, two by two; then it grows light. */
const together: Scene = {
  day: [
    air('#1a1834', '#4b3a5c', '#c4766a', '#ffba8c', '#43344a'),
    air('#101a35', '#2f3f66', '#a56c7c', '#ffb394', '#363349'),
    air('#12223c', '#3c5573', '#d58f80', '#ffcaa0', '#413e4d'),
    air('#173447', '#4c7180', '#efb288', '#ffdcae', '#53504f'),
  ],
  light: [
    [0, 500, 540, 640, 0.6],
    [0.6, 500, 500, 720, 0.85],
    [1, 512, 470, 860, 1],
  ],
  circle: [
    [0, -12, 0, 0.92, 1],
    [0.45, -3, -1, 1, 1],
    [0.8, 1, -2, 1.04, 1],
    [1, 1, 0, 0.8, 1],
  ],
  arch: [
    [0, 10, 0, 0.94, 1],
    [0.45, 3, 0, 1, 1],
    [0.8, -1, 0, 1.04, 1],
    [1, -2, 0, 0.82, 1],
  ],
  wet: 0.5,
  behind: [stars((when) => 0.75 - 0.5 * ease(when, 0.5, 1)), hills(plain), gathering],
};

const MIDDLE = [winterSea, morningWalk, nightTown, paperAfternoon, rainOverDunes, goldenFloor];

export function sceneOf(index: number, chapters: number): Scene {
  if (index === 0) return daybreak;
  if (index === chapters - 1) return together;
  return MIDDLE[(index - 1) % MIDDLE.length] ?? daybreak;
}
