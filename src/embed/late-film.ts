/**
 * The film as the page around sees it from the first moment on, though its player comes late: until then it answers from what the page
 * knows and from the film's bare element, and keeps what is asked of it for the player, in order. Where the player does not come, the bare
 * element does what it can.
 */
import type {
  ChapterValue,
  EmbedCommand,
  EmbeddedFilm,
  EmbeddedState,
  PortraitValue,
} from '../sync/embed/embedded-film';
import { errorValueOfCode } from './error-value';

interface Resting {
  readonly video: HTMLVideoElement;
  readonly start: number;
  readonly duration: number;
  readonly chapterAt: (time: number) => ChapterValue | undefined;
  readonly theme: string | undefined;
  readonly language: string;
  readonly subtitles: readonly string[];
  /** Fetches the player, anew where it has not come; called for all that only it can do. */
  readonly wake: () => void;
}

/** What the bare element tells by itself. */
const EVENTS = ['play', 'pause', 'ended', 'timeupdate', 'volumechange', 'durationchange', 'error'] as const;

export class LateFilm implements EmbeddedFilm {
  readonly #resting: Resting;
  #player: EmbeddedFilm | undefined;
  /** The player has not come. */
  #bare = false;
  #loop = false;
  readonly #waiting: EmbedCommand[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #readers = new Set<(portrait: PortraitValue) => void>();
  readonly #handedOver = new AbortController();

  constructor(resting: Resting) {
    this.#resting = resting;
    const { signal } = this.#handedOver;
    // A `<source>` that can't be had tells it to itself, and nothing rises from there.
    for (const name of EVENTS) resting.video.addEventListener(name, this.#tell, { signal, capture: true });
  }

  read(): EmbeddedState {
    if (this.#player) return this.#player.read();
    const { video, start, duration, chapterAt, theme, language, subtitles } = this.#resting;
    const time = video.readyState > 0 || video.currentTime > 0 ? video.currentTime : start;
    return {
      paused: video.paused,
      ended: video.ended,
      time,
      duration: Number.isFinite(video.duration) ? video.duration : duration,
      volume: Math.round(video.volume * 100),
      muted: video.muted,
      loop: this.#loop,
      error: this.#error,
      chapter: chapterAt(time),
      quote: undefined,
      themes: [],
      // A route is led by the player.
      theme: this.#bare ? undefined : theme,
      language,
      subtitles,
    };
  }

  run(command: EmbedCommand): void {
    if (this.#player) return this.#player.run(command);
    // What the bare element can do as well needs no player, unless something else has to be done first.
    if (this.#waiting.length === 0 && this.#runBare(command)) return;
    this.#waiting.push(command);
    this.#resting.wake();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onPortrait(listener: (portrait: PortraitValue) => void): () => void {
    this.#readers.add(listener);
    return () => this.#readers.delete(listener);
  }

  /** The player is there: it does what has been asked, and answers from now on. */
  handOver(player: EmbeddedFilm): void {
    this.#handedOver.abort();
    this.#player = player;
    player.onChange(this.#tell);
    player.onPortrait((portrait) => this.#readers.forEach((tell) => tell(portrait)));
    if (this.#loop) player.run({ kind: 'loop', loop: true });
    for (const command of this.#waiting.splice(0)) player.run(command);
    this.#tell();
  }

  /** The player does not come, for now: what it alone can do is let go of, until it is asked anew. */
  goOnBare(): void {
    this.#bare = true;
    for (const command of this.#waiting.splice(0)) this.#runBare(command);
    this.#tell();
  }

  /** False for what only the player can do. */
  #runBare(command: EmbedCommand): boolean {
    const { video, start } = this.#resting;
    switch (command.kind) {
      case 'pause':
        video.pause();
        return true;
      case 'mute':
        video.muted = command.muted;
        return true;
      case 'volume':
        video.volume = command.volume / 100;
        return true;
      case 'loop':
        this.#loop = command.loop;
        this.#tell();
        return true;
      case 'play':
        if (!this.#bare) return false;
        if (video.readyState === 0 && video.currentTime === 0) video.currentTime = start;
        // A browser that wants a press first leaves the film as it is.
        video.play().catch(() => {});
        return true;
      case 'time':
        if (this.#bare) video.currentTime = command.time;
        return this.#bare;
      default:
        return false;
    }
  }

  /** An element that has no film of its own yet has "no source" too, so it counts only once it was to play. */
  get #error(): EmbeddedState['error'] {
    const { error, networkState, paused } = this.#resting.video;
    if (error) return errorValueOfCode(error.code);
    const none = !paused && networkState === HTMLMediaElement.NETWORK_NO_SOURCE;
    return none ? errorValueOfCode(MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED) : undefined;
  }

  #tell = (): void => this.#listeners.forEach((tell) => tell());
}
