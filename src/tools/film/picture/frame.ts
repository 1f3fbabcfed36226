/** One frame of the film as SVG: a pure function of the story and the frame's number. */
import { drawGround, drawHaze, drawShade, drawSky, type Light } from './atmosphere';
import type { Place } from './landscape/place';
import { drawLettering } from './lettering';
import { clamp, drift, ease, follow, lerp } from './motion';
import { HEIGHT, Paint, WIDTH } from './paint';
import { airAt, mixAir, type Air, type Scene } from './scene';
import { sceneOf } from './scenes';
import { drawShapes, type Pose } from './shapes';
import { FRAMES_A_SECOND, type Story, type StoryChapter } from './story';

/** The middle of the plate lies left of the middle of the film: on the right the page shows its quotes. */
const MIDDLE_X = 500;
/** Pixels for one percent of a plate, and sideways a little more, because the film is wide. */
const UNIT = 5.7;
const UNIT_X = 6.4;
/** The shapes stand a little in front of the line where the ground begins. */
const FOOT = 12;
/** A change of chapter, in seconds before and after the moment between the two. */
const BEFORE = 2;
const AFTER = 2.8;

interface Set {
  readonly scene: Scene;
  readonly when: number;
  readonly air: Air;
  readonly ground: number;
  readonly light: Light;
  readonly circle: Pose;
  readonly arch: Pose;
  readonly weight: number;
}

function setOf(story: Story, index: number, seconds: number, weight: number): Set {
  const chapter = story.chapters[index] as StoryChapter;
  const scene = sceneOf(index, story.chapters.length);
  const when = clamp((seconds - chapter.start) / (chapter.end - chapter.start));
  const ground = 522 + (chapter.plate.ground - 78) * 2.2;
  const [x = 0, y = 0, reach = 0, strength = 0] = follow(scene.light, when);
  const [cx, cy, radius] = chapter.plate.circle;
  const [ax, ay, width, height] = chapter.plate.arch;
  const [dx = 0, dy = 0, size = 1, presence = 1] = follow(scene.circle, when);
  const [archX = 0, archY = 0, archSize = 1, archPresence = 1] = follow(scene.arch, when);
  const floor = ground + FOOT;
  const r = radius * size * UNIT;
  // A plate's arch hovers; here it has come down and stands, as tall as its top was high.
  const tall = (chapter.plate.ground - (ay - height / 2)) * archSize * UNIT;
  return {
    scene,
    when,
    air: airAt(scene.day, when),
    ground,
    light: { x, y, reach, strength },
    circle: {
      x: MIDDLE_X + (cx + dx - 50) * UNIT_X,
      // Never into the ground, however far a scene lets it sink.
      y: Math.min(ground + (cy + dy - chapter.plate.ground) * UNIT, floor - r),
      size: r,
      height: 0,
      presence,
      voice: 0,
    },
    arch: {
      x: MIDDLE_X + (ax + archX - 50) * UNIT_X,
      y: floor + archY * UNIT,
      size: width * UNIT * Math.min(1.25, 0.35 + 0.65 * archSize),
      height: tall,
      presence: archPresence,
      voice: 0,
    },
    weight,
  };
}

function mixPose(from: Pose, to: Pose, share: number): Pose {
  const part = (key: keyof Pose) => lerp(from[key], to[key], share);
  return {
    x: part('x'),
    y: part('y'),
    size: part('size'),
    height: part('height'),
    presence: part('presence'),
    voice: 0,
  };
}

/** The chapter of this moment, and while it changes the next one too. */
function setsAt(story: Story, seconds: number): readonly Set[] {
  const { chapters } = story;
  const index = Math.max(
    0,
    chapters.findLastIndex((chapter) => chapter.start <= seconds),
  );
  const start = chapters[index]?.start ?? 0;
  const end = chapters[index]?.end ?? Infinity;
  if (index > 0 && seconds < start + AFTER) {
    const share = ease(seconds, start - BEFORE, start + AFTER);
    return [setOf(story, index - 1, seconds, 1 - share), setOf(story, index, seconds, share)];
  }
  if (index < chapters.length - 1 && seconds > end - BEFORE) {
    const share = ease(seconds, end - BEFORE, end + AFTER);
    return [setOf(story, index, seconds, 1 - share), setOf(story, index + 1, seconds, share)];
  }
  return [setOf(story, index, seconds, 1)];
}

/** Breath, and what speaking does: who speaks grows a little and leans towards the other, who turns to listen. */
function enliven(story: Story, frame: number, circle: Pose, arch: Pose): readonly [Pose, Pose] {
  const seconds = frame / FRAMES_A_SECOND;
  const at = (side: 'round' | 'straight') => {
    const { loud, word } = story.voices[side];
    return { loud: loud[frame] ?? 0, word: word[frame] ?? 0 };
  };
  const round = at('round');
  const straight = at('straight');
  const towards = Math.sign(arch.x - circle.x) || 1;
  const grow = 1 + 0.022 * round.word + 0.012 * round.loud + 0.006 * drift(seconds * 2.2, 3);
  const lean = towards * (9 * round.word + 4 * straight.word);
  const size = circle.size * grow;
  return [
    {
      ...circle,
      x: circle.x + lean + drift(seconds, 1) * 6,
      y: circle.y - (size - circle.size) + drift(seconds * 1.3, 2) * 4 - 4,
      size,
      voice: 0.55 * round.word + 0.45 * round.loud,
    },
    {
      ...arch,
      x: arch.x - towards * (7 * straight.word + 3 * round.word) + drift(seconds, 6) * 4,
      height: arch.height * (1 + 0.018 * straight.word + 0.01 * straight.loud + 0.004 * drift(seconds * 1.7, 8)),
      voice: 0.55 * straight.word + 0.45 * straight.loud,
    },
  ];
}

export function drawFrame(story: Story, frame: number): string {
  const seconds = frame / FRAMES_A_SECOND;
  const paint = new Paint();
  const sets = setsAt(story, seconds);
  const [from, to = from] = sets as [Set, Set?];
  const share = sets.length > 1 ? to.weight : 0;
  const air = mixAir(from.air, to.air, share);
  const ground = lerp(from.ground, to.ground, share);
  const light: Light = {
    x: lerp(from.light.x, to.light.x, share) + drift(seconds * 0.6, 12) * 12,
    y: lerp(from.light.y, to.light.y, share),
    reach: lerp(from.light.reach, to.light.reach, share),
    strength: lerp(from.light.strength, to.light.strength, share) * (1 + 0.04 * drift(seconds * 1.4, 14)),
  };
  const [circle, arch] = enliven(
    story,
    frame,
    mixPose(from.circle, to.circle, share),
    mixPose(from.arch, to.arch, share),
  );
  const place: Omit<Place, 'when'> = {
    paint,
    seconds,
    ground,
    sky: air.middle,
    haze: air.low,
    light: air.light,
    land: air.land,
    deep: air.top,
    people: story.people,
  };
  // The old land sinks and fades, the new one rises.
  const pieces = (which: 'behind' | 'before') =>
    sets
      .map(({ scene, when, weight }) => {
        const drawn = (scene[which] ?? []).map((piece) => piece({ ...place, when })).join('');
        const shown = which === 'behind' ? ease(weight, 0.12, 0.95) : weight;
        return weight > 0.999
          ? drawn
          : `<g opacity="${shown.toFixed(4)}" transform="translate(0 ${((1 - weight) * 26).toFixed(2)})">${drawn}</g>`;
      })
      .join('');
  const around = {
    mist: air.low,
    light: air.light,
    lightX: light.x,
    lightY: light.y,
    shine: light.strength,
    ground,
    wet: lerp(from.scene.wet, to.scene.wet, share),
  };
  const body = [
    drawSky(paint, air, ground, light),
    drawGround(paint, air, ground, light),
    pieces('behind'),
    drawHaze(paint, air, ground),
    drawShapes(paint, circle, arch, around),
    pieces('before'),
    drawShade(paint),
    curtain(story, seconds),
    drawLettering(story, seconds),
  ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${paint.definitions()}${body}</svg>`;
}

/** Opens from the dark and ends in it. */
function curtain(story: Story, seconds: number): string {
  const dark = 1 - ease(seconds, -0.4, 1) * ease(story.seconds - seconds, 0, 0.9);
  return dark > 0.001 ? `<rect width="${WIDTH}" height="${HEIGHT}" fill="#05080b" opacity="${dark.toFixed(4)}"/>` : '';
}
