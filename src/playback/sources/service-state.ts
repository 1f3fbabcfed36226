/**
 * What is known of a film in the frame of a service. It tells a few times a second what it does, and some moments late: between two
 * reports the time is reckoned on, and what was asked for (play, pause, a place) is shown at once, until the frame confirms it or too much
 * time has gone by. Pure: `now` is milliseconds of any steady clock.
 */
import type { MediaErrorKind, MediaState } from '../media-port';
import type { ServiceReport } from './service-protocol';

/** Milliseconds that a wish is shown without a word of the frame. */
export const CONFIRMED_WITHIN = 5000;
/** Seconds: a film that plays may be told this much behind what was reckoned before the clock goes back. */
const STEADY = 0.25;
/** Seconds: a film that stands still is where it was sent to, however the service rounds it. */
const SAME = 0.05;
/** Seconds around its target in which a seek has arrived. */
const AROUND = { before: 0.3, after: 1 };

interface Wish<T> {
  readonly value: T;
  readonly since: number;
}

export class ServiceState {
  #time = 0;
  /** When `#time` was true. */
  #since = 0;
  #duration = NaN;
  #paused = true;
  #ended = false;
  #waiting = false;
  #rate = 1;
  #volume = 1;
  #muted = false;
  #error: MediaErrorKind | undefined;
  #play: Wish<boolean> | undefined;
  #seek: Wish<number> | undefined;

  read(now: number): MediaState {
    const paused = this.#isPaused;
    return {
      time: this.#timeAt(now),
      duration: this.#duration,
      paused,
      ended: this.#ended && this.#play?.value !== true && !this.#seek,
      seeking: this.#seek !== undefined,
      waiting: !paused && (this.#paused || this.#waiting),
      seekable: true,
      stalled: false,
      rate: this.#rate,
      volume: this.#volume,
      muted: this.#muted,
      error: this.#error,
    };
  }

  wish(playing: boolean, now: number): void {
    // A film that stands still need not be told of a pause to be at one.
    if (!playing && this.#paused && !this.#play) return;
    if (playing && this.#ended) this.seek(0, now);
    // It stands where it was stopped, until the frame tells it better.
    this.#moveTo(this.#timeAt(now), now);
    this.#play = { value: playing, since: now };
  }

  seek(time: number, now: number): void {
    this.#moveTo(time, now);
    this.#seek = { value: time, since: now };
  }

  /** The browser has refused to play, or nothing was heard of it. */
  giveUp(): void {
    this.#play = undefined;
  }

  fail(error: MediaErrorKind): void {
    this.#error = error;
  }

  get wishesToPlay(): boolean {
    return this.#play?.value === true;
  }

  take(report: ServiceReport, now: number): void {
    if (this.#play && now - this.#play.since > CONFIRMED_WITHIN && !this.#play.value) this.#play = undefined;
    if (this.#seek && now - this.#seek.since > CONFIRMED_WITHIN) this.#seek = undefined;
    // A player that tells anything is there again.
    this.#error = report.error ?? (this.#error === 'network' ? undefined : this.#error);
    // By what was true until now.
    this.#takeTime(report, now);
    this.#duration = report.duration ?? this.#duration;
    this.#rate = report.rate ?? this.#rate;
    this.#volume = report.volume ?? this.#volume;
    this.#muted = report.muted ?? this.#muted;
    this.#takePlaying(report, now);
    if (report.ended && Number.isFinite(this.#duration) && !this.#seek) this.#moveTo(this.#duration, now);
  }

  #takePlaying({ paused, ended, waiting }: ServiceReport, now: number): void {
    // What was on its way when something else was asked for.
    if (this.#play && paused !== undefined && paused === this.#play.value) return;
    this.#moveTo(this.#timeAt(now), now);
    if (paused !== undefined) this.#play = undefined;
    this.#paused = paused ?? this.#paused;
    this.#ended = ended ?? this.#ended;
    this.#waiting = waiting ?? this.#waiting;
  }

  #takeTime({ time, arrived, paused }: ServiceReport, now: number): void {
    if (time === undefined) return;
    // It is still on its way to where it was stopped.
    if (this.#play?.value === false && paused !== true && !this.#seek) return;
    if (this.#seek) {
      const { value, since } = this.#seek;
      const farthest = value + AROUND.after + ((now - since) / 1000) * this.#rate;
      if (!arrived && (time < value - AROUND.before || time > farthest)) return;
      this.#seek = undefined;
    }
    const here = this.#timeAt(now);
    if (this.#isRunning) this.#moveTo(time < here && here - time < STEADY ? here : time, now);
    else if (Math.abs(time - here) > SAME) this.#moveTo(time, now);
  }

  #moveTo(time: number, now: number): void {
    this.#time = time;
    this.#since = now;
  }

  #timeAt(now: number): number {
    if (!this.#isRunning) return this.#time;
    const time = this.#time + (Math.max(0, now - this.#since) / 1000) * this.#rate;
    return Number.isFinite(this.#duration) ? Math.min(time, this.#duration) : time;
  }

  get #isPaused(): boolean {
    return this.#play ? !this.#play.value : this.#paused;
  }

  get #isRunning(): boolean {
    return !this.#isPaused && !this.#paused && !this.#waiting && !this.#ended && !this.#seek;
  }
}
