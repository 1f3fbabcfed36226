/** What makes a chapter's picture its own. */
import { colour, mix, type Colour } from './colour';
import { clamp } from './motion';
import type { Track } from './motion';
import type { Piece } from './landscape/place';

/** The colours of one moment of the day. The sky is dark above, where words in white may stand. */
export interface Air {
  readonly top: Colour;
  readonly middle: Colour;
  readonly low: Colour;
  readonly light: Colour;
  /** The ground at the horizon. */
  readonly land: Colour;
}

export interface Scene {
  /** The day of this chapter, evenly over its time. */
  readonly day: readonly Air[];
  /** The light: `[when, x, y, reach, strength]`, in pixels. */
  readonly light: Track;
  /** What the shapes do, against where the plate has them: `[when, x, y, size, presence]`, in percent of the plate. */
  readonly circle: Track;
  readonly arch: Track;
  /** How much the ground mirrors. */
  readonly wet: number;
  readonly behind: readonly Piece[];
  /** In front of the shapes; it leaves them readable. */
  readonly before?: readonly Piece[];
}

export const air = (top: string, middle: string, low: string, light: string, land: string): Air => ({
  top: colour(top),
  middle: colour(middle),
  low: colour(low),
  light: colour(light),
  land: colour(land),
});

export function mixAir(from: Air, to: Air, share: number): Air {
  const part = (key: keyof Air) => mix(from[key], to[key], share);
  return { top: part('top'), middle: part('middle'), low: part('low'), light: part('light'), land: part('land') };
}

export function airAt(day: readonly Air[], when: number): Air {
  const place = clamp(when) * (day.length - 1);
  const index = Math.min(Math.floor(place), day.length - 2);
  const [from, to] = [day[Math.max(0, index)], day[index + 1]];
  if (!from) throw new Error('A scene needs a sky.');
  const share = place - index;
  return to ? mixAir(from, to, share * share * (3 - 2 * share)) : from;
}
