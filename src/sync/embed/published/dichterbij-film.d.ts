/**
 * An embedded film and the page around it. Load `/embed/dichterbij-film.js` of the film's site as a module, and write
 *
 *     <dichterbij-film language="en" chapter="sander" label="The film about Sander">
 *       <a href="https://film.example/en/">Watch the film</a>
 *     </dichterbij-film>
 *
 * What is inside the element is for browsers without JavaScript. They talk by `postMessage`, in the protocol of player.js 0.0.11
 * (https://github.com/embedly/player.js) with events and methods for chapters, quotes, themes, portraits, language and subtitles. The
 * script hears its own frame and the film's origin only, asks nobody else for anything and stores nothing.
 *
 * Times are seconds from the start of the film, volumes 0 to 100, languages BCP 47 tags such as `nl`, heights CSS pixels. Ids are those
 * in the addresses that the film's site makes for partners.
 */

/** Where the film is. */
export interface TimeValue {
  readonly seconds: number;
  readonly duration: number;
}
export interface ChapterValue {
  readonly id: string;
  readonly title: string;
  /** From 0. */
  readonly index: number;
}
export interface QuoteValue {
  readonly id: string;
  readonly text: string;
  /** Name of the person who says it. */
  readonly person: string;
}
export interface PortraitValue {
  /** Id of the person. */
  readonly person: string;
  /** Id of the paragraph, where one was asked for. */
  readonly paragraph?: string;
}
export interface ErrorValue {
  /** As in player.js: 1 when the browser can't play the film, otherwise -1. */
  readonly code: number;
  /** For developers. */
  readonly msg: string;
}
export interface ReadyValue {
  /** Address of the frame, as it was loaded. */
  readonly src: string;
  /** Names of all events. */
  readonly events: readonly string[];
  /** Names of all methods of the protocol. */
  readonly methods: readonly string[];
}

/** Each event with its `detail`. They don't bubble. */
export interface FilmEventMap {
  /** The film answers. Again when it is loaded anew. */
  ready: CustomEvent<ReadyValue>;
  play: CustomEvent<null>;
  pause: CustomEvent<null>;

  /** What is embedded is over: the film, the chapter or the route of a theme. */
  ended: CustomEvent<null>;
  /** At most 4 a second, also after a jump and a pause. */
  timeupdate: CustomEvent<TimeValue>;
  error: CustomEvent<ErrorValue>;
  /** Null between chapters. Also when the title changes with the language. */
  chapterchange: CustomEvent<ChapterValue | null>;
  /** The quote that is said; null when it is over. */
  quotechange: CustomEvent<QuoteValue | null>;
  /** Ids of the themes that are spoken of; often none. */
  themechange: CustomEvent<{ readonly themes: readonly string[] }>;
  /** Somebody opens a portrait, in the frame or in a new tab. */
  portraitopen: CustomEvent<PortraitValue>;
  languagechange: CustomEvent<{ readonly language: string }>;
  /** Height of all that is shown. The element follows it by itself. */
  heightchange: CustomEvent<number>;
}

/**
 * What is asked before the film is there is done once it is; the element keeps the last call of each setter also while it is not on a
 * page. A setter whose value the film can't use changes nothing. A getter is refused (with an `Error`) when there is no answer within 5
 * seconds, or when the film has been taken away. An element that nobody has come near is loaded by its first setter, not by a getter.
 */
export interface FilmMethods {
  /** Browsers let it begin with sound once somebody has pressed something on the page. */
  play(): void;
  pause(): void;
  getPaused(): Promise<boolean>;
  mute(): void;
  unmute(): void;
  getMuted(): Promise<boolean>;
  setVolume(volume: number): void;
  getVolume(): Promise<number>;
  getDuration(): Promise<number>;
  setCurrentTime(seconds: number): void;
  getCurrentTime(): Promise<number>;
  setLoop(loop: boolean): void;
  getLoop(): Promise<boolean>;
  setChapter(id: string): void;
  getChapter(): Promise<ChapterValue | null>;
  /** Plays the route of this theme. */
  setTheme(id: string): void;
  /** Id of the theme whose route is played. */
  getTheme(): Promise<string | null>;
  setLanguage(language: string): void;
  getLanguage(): Promise<string>;
  /** At most two languages; `[]` is none. */
  setSubtitles(languages: readonly string[]): void;
  getSubtitles(): Promise<readonly string[]>;
}

/**
 * For a frame that a page has written itself: `new EmbedClient(document.querySelector('iframe'))`.
 *
 * A frame with `sandbox` but without `allow-same-origin` has an origin without a name (`null`). Then only the frame's window tells who
 * speaks, and messages to it can't name whom they are for: keep `allow-same-origin` where the film stands on a site of its own.
 */
export class EmbedClient extends EventTarget implements FilmMethods {
  /** @param iframe with its `src` set; it may be loaded already, or not be on the page yet */
  constructor(iframe: HTMLIFrameElement);
  readonly iframe: HTMLIFrameElement;
  /** Leaves nothing listening. Getters that wait are refused. */
  destroy(): void;
  addEventListener<K extends keyof FilmEventMap>(
    type: K,
    listener: (this: EmbedClient, event: FilmEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
export interface EmbedClient extends FilmMethods {}

/**
 * `<dichterbij-film>`. Its attributes:
 *
 *     language     language of the film's page and subtitles. Always give it: left out, it is `nl`, which not every film has
 *     chapter      only this chapter
 *     theme        the route of this theme
 *     start        where it stands at the beginning: seconds, or a clock such as `1:12`
 *     overlays     `off`: nothing lies over the film
 *     transcript   `on`: with the text of the film
 *     subtitles    at most two languages, as in `nl,en`; or `off`
 *     scheme       `light` or `dark`
 *     portraits    `inside`: portraits open in the same frame
 *     label        title of the frame, for who does not see it
 *     ratio        width to height until the film tells its height: `16/9` where it is left out
 *
 * A film that is there follows changes of `language`, `subtitles`, `label` and `ratio`; for the others it is loaded anew (the methods
 * `setChapter` and `setTheme` go there without that, in all of the film). Taken off the page, it leaves nothing listening and getters that wait are refused.
 */
export class DichterbijFilm extends HTMLElement {
  static readonly observedAttributes: string[];
  addEventListener<K extends keyof FilmEventMap>(
    type: K,
    listener: (this: DichterbijFilm, event: FilmEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
export interface DichterbijFilm extends FilmMethods {}

/** Of this script. */
export const CLIENT_VERSION: string;

declare global {
  interface HTMLElementTagNameMap {
    'dichterbij-film': DichterbijFilm;
  }
}
