/**
 * The public protocol of an embedded film: what the page around may ask. Pure.
 *
 * It is player.js 0.0.11 (https://github.com/embedly/player.js, SPEC.rst) with methods and events of ours. Every message is a JSON
 * *string* of at most 4096 bytes, sent by `postMessage` from the page around to the frame, or back:
 *
 *     {"context":"player.js","version":"0.0.11","method":"getCurrentTime","listener":"a"}       the page around asks
 *     {"context":"player.js","version":"0.0.11","event":"getCurrentTime","value":72.5,"listener":"a"}   the film answers
 *
 * `listener` is a name of at most 200 characters that comes back with the answer; it may be left out.
 *
 *     play, pause, mute, unmute         no value
 *     getPaused, getMuted, getLoop      true or false
 *     setVolume, getVolume              0 to 100
 *     setCurrentTime, getCurrentTime    seconds from the start of the film (0 to 1,000,000; what is behind the end is the end)
 *     getDuration                       seconds
 *     setLoop                           true or false
 *     setChapter, getChapter            an id of the film; answer {id, title, index} or null
 *     setTheme, getTheme                an id: plays the route of that theme; answer its id or null
 *     setLanguage, getLanguage          a language tag of the film, such as nl
 *     setSubtitles, getSubtitles        at most two different language tags; [] is none
 *     addEventListener                  value: name of an event (see EVENTS); at most 50 listeners in all, the same one counts once
 *     removeEventListener               value: name of an event; without `listener` all of that event
 *
 * The examples of the specification also say `isPaused`, `isMuted` and `seekTo`: they are understood. Only what the film has changes
 * it. What does not fit in any part is ignored without an answer: there is no error for a message.
 */
import { idOfEdition, languageTag, oneOf, yesOrNo, type Decoder } from '../../programme/decoders';
import { readListener, readMessage } from './embed-message';
import { EVENTS, languages, percent, seconds, type Answers, type EventName, type GetterName } from './embed-values';
import type { EmbedCommand, EmbeddedState } from './embedded-film';

/** What a getter answers, from what counts now. */
type Read<T = unknown> = (state: EmbeddedState) => T;
const GETTERS: { readonly [K in GetterName]: Read<Answers[K]> } = {
  getPaused: ({ paused }) => paused,
  getMuted: ({ muted }) => muted,
  getVolume: ({ volume }) => volume,
  getDuration: ({ duration }) => duration,
  getCurrentTime: ({ time }) => time,
  getLoop: ({ loop }) => loop,
  getChapter: ({ chapter }) => chapter ?? null,
  getTheme: ({ theme }) => theme ?? null,
  getLanguage: ({ language }) => language,
  getSubtitles: ({ subtitles }) => subtitles,
};

interface Command<V> {
  readonly value: Decoder<V>;
  readonly make: (value: V) => EmbedCommand;
}
const taking = <V>(value: Decoder<V>, make: (value: V) => EmbedCommand): Command<V> => ({ value, make });
/** Needs no value; one that is given says nothing. */
const plain = (command: EmbedCommand): Command<true> =>
  taking(
    () => true,
    () => command,
  );

const different: Decoder<readonly string[]> = (value) => {
  const given = languages(value);
  return given && new Set(given).size === given.length ? given : undefined;
};

const SETTERS = {
  play: plain({ kind: 'play' }),
  pause: plain({ kind: 'pause' }),
  mute: plain({ kind: 'mute', muted: true }),
  unmute: plain({ kind: 'mute', muted: false }),
  setVolume: taking(percent, (volume) => ({ kind: 'volume', volume })),
  setCurrentTime: taking(seconds, (time) => ({ kind: 'time', time })),
  setLoop: taking(yesOrNo, (loop) => ({ kind: 'loop', loop })),
  setChapter: taking(idOfEdition, (chapter) => ({ kind: 'chapter', chapter })),
  setTheme: taking(idOfEdition, (theme) => ({ kind: 'theme', theme })),
  setLanguage: taking(languageTag, (language) => ({ kind: 'language', language })),
  setSubtitles: taking(different, (wanted) => ({ kind: 'subtitles', languages: wanted })),
} as const;

export type SetterName = keyof typeof SETTERS;
/** What each method takes: `true` stands for nothing. */
export type SetterValues = {
  readonly [K in SetterName]: (typeof SETTERS)[K] extends Command<infer V> ? V : never;
};

const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
const eventName = oneOf(EVENT_NAMES);

/** What the page around asks, checked. `listener` is undefined where it gave none. */
export type Asked =
  | { readonly kind: 'do'; readonly command: EmbedCommand }
  | { readonly kind: 'get'; readonly method: string; readonly read: Read; readonly listener: string | undefined }
  | { readonly kind: 'listen' | 'forget'; readonly event: EventName; readonly listener: string | undefined };

type Method = (value: unknown, method: string, listener: string | undefined) => Asked | undefined;

const getter =
  (read: Read): Method =>
  (_, method, listener) => ({ kind: 'get', method, read, listener });
const setter =
  <V>({ value: decode, make }: Command<V>): Method =>
  (given) => {
    const value = decode(given);
    return value === undefined ? undefined : { kind: 'do', command: make(value) };
  };
const listening =
  (kind: 'listen' | 'forget'): Method =>
  (value, _, listener) => {
    const event = eventName(value);
    return event && { kind, event, listener };
  };

/** A Map: names such as `constructor` or `__proto__` lead nowhere. */
const METHODS = new Map<unknown, Method>([
  ...Object.entries(SETTERS).map(([name, command]) => [name, setter(command as Command<unknown>)] as const),
  ...Object.entries(GETTERS).map(([name, read]) => [name, getter(read)] as const),
  ['addEventListener', listening('listen')],
  ['removeEventListener', listening('forget')],
]);

/** The lists of `ready`. */
export const OFFERED = { events: EVENT_NAMES, methods: [...METHODS.keys()] as string[] };

const ALIASES = { isPaused: 'getPaused', isMuted: 'getMuted', seekTo: 'setCurrentTime' };
for (const [alias, name] of Object.entries(ALIASES)) METHODS.set(alias, METHODS.get(name)!);

/** What a message to the film asks, or undefined when it does not fit in any part. */
export function decodeAsked(data: unknown): Asked | undefined {
  const given = readMessage(data);
  const name = given?.['method'];
  const method = METHODS.get(name);
  if (!given || !method) return undefined;
  const listener = readListener(given['listener']);
  if (listener === undefined && given['listener'] !== undefined) return undefined;
  return method(given['value'], name as string, listener);
}

/** MediaError's codes 3 and 4 are "playback not supported" in the words of player.js; its 2, "method not supported", is never said. */
export const errorValue = ({ code, msg }: { readonly code: number; readonly msg: string }) => ({
  code: code === 3 || code === 4 ? 1 : -1,
  msg,
});
