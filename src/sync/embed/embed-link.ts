/**
 * What a partner has chosen for an embedded film, in the query of its address: `/embed/nl/?chapter=sander&overlays=off`. Pure. Each
 * parameter is read on its own; what is unknown or does not fit is ignored, and the usual takes its place.
 *
 *     chapter=sander     only this chapter (an id of the edition); wins over `theme`
 *     theme=luisteren    the route of this theme (an id of the edition)
 *     start=72.5         where the film stands at the beginning: seconds of the film, or a clock as in `1:12`; not for a theme, and
 *                        only within the chapter
 *     overlays=off       nothing lies over the film
 *     transcript=on      with the text of the film
 *     subtitles=nl,en    languages of the subtitles, at most two; or `off`. Usual: the language of the page
 *     scheme=light|dark  light or dark, whatever the reader's device prefers
 *     portraits=inside   portraits and themes open in the same frame. Usual: in a new tab
 */
import { parseMomentLink } from '../../timeline/moment-link';

export interface EmbedChoice {
  readonly chapter?: string;
  readonly theme?: string;
  /** Seconds. */
  readonly start?: number;
  readonly overlays: boolean;
  readonly transcript: boolean;
  /** Empty: none. Undefined: the language of the page. */
  readonly subtitles?: readonly string[];
  readonly scheme?: Scheme;
  readonly portraits: 'inside' | 'tab';
}

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The whole film, as its makers show it. */
export const USUAL_CHOICE: EmbedChoice = { overlays: true, transcript: false, portraits: 'tab' };

/** Ids that the edition has. */
export interface Known {
  readonly chapters: readonly string[];
  readonly themes: readonly string[];
  readonly languages: readonly string[];
}

const MOST_SUBTITLES = 2;
/** Characters of a query: a longer one is not ours. */
const LONGEST = 2000;
const START = /^[\d:.]+$/;

export function decodeEmbedChoice(query: string, known: Known): EmbedChoice {
  if (query.length > LONGEST) return USUAL_CHOICE;
  const given = new URLSearchParams(query);
  /** The last one that fits counts, as in the fragments of the site. */
  const last = <T>(name: string, read: (value: string) => T | undefined): T | undefined => {
    for (const value of given.getAll(name).reverse()) {
      const found = read(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const oneOf =
    <T extends string>(values: readonly T[]) =>
    (value: string) =>
      values.find((each) => each === value);

  const chapter = last('chapter', oneOf(known.chapters));
  const theme = chapter === undefined ? last('theme', oneOf(known.themes)) : undefined;
  const start = last('start', readStart);
  const subtitles = last('subtitles', (value) => readSubtitles(value, known.languages));
  const scheme = last('scheme', oneOf(SCHEMES));
  return {
    ...(chapter !== undefined && { chapter }),
    ...(theme !== undefined && { theme }),
    ...(start !== undefined && { start }),
    overlays: last('overlays', onOrOff) ?? USUAL_CHOICE.overlays,
    transcript: last('transcript', onOrOff) ?? USUAL_CHOICE.transcript,
    ...(subtitles && { subtitles }),
    ...(scheme && { scheme }),
    portraits: last('portraits', oneOf(['inside', 'tab'] as const)) ?? USUAL_CHOICE.portraits,
  };
}

/** Only what is not usual is written. Begins with `?`, or is empty. */
export function encodeEmbedChoice(choice: EmbedChoice): string {
  const { chapter, theme, start, overlays, transcript, subtitles, scheme, portraits } = choice;
  const pairs: [string, string][] = [];
  if (chapter !== undefined) pairs.push(['chapter', chapter]);
  else if (theme !== undefined) pairs.push(['theme', theme]);
  if (start !== undefined && start > 0) pairs.push(['start', String(start)]);
  if (overlays !== USUAL_CHOICE.overlays) pairs.push(['overlays', 'off']);
  if (transcript !== USUAL_CHOICE.transcript) pairs.push(['transcript', 'on']);
  if (subtitles) pairs.push(['subtitles', subtitles.length > 0 ? subtitles.join(',') : 'off']);
  if (scheme) pairs.push(['scheme', scheme]);
  if (portraits !== USUAL_CHOICE.portraits) pairs.push(['portraits', portraits]);
  // A comma needs no escape in a query, and people read these addresses.
  return pairs.length > 0 ? `?${pairs.map(([name, value]) => `${name}=${escaped(value)}`).join('&')}` : '';
}

const escaped = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',');

const onOrOff = (value: string): boolean | undefined => (value === 'on' ? true : value === 'off' ? false : undefined);

function readStart(value: string): number | undefined {
  // One number or clock: nothing that a fragment could read more into.
  const moment = START.test(value) ? parseMomentLink(`t=${value}`) : undefined;
  return moment && moment.end === undefined ? moment.start : undefined;
}

function readSubtitles(value: string, languages: readonly string[]): readonly string[] | undefined {
  if (value === 'off') return [];
  const wanted = value.split(',');
  const isFine =
    wanted.length <= MOST_SUBTITLES &&
    new Set(wanted).size === wanted.length &&
    wanted.every((each) => languages.includes(each));
  return isFine ? wanted : undefined;
}
