/** What a viewer can set, and how a kept or foreign value is read: what does not fit is left out, never guessed. */
import type { StepKind } from '../timeline/steps';

/** Size of the subtitles against the usual one. */
export const SIZES = { small: 0.8, normal: 1, large: 1.3, largest: 1.7 } as const;
/** Letters and ground of the subtitles. */
export const COLOURS = ['white', 'yellow', 'black'] as const;
/** How much of the picture shows through the ground of the subtitles. */
export const GROUNDS = ['solid', 'half', 'none'] as const;
/** Over the picture, low or high, or under it. */
export const POSITIONS = ['bottom', 'top', 'below'] as const;
/** What "previous" and "next" step by. */
export const STEPS: readonly StepKind[] = ['chapter', 'quote', 'theme', 'line'];
export const COLUMNS = ['one', 'both'] as const;

export type SubtitleSize = keyof typeof SIZES;

export interface PreferenceValues {
  /** Languages of the subtitles, the main one first; none is off. At most two, as more can't be read in time. */
  readonly subtitles: readonly string[];
  readonly size: SubtitleSize;
  readonly colours: (typeof COLOURS)[number];
  readonly ground: (typeof GROUNDS)[number];
  readonly position: (typeof POSITIONS)[number];
  /** Languages of the transcript: that of the page, or two side by side. */
  readonly columns: (typeof COLUMNS)[number];
  /** Chapters, quotes and themes on the picture. */
  readonly overlays: boolean;
  readonly keys: boolean;
  readonly step: StepKind;
  /** "Wait while I read": the film stops at the end of each line. */
  readonly waitAtLines: boolean;
  /** The browser's voice reads the subtitles. */
  readonly spoken: boolean;
  /** The browser's voice tells what is to be seen. */
  readonly described: boolean;
  /** The text of the film tells what is to be seen, too. */
  readonly pictureInText: boolean;
}

export const DEFAULTS: Omit<PreferenceValues, 'subtitles'> = {
  size: 'normal',
  colours: 'white',
  ground: 'solid',
  position: 'bottom',
  columns: 'one',
  overlays: true,
  keys: true,
  step: 'chapter',
  waitAtLines: false,
  spoken: false,
  described: false,
  pictureInText: true,
};

type Check = (value: unknown) => boolean;
const oneOf =
  (all: readonly unknown[]): Check =>
  (value) =>
    all.includes(value);
const isSwitch: Check = (value) => typeof value === 'boolean';

const CHECKS: Record<keyof typeof DEFAULTS, Check> = {
  size: oneOf(Object.keys(SIZES)),
  colours: oneOf(COLOURS),
  ground: oneOf(GROUNDS),
  position: oneOf(POSITIONS),
  columns: oneOf(COLUMNS),
  overlays: isSwitch,
  keys: isSwitch,
  step: oneOf(STEPS),
  waitAtLines: isSwitch,
  spoken: isSwitch,
  described: isSwitch,
  pictureInText: isSwitch,
};

/** Those of `value` that are preferences, for an edition in `languages`. */
export function decodePreferences(value: unknown, languages: readonly string[]): Partial<PreferenceValues> {
  if (typeof value !== 'object' || value === null) return {};
  const given = new Map(Object.entries(value));
  const subtitles: unknown = given.get('subtitles');
  const known = Object.entries(CHECKS).flatMap(([name, fits]) => {
    const one: unknown = given.get(name);
    return fits(one) ? [[name, one] as const] : [];
  });
  return {
    ...(Object.fromEntries(known) as Partial<PreferenceValues>),
    ...(isLanguageList(subtitles, languages) && { subtitles }),
  };
}

function isLanguageList(value: unknown, languages: readonly string[]): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= 2 &&
    new Set(value).size === value.length &&
    value.every((code) => languages.includes(code as string))
  );
}
