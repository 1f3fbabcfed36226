/**
 * The player: the one clock, and every command to the film. It asks the media and waits for the media to confirm; the one exception
 * is a seek, which shows its target at once. Components read its fields and call its methods; nothing else touches the element.
 */
import { createContext, untrack } from 'svelte';
import { wholeMilliseconds } from '../timeline/clock-time';
import type { MomentLink } from '../timeline/moment-link';
import type { Timeline } from '../timeline/timeline';
import type { MediaPort, MediaState } from './media-port';
import { openNative } from './sources/native-source';

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

const NOTHING_YET: MediaState = {
  time: 0,
  duration: NaN,
  paused: true,
  ended: false,
  seeking: false,
  waiting: false,
  rate: 1,
  volume: 1,
  muted: false,
  error: undefined,
};

export class Player {
  /** Seconds, in whole milliseconds. Read it only where every frame counts; `now` changes less often. */
  time = $state(0);
  /** True from the first play on: before it, the poster stands there. */
  started = $state(false);
  #media = $state.raw(NOTHING_YET);
  #port = $state.raw<MediaPort>();
  #video: HTMLVideoElement | undefined;
  #stopWatching = () => {};
  #takingOver = false;
  /** A seek asked for before the media knew its length. */
  #wanted: number | undefined;
  #passageEnd: number | undefined;
  #resumeAfterReading = false;

  constructor(readonly timeline: Timeline) {}

  get duration(): number {
    return Number.isFinite(this.#media.duration) ? this.#media.duration : this.timeline.end;
  }
  /** True when there is something to show of the film: it has played, or somebody has gone to a moment of it. */
  get begun(): boolean {
    return this.started || this.time > 0;
  }
  get paused(): boolean {
    return this.#media.paused;
  }
  get ended(): boolean {
    return this.#media.ended;
  }
  get seeking(): boolean {
    return this.#media.seeking;
  }
  get waiting(): boolean {
    return this.#media.waiting;
  }
  get rate(): number {
    return this.#media.rate;
  }
  get volume(): number {
    return this.#media.volume;
  }
  get muted(): boolean {
    return this.#media.muted;
  }
  get error(): MediaState['error'] {
    return this.#media.error;
  }

  /** For `{@attach}` on the film's element. */
  attach = (video: HTMLVideoElement): (() => void) => {
    this.#video = video;
    // An attachment runs again when state it has read changes; the element is opened once.
    untrack(() => this.#open(openNative(video)));
    return () => this.#stopWatching();
  };

  /** Somebody is about to play: fetch Video.js and let it take over. Safe to call often. */
  prepare = async (): Promise<void> => {
    if (this.#takingOver || !this.#video) return;
    this.#takingOver = true;
    try {
      const { takeOver } = await import('./sources/video-js-source');
      this.#open(await takeOver(this.#video));
    } catch {
      // The part did not come in: the browser's own player plays as well, and the next press tries again.
      this.#takingOver = false;
    }
  };

  play = async (): Promise<void> => {
    this.#resumeAfterReading = false;
    void this.prepare();
    try {
      await this.#port?.play();
    } catch (reason) {
      // The browser wants a press first, or a pause or seek came in between: the film stays as it is, and the page shows that.
      if (!(reason instanceof DOMException)) throw reason;
    }
  };

  pause = (): void => {
    this.#resumeAfterReading = false;
    this.#port?.pause();
  };

  toggle = (): void => {
    if (this.paused || this.ended) void this.play();
    else this.pause();
  };

  seek = (time: number): void => {
    if (Number.isNaN(time)) return;
    this.#passageEnd = undefined;
    // The last frame, not the end: a film that is at its end starts anew at the next play.
    const known = Number.isFinite(this.#media.duration);
    // Before the media knows its length only it can tell what is too far: the film may run on after its last line.
    const last = known ? Math.max(0, this.duration - 0.04) : Number.MAX_SAFE_INTEGER;
    const target = wholeMilliseconds(Math.min(Math.max(0, time), last));
    this.time = target;
    if (this.#port && known) this.#port.seek(target);
    else this.#wanted = target;
  };

  skip = (seconds: number): void => this.seek(this.time + seconds);

  /** Goes to a moment; a passage pauses at its end and goes on when played again. */
  goTo = (moment: MomentLink): void => {
    this.seek(moment.start);
    this.#passageEnd = moment.end;
  };

  /** The film waits while somebody reads; `returnFromReading` plays on if it was playing and nobody has touched it since. */
  pauseForReading = (): void => {
    const wasPlaying = !this.paused && !this.ended;
    if (!wasPlaying) return;
    this.#port?.pause();
    this.#resumeAfterReading = true;
  };

  get isWaitingForReader(): boolean {
    return this.#resumeAfterReading;
  }

  returnFromReading = (): void => {
    if (this.#resumeAfterReading) void this.play();
  };

  setRate = (rate: number): void => this.#port?.setRate(rate);
  setMuted = (muted: boolean): void => this.#port?.setMuted(muted);
  setVolume = (volume: number): void => {
    this.#port?.setVolume(Math.min(1, Math.max(0, volume)));
    if (volume > 0) this.setMuted(false);
  };

  #open(port: MediaPort): void {
    this.#stopWatching();
    const stopChanges = port.onChange(this.#read);
    const stopTime = port.onTime(
      this.timeline.moments.map(({ start }) => start),
      this.#tick,
    );
    this.#stopWatching = () => {
      stopChanges();
      stopTime();
    };
    this.#port = port;
    this.#read();
  }

  #read = (): void => {
    const state = this.#port?.read();
    if (!state) return;
    this.#media = state;
    if (!state.paused) {
      this.started = true;
      // Played by whatever means (a headset, the system), it no longer waits for the reader.
      this.#resumeAfterReading = false;
    }
    if (this.#wanted !== undefined && Number.isFinite(state.duration)) {
      const wanted = this.#wanted;
      this.#wanted = undefined;
      this.#port?.seek(Math.min(wanted, Math.max(0, state.duration - 0.04)));
    }
    this.#tick();
  };

  #tick = (): void => {
    if (!this.#port || this.#wanted !== undefined) return;
    const time = wholeMilliseconds(this.#port.read().time);
    this.time = time;
    if (this.#passageEnd !== undefined && time >= this.#passageEnd) {
      const end = this.#passageEnd;
      this.#passageEnd = undefined;
      this.#port.pause();
      // Playing on past the end by a few milliseconds would already show the next line.
      if (time > end) this.#port.seek(end - 0.001);
    }
  };
}

export const [getPlayer, setPlayer] = createContext<Player>();
