/**
 * The film of the room: does with the page's player what the session asks, and tells what became of it. It stands in the room's window
 * or, where there is only one screen, in the host's.
 */
import { untrack } from 'svelte';
import type { Player } from '../playback/player.svelte';
import type { AgendaItem } from '../programme/programme';
import { filmRuns, type Session } from '../programme/session';
import type { RoomReport } from '../sync/protocol';
import type { Range } from '../timeline/ranges';
import { onPress } from './presses';

/** What the room tells of its film; the rest of its report is about its window. */
export type FilmReport = Omit<RoomReport, 'from' | 'kind' | 'session' | 'fullScreen'>;

/** Milliseconds between two reports of a film that just plays on. */
const OFTEN = 250;
/**
 * Milliseconds in which a preview that gave the sound has fallen silent: two windows are never heard at once. On a machine that had
 * thirteen things to do at a time a message came up to 520 ms late.
 */
const HANDING_OVER = 600;
/** The moments of a theme end with their last word, and the film stops a little early: in this time the word is whole (seconds). */
const LAST_WORD = 0.1;
/** Just before an end lies the last frame of what ends there (seconds). */
const LAST_FRAME = 0.001;

export class RoomPlayer {
  readonly #player: Player;
  readonly #tell: (report: FilmReport) => void;
  /** Of which session it does the orders. */
  #session: string | undefined;
  #take = $state(0);
  #runs = false;
  /** True once the film has run since it was last sent somewhere. */
  #rolled = false;
  readonly #onheld: () => void;
  #ranges: readonly Range[] = [];
  #spare = 0;
  /** The range that the film is in. */
  #index = 0;
  #ended = $state(false);
  #silent = $state(false);
  #told = $state.raw<FilmReport>({
    take: 0,
    time: 0,
    at: 0,
    playing: false,
    ended: false,
    silent: false,
    trouble: 'none',
  });
  #toldAt = -Infinity;
  #handingOver: ReturnType<typeof setTimeout> | undefined;

  /** `tell` is called at every change, and at most four times a second while the film just plays on. */
  constructor(player: Player, tell: (report: FilmReport) => void, onheld: () => void = () => {}) {
    this.#player = player;
    this.#tell = tell;
    this.#onheld = onheld;
  }

  /** What was told last. */
  get report(): FilmReport {
    return this.#told;
  }

  /** To be run where the film's element is, for as long as it is there. Returns how to stop. */
  start = (): (() => void) => {
    this.#player.tellsEachTick = true;
    this.#player.setMuted(this.#silent);
    const stopHearing = onPress(this.#unmute);
    const stopFollowing = $effect.root(() => {
      // Sends the film on at the end of a range.
      $effect(() => {
        if (this.#player.waitingFor === 'chapter' || this.#player.ended) untrack(this.#goOn);
      });
      // Holds a film that something else than the session has set going: browsers play on what they paused themselves.
      $effect(() => {
        if (!this.#player.paused && !this.#runs) untrack(this.#player.pause);
      });
      // The system or the browser has paused the film behind the host's back: then the host is asked, so that all windows say the same.
      $effect(() => {
        const { paused, ended, seeking, waitingFor } = this.#player;
        if (!paused) this.#rolled = true;
        const isHeld = paused && !ended && !seeking && waitingFor === undefined && !this.#ended;
        if (isHeld && this.#runs && this.#rolled && !document.hidden) {
          this.#rolled = false;
          untrack(this.#onheld);
        }
      });
      // Tells the other window.
      $effect(() => {
        const { time, paused, waiting, seeking, error } = this.#player;
        const playing = !paused && !waiting && !seeking && !this.#ended;
        const trouble = error ? 'failed' : waiting && !seeking ? 'waiting' : 'none';
        const silent = this.#silent;
        const report: FilmReport = {
          take: this.#take,
          time,
          at: Date.now(),
          playing,
          ended: this.#ended,
          silent,
          trouble,
        };
        untrack(() => this.#tellAtTimes(report));
      });
    });
    return () => {
      stopHearing();
      stopFollowing();
      clearTimeout(this.#handingOver);
    };
  };

  /** Tells once more, when something about its window has changed. */
  tell = (): void => this.#tell(this.#told);

  follow = (session: Session, agenda: readonly AgendaItem[]): void => untrack(() => this.#follow(session, agenda));

  #follow(session: Session, agenda: readonly AgendaItem[]): void {
    const { film, scene } = session;
    const ran = this.#runs;
    this.#runs = filmRuns(session);
    if (session.id !== this.#session || film.take !== this.#take) {
      this.#session = session.id;
      this.#take = film.take;
      this.#ended = false;
      this.#rolled = false;
      const entry = scene.kind === 'film' ? agenda[scene.item] : undefined;
      this.#ranges = entry?.ranges ?? [];
      this.#spare = entry?.item.kind === 'theme' ? LAST_WORD : 0;
      this.#goTo(film.time);
    } else if (ran === this.#runs) return;
    if (!this.#runs) this.#player.pause();
    // It was over just as the host paused it: nothing is left to play, and the host has to hear so again.
    else if (this.#ended) this.tell();
    else void this.#play();
  }

  #goTo(time: number): void {
    const index = this.#ranges.findIndex(({ end }) => time < end);
    this.#index = index < 0 ? this.#ranges.length - 1 : index;
    const range = this.#ranges[this.#index];
    this.#player.seek(range ? Math.max(range.start, Math.min(time, range.end - LAST_FRAME)) : time);
    if (range) this.#player.stopAt('chapter', range.end + this.#spare);
  }

  /** What lies between two ranges is not shown. */
  #goOn = (): void => {
    const next = this.#ranges[this.#index + 1];
    if (!next) {
      this.#ended = true;
      return;
    }
    this.#goTo(next.start);
    if (this.#runs) void this.#play();
  };

  async #play(): Promise<void> {
    if (await this.#player.play()) return;
    // Nobody has pressed anything in this window yet: it may play without sound.
    this.#silent = true;
    this.#player.setMuted(true);
    if (this.#runs) void this.#player.play();
  }

  #unmute = (): void => {
    if (!this.#silent) return;
    this.#silent = false;
    this.#handingOver = setTimeout(() => this.#player.setMuted(this.#silent), HANDING_OVER);
    if (this.#runs && this.#player.paused) void this.#player.play();
  };

  #tellAtTimes(report: FilmReport): void {
    const told = this.#told;
    const now = performance.now();
    const isSame = (['take', 'playing', 'ended', 'silent', 'trouble'] as const).every(
      (name) => told[name] === report[name],
    );
    const isSoon = report.playing ? now - this.#toldAt < OFTEN : told.time === report.time;
    if (isSame && isSoon && this.#toldAt > -Infinity) return;
    this.#told = report;
    this.#toldAt = now;
    this.#tell(report);
  }
}
