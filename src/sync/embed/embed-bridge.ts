/**
 * Between an embedded film and the page around it: the page's side of `embed-protocol.ts`. It trusts nothing: it hears `window.parent`
 * only, keeps to the origin of the first message that fits, and answers that origin alone. What does not fit is ignored.
 */
import { EmbedListeners } from './embed-listeners';
import { writeMessage } from './embed-message';
import { decodeAsked, errorValue, OFFERED, type Asked } from './embed-protocol';
import type { EventName, EventValues } from './embed-values';
import type { EmbeddedFilm, EmbeddedState } from './embedded-film';
import { FrameHeight } from './frame-height';
import { greeted, talkers } from './partner-origins';

/** Between two `timeupdate`s (milliseconds): at most 4 a second. */
const PAUSE = 250;
/** Of a page that is a file, a sandboxed frame and the like: one can't be told from another, so none is answered. */
const OPAQUE = 'null';

export interface BridgeOptions {
  readonly film: EmbeddedFilm;
  /** Exact origins that may talk to the film, beside its own. Empty: whichever page is around it. */
  readonly partners: readonly string[];
  /** What the page around may measure: the height of all that is shown follows it. */
  readonly page: HTMLElement;
}

export class EmbedBridge {
  /** True once the page around has asked for `heightchange`: it makes the frame as high as what is in it. */
  followsHeight = false;
  onFollowsHeight: () => void = () => {};

  readonly #listeners = new EmbedListeners();
  readonly #height: FrameHeight;
  /** Empty: everybody. */
  readonly #talkers: readonly string[];
  /** As it was loaded: player.js knows its frame by it. */
  readonly #src = location.href;
  /** Of the page around, from its first message on. */
  #origin: string | undefined;
  /** What was told last. */
  #told: EmbeddedState;
  #toldAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly options: BridgeOptions) {
    this.#told = options.film.read();
    this.#talkers = talkers(options.partners, location.origin);
    this.#height = new FrameHeight(options.page, (height) => this.#emit('heightchange', height));
  }

  /** Says `ready` and listens. Returns how to stop: nothing is left listening. */
  start(): () => void {
    if (window.parent === window) return () => {};
    const { film } = this.options;
    this.#told = film.read();
    const stops = [
      film.onChange(() => this.#tell()),
      film.onPortrait((portrait) => this.#emit('portraitopen', portrait)),
    ];
    window.addEventListener('message', this.#hear);
    for (const origin of greeted(this.#talkers, location.ancestorOrigins?.[0]))
      this.#post({ event: 'ready', value: this.#ready }, origin);
    return () => {
      window.removeEventListener('message', this.#hear);
      for (const stop of stops) stop();
      clearTimeout(this.#timer);
      this.#height.stop();
    };
  }

  get #ready(): EventValues['ready'] {
    return { src: this.#src, ...OFFERED };
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== window.parent || !this.#mayTalk(event.origin)) return;
    const asked = decodeAsked(event.data);
    if (!asked) return;
    this.#origin = event.origin;
    this.#do(asked);
  };

  #mayTalk(origin: string): boolean {
    if (origin === OPAQUE || origin === '') return false;
    if (this.#talkers.length > 0 && !this.#talkers.includes(origin)) return false;
    return this.#origin === undefined || this.#origin === origin;
  }

  #do(asked: Asked): void {
    const { film } = this.options;
    if (asked.kind === 'do') film.run(asked.command);
    else if (asked.kind === 'get') this.#answer(asked.method, asked.read(film.read()), asked.listener);
    else if (asked.kind === 'listen') this.#listen(asked.event, asked.listener);
    else {
      this.#listeners.remove(asked.event, asked.listener);
      if (asked.event === 'heightchange') this.#followHeight();
    }
  }

  #listen(event: EventName, listener: string | undefined): void {
    if (event === 'ready') return this.#answer(event, this.#ready, listener);
    if (!this.#listeners.add(event, listener) || event !== 'heightchange') return;
    const height = this.#height.told;
    this.#followHeight();
    // Who comes later would wait for the next change.
    if (height !== undefined) this.#answer(event, height, listener);
  }

  #followHeight(): void {
    const follows = this.#listeners.of('heightchange').size > 0;
    if (follows === this.followsHeight) return;
    this.followsHeight = follows;
    this.onFollowsHeight();
    if (follows) this.#height.start();
    else this.#height.stop();
  }

  /** Says what differs from what was told last. */
  #tell(): void {
    const before = this.#told;
    const now = this.options.film.read();
    this.#told = now;
    if (now.paused !== before.paused) this.#emit(now.paused ? 'pause' : 'play', undefined);
    if (now.ended && !before.ended) this.#emit('ended', undefined);
    if (now.error && !same(now.error, before.error)) this.#emit('error', errorValue(now.error));
    if (!same(now.chapter, before.chapter)) this.#emit('chapterchange', now.chapter ?? null);
    if (!same(now.quote, before.quote)) this.#emit('quotechange', now.quote ?? null);
    if (!same(now.themes, before.themes)) this.#emit('themechange', { themes: now.themes });
    if (now.language !== before.language) this.#emit('languagechange', { language: now.language });
    if (now.time !== before.time || now.paused !== before.paused) this.#tellTime();
  }

  /** The last place always arrives, if need be a moment later. */
  #tellTime(): void {
    if (this.#timer !== undefined || this.#listeners.of('timeupdate').size === 0) return;
    const tell = () => {
      this.#timer = undefined;
      this.#toldAt = performance.now();
      const { time, duration } = this.options.film.read();
      this.#emit('timeupdate', { seconds: time, duration });
    };
    const rest = this.#toldAt + PAUSE - performance.now();
    if (rest <= 0) tell();
    else this.#timer = setTimeout(tell, rest);
  }

  #emit<K extends EventName>(event: K, value: EventValues[K] | undefined): void {
    for (const listener of this.#listeners.of(event)) this.#answer(event, value, listener);
  }

  #answer(event: string, value: unknown, listener: string | undefined): void {
    if (this.#origin !== undefined) this.#post({ event, value, listener }, this.#origin);
  }

  #post(parts: Parameters<typeof writeMessage>[0], origin: string): void {
    window.parent.postMessage(writeMessage(parts), origin);
  }
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
