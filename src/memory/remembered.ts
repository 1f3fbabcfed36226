/** What this device may keep for a viewer of one edition, as it is written there: JSON of at most some hundred characters. */
import { isId, isPlainObject, isTime } from './checks';

export interface Remembered {
  /** Where the film was left, in seconds. */
  readonly film?: number | undefined;
  /** The paragraph each portrait was left at, by person. */
  readonly portraits: Readonly<Record<string, string>>;
  /** What the viewer has set otherwise than usual; `playback` knows what fits. */
  readonly preferences: Readonly<Record<string, unknown>>;
  /** Speed of the film, where it is not the usual one. */
  readonly rate?: number | undefined;
}

export const NOTHING: Remembered = { portraits: {}, preferences: {} };
const VERSION = 1;

export const isNothing = ({ film, rate, portraits, preferences }: Remembered): boolean =>
  film === undefined &&
  (rate === undefined || rate === 1) &&
  Object.keys(portraits).length === 0 &&
  Object.keys(preferences).length === 0;

/** Which of these settings have changed between two looks, by name; undefined where one is no longer set. */
export function setBetween(
  before: Remembered['preferences'],
  after: Remembered['preferences'],
): Remembered['preferences'] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  // The languages of the subtitles are a list.
  const isSame = (name: string) => JSON.stringify(before[name]) === JSON.stringify(after[name]);
  return Object.fromEntries([...names].filter((name) => !isSame(name)).map((name) => [name, after[name]]));
}

/** The same text for the same things, in whatever order they came: what is there already need not be written. */
export function encodeRemembered({ film, portraits, preferences, rate }: Remembered): string {
  return JSON.stringify({ version: VERSION, film, rate, portraits, preferences });
}

/** Reads what an earlier visit, an earlier release or a stranger left: parts that do not fit are left out. */
export function decodeRemembered(text: string | null): Remembered {
  const value = parse(text);
  if (!isPlainObject(value) || value['version'] !== VERSION) return NOTHING;
  const { film, rate, portraits, preferences } = value;
  const places = isPlainObject(portraits) ? Object.entries(portraits) : [];
  return {
    ...(isTime(film) && { film }),
    ...(typeof rate === 'number' && rate >= 0.5 && rate <= 2 && { rate }),
    portraits: Object.fromEntries(places.filter((place): place is [string, string] => place.every(isId))),
    preferences: isPlainObject(preferences) ? preferences : {},
  };
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
