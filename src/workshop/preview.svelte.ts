/**
 * What the room sees, in the host's window: the page's own player goes along with what the room tells. Whatever becomes of it, the room
 * is not disturbed. It is heard only where the room's window may not be: sound comes from one window.
 */
import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { Player } from '../playback/player.svelte';
import type { Range } from '../timeline/ranges';
import { onPress } from './presses';
import type { FilmReport } from './room-player.svelte';

/**
 * What is farther off than `far` (seconds) is gone to; what is nearer is caught up with, faster or slower by at most `change`. Where it is
 * heard nobody may notice a change, and sound that is late is worse than one jump.
 */
const UNHEARD = { far: 0.3, change: 0.25 };
const HEARD = { far: 0.15, change: 0.05 };
/** Seconds: what is nearer than this is left alone, while it plays and while it stands still. */
const NEAR = 0.04;
const SAME = 0.02;
/** A jump aims ahead by what jumps usually come late, at most by this (seconds). */
const MOST_AHEAD = 0.5;
/** The room tells four times a second: of one that is silent for longer (milliseconds) nobody knows that it still plays. */
const LONGEST_SILENCE = 1500;
/** Milliseconds between two jumps, so that a slow machine does not only jump. */
const REST = 1000;

interface Told {
  readonly report: FilmReport;
  /** When the report was true, by the clock of this window (milliseconds). */
  readonly since: number;
  /** Seconds: what the room shows now ends there. */
  readonly end: number;
}

export class Preview {
  readonly #player: Player;
  #told = $state.raw<Told>();
  /** The browser wants a press in this window before it is heard. */
  #refused = $state(false);
  /** Counts how often this window came to sight again. */
  #sights = $state(0);
  /** The next correction is exact: a new take, or a window that comes to sight again. */
  #exact = true;
  /** Where a film that stands still was sent to: it can't always stand there, as at the end of the film. */
  #standsAt: number | undefined;
  #jumpedAt = -Infinity;
  /** A jump is asked for, on its way, or over. */
  #jump: 'asked' | 'going' | undefined;
  /** How late jumps come on this machine (seconds). */
  #lateness = 0;
  readonly #frames = createSubscriber((update) => {
    let handle = requestAnimationFrame(function next() {
      update();
      handle = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(handle);
  });

  constructor(player: Player) {
    this.#player = player;
  }

  /** Where the room's film is now (seconds). Whoever reads it is told at each frame while it plays; round it before it is drawn. */
  get time(): number {
    const told = this.#told;
    if (!told) return 0;
    if (!told.report.playing) return told.report.time;
    this.#frames();
    const passed = Math.min(performance.now() - told.since, LONGEST_SILENCE) / 1000;
    return Math.min(told.report.time + passed, told.end, this.#player.duration);
  }

  /** `ranges`: of the item that the room is at. Without a report there is no room. */
  follow(report: FilmReport | undefined, ranges: readonly Range[]): void {
    const before = untrack(() => this.#told?.report.take);
    if (report?.take !== before) this.#exact = true;
    // Windows of one device share the clock of the day. One that was put right meanwhile must not count.
    const age = report ? Date.now() - report.at : 0;
    this.#told = report && {
      report,
      since: performance.now() - (age >= 0 && age < LONGEST_SILENCE ? age : 0),
      end: ranges.find(({ end }) => report.time < end)?.end ?? Infinity,
    };
  }

  /** To be run where the film's element is, for as long as it is there. Returns how to stop. */
  start = (): (() => void) => {
    this.#exact = true;
    this.#player.tellsEachTick = true;
    this.#player.setMuted(true);
    const seen = () => {
      this.#exact = true;
      this.#sights += 1;
    };
    document.addEventListener('visibilitychange', seen);
    const stopHearing = onPress(() => (this.#refused = false));
    const stopFollowing = $effect.root(() => {
      // Drives the film of this window; its time is exact at the moment in which it ticks.
      $effect(() => {
        void [this.#told, this.#refused, this.#sights, this.#player.time, this.#player.paused, this.#player.seeking];
        untrack(this.#correct);
      });
    });
    return () => {
      document.removeEventListener('visibilitychange', seen);
      stopHearing();
      stopFollowing();
      this.#player.pause();
      this.#player.setRate(1);
      this.#player.setMuted(true);
    };
  };

  #correct = (): void => {
    const player = this.#player;
    const report = this.#told?.report;
    const isHeard = report?.silent === true && !this.#refused;
    if (player.muted === isHeard) player.setMuted(!isHeard);
    if (!report?.playing) {
      if (!player.paused) player.pause();
      this.#setRate(1);
      if (report && report.time !== this.#standsAt && Math.abs(player.time - report.time) > SAME)
        this.#goTo(report.time);
      this.#standsAt = report?.time;
      this.#exact = false;
      return;
    }
    this.#standsAt = undefined;
    // The browser itself pauses what is neither seen nor heard, and plays it on when it is seen again.
    if (document.hidden && !isHeard) return;
    if (player.seeking || player.waiting) {
      if (this.#jump === 'asked') this.#jump = 'going';
      return;
    }
    const drift = player.exactTime - this.time;
    if (this.#jump === 'going') {
      this.#jump = undefined;
      this.#lateness = Math.min(MOST_AHEAD, Math.max(0, this.#lateness - drift / 2));
    }
    const { far, change } = isHeard ? HEARD : UNHEARD;
    const isFar = Math.abs(drift) > (this.#exact ? NEAR : far);
    if (isFar && (this.#exact || performance.now() - this.#jumpedAt > REST)) {
      this.#goTo(this.time + this.#lateness);
      this.#jump = 'asked';
      this.#jumpedAt = performance.now();
    }
    this.#exact = false;
    const isFine = isFar || Math.abs(drift) < NEAR;
    this.#setRate(isFine ? 1 : 1 - Math.min(change, Math.max(-change, Math.round(drift * 40) / 20)));
    // At the end of what the room shows it waits for the room.
    if (player.paused && !player.ended && player.waitingFor !== 'chapter') void this.#play();
  };

  #goTo(time: number): void {
    this.#player.seek(time);
    this.#player.stopAt('chapter', this.#told!.end);
  }

  #setRate(rate: number): void {
    if (this.#player.rate !== rate) this.#player.setRate(rate);
  }

  async #play(): Promise<void> {
    if (!(await this.#player.play()) && !this.#player.muted) this.#refused = true;
  }
}
