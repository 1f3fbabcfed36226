/** What an embedded film tells the page around it, event by event and answer by answer: the table that both sides check by. Pure. */
import { between, fields, languageTag, list, matching, whole, yesOrNo, type Decoder } from '../../programme/decoders';
import type { ChapterValue, ErrorValue, PortraitValue, QuoteValue } from './embedded-film';

/** No film is longer (seconds). */
const MOST_SECONDS = 1e6;
/** CSS pixels; a frame is never made higher. */
const MOST_HEIGHT = 20_000;
const MOST_ITEMS = 100;
const MOST_SUBTITLES = 2;

const text = matching(/^/, 4096);
const texts = list(MOST_ITEMS, text);
export const seconds = between(0, MOST_SECONDS);
export const percent = between(0, 100);
export const languages = list(MOST_SUBTITLES, languageTag);
const nothing: Decoder<null> = () => null;

const orNull =
  <T>(decode: Decoder<T>): Decoder<T | null> =>
  (value) =>
    value === null ? null : decode(value);

/** All parts, each as it should be, and nothing else. */
const record =
  <T extends object>(parts: { readonly [K in keyof T]-?: Decoder<T[K]> }): Decoder<T> =>
  (value) => {
    const given = fields(value);
    const made: Partial<T> = {};
    for (const name in parts) {
      const decoded = parts[name](given?.[name]);
      if (decoded === undefined) return undefined;
      made[name] = decoded;
    }
    return made as T;
  };

/** Said once, unprompted, and again to who asks for it by `addEventListener`. */
export interface ReadyValue {
  /** Address of the frame, as it was loaded. */
  readonly src: string;
  readonly events: readonly string[];
  readonly methods: readonly string[];
}

export interface TimeValue {
  /** From the start of the film. */
  readonly seconds: number;
  /** Of the whole film, in seconds. */
  readonly duration: number;
}

const chapter = record<ChapterValue>({ id: text, title: text, index: whole(0, 1000) });
const person = record<{ person: string }>({ person: text });
const portrait: Decoder<PortraitValue> = (value) => {
  const paragraph = text(fields(value)?.['paragraph']);
  const opened = person(value);
  return opened && (paragraph === undefined ? opened : { ...opened, paragraph });
};

/**
 * Events, each with its value. `ready` comes by itself; every other one only after `addEventListener`, with the `listener` that asked.
 *
 *     ready           {src, events, methods}
 *     play, pause     the film plays or waits; no value
 *     ended           what is embedded is over: the film, the chapter or the route; no value
 *     timeupdate      {seconds, duration}: where the film is, at most 4 a second, also after a jump and a pause
 *     error           {code, msg}: 1 when the browser can't play the film, otherwise -1
 *     chapterchange   {id, title, index} of the chapter that it is in (index from 0), or null; also when its title changes with the language
 *     quotechange     {id, text, person} of the quote that is said, `person` by name, or null
 *     themechange     {themes}: ids of the themes that are spoken of, often none
 *     portraitopen    {person, paragraph?}: ids of what somebody opens, in the frame or in a new tab
 *     languagechange  {language}: a language tag such as nl
 *     heightchange    height of all that is shown, in whole CSS pixels. Asked for, the film expects a frame that is as high
 *
 * `progress` is not among them: the film can't tell honestly how much of it has come in.
 */
export const EVENTS = {
  ready: record<ReadyValue>({ src: text, events: texts, methods: texts }),
  play: nothing,
  pause: nothing,
  ended: nothing,
  timeupdate: record<TimeValue>({ seconds, duration: seconds }),
  error: record<ErrorValue>({ code: whole(-1, 2), msg: text }),
  chapterchange: orNull(chapter),
  quotechange: orNull(record<QuoteValue>({ id: text, text, person: text })),
  themechange: record<{ readonly themes: readonly string[] }>({ themes: texts }),
  portraitopen: portrait,
  languagechange: record<{ readonly language: string }>({ language: languageTag }),
  heightchange: whole(1, MOST_HEIGHT),
} as const;

/** What getters answer: an event with the name of the method. Null where there is nothing. */
export const ANSWERS = {
  getPaused: yesOrNo,
  getMuted: yesOrNo,
  getVolume: percent,
  getDuration: seconds,
  getCurrentTime: seconds,
  getLoop: yesOrNo,
  getChapter: orNull(chapter),
  getTheme: orNull(text),
  getLanguage: languageTag,
  getSubtitles: languages,
} as const;

type Decoded<D> = D extends Decoder<infer T> ? T : never;
export type EventName = keyof typeof EVENTS;
export type EventValues = { readonly [K in EventName]: Decoded<(typeof EVENTS)[K]> };
export type GetterName = keyof typeof ANSWERS;
export type Answers = { readonly [K in GetterName]: Decoded<(typeof ANSWERS)[K]> };
