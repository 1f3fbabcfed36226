/**
 * What this device may keep for a viewer of one edition. Each thing that is set by itself has a name of its own, and stands in the storage
 * under that name, its value as JSON.
 */
import { isId, isTime } from './checks';

export interface Remembered {
  /** Where the film was left, in seconds. */
  readonly film?: number | undefined;
  /** Speed of the film, where it is not the usual one. */
  readonly rate?: number | undefined;
  /** The paragraph a portrait was left at, by person. */
  readonly [portrait: `portrait:${string}`]: string | undefined;
  /** What the viewer has set otherwise than usual; `playback` knows what fits. */
  readonly [setting: `setting:${string}`]: unknown;
}

export type Settings = Readonly<Record<string, unknown>>;

const SETTING = 'setting:';
/** Whoever asks for a portrait or a setting names it, so that no name that a stranger has written is ever looked for. */
function fits(name: string, value: unknown): boolean {
  if (name === 'film') return isTime(value);
  if (name === 'rate') return typeof value === 'number' && value >= 0.5 && value <= 2;
  return name.startsWith('portrait:') ? isId(value) : name.startsWith(SETTING) && value !== undefined;
}

/** What stands under a name fits it: it has been set under it, or `fits` has let it through. */
const byName = (entries: readonly (readonly [string, unknown])[]): Remembered =>
  Object.fromEntries(entries) as Remembered;

/** `undefined` takes a thing away. */
export const changed = (kept: Remembered, change: Remembered): Remembered =>
  byName(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== undefined));

export const settingsIn = (kept: Remembered): Settings =>
  Object.fromEntries(
    Object.entries(kept)
      .filter(([name]) => name.startsWith(SETTING))
      .map(([name, value]) => [name.slice(SETTING.length), value]),
  );

export const asChange = (set: Settings): Remembered =>
  byName(Object.entries(set).map(([name, value]) => [SETTING + name, value]));

/** Which of these settings have changed between two looks, by name; undefined where one is no longer set. */
export function setBetween(before: Settings, after: Settings): Settings {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  // The languages of the subtitles are a list.
  const isSame = (name: string) => JSON.stringify(before[name]) === JSON.stringify(after[name]);
  return Object.fromEntries([...names].filter((name) => !isSame(name)).map((name) => [name, after[name]]));
}

/** Reads what an earlier visit, an earlier release or a stranger left, by name: what does not fit is left out, each for itself. */
export const decodeRemembered = (texts: readonly (readonly [string, string])[]): Remembered =>
  byName(texts.map(([name, text]) => [name, parse(text)] as const).filter(([name, value]) => fits(name, value)));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
