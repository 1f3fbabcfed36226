/** The way from the film to the text and back: what walking between pages does to the film, and what a moment does to the address. */
import { createContext } from 'svelte';
import type { Player } from '../playback/player.svelte';
import { momentFragment, parseMomentLink } from '../timeline/moment-link';
import type { Cue } from '../timeline/edition-data';
import type { Place } from './address';
import type { Arrival, Navigator } from './navigator.svelte';

export class Journey {
  readonly #player: Player;
  readonly #navigator: Navigator;

  constructor(player: Player, navigator: Navigator) {
    this.#player = player;
    this.#navigator = navigator;
  }

  start(): () => void {
    this.#navigator.onLeave = this.#leave;
    this.#navigator.onArrive = this.#arrive;
    return this.#navigator.start();
  }

  /** The written address of what a line tells about, if it leads anywhere. */
  hrefOf = (cue: Cue): string | undefined => {
    const { language } = this.#navigator.place;
    const { paragraph } = cue;
    return (
      paragraph && this.#navigator.href({ view: 'portrait', language, id: paragraph.person }, `#${paragraph.paragraph}`)
    );
  };

  /** The address of a moment of the film. */
  momentHref = (time: number): string =>
    this.#navigator.href({ view: 'film', language: this.#navigator.place.language }, momentFragment({ start: time }));

  /** Opens the paragraph that tells about `cue`; the film waits, and plays on at the return if it was playing. */
  read = (cue: Cue): void => {
    const { paragraph } = cue;
    if (!paragraph) return;
    this.waitForReading();
    const { language } = this.#navigator.place;
    void this.#navigator.go({ view: 'portrait', language, id: paragraph.person }, `#${paragraph.paragraph}`);
  };

  /** For links that lead to text, before the navigator follows them. */
  waitForReading = (): void => this.#player.waitFor('reading');

  backToFilm = (): void => {
    const { language } = this.#navigator.place;
    void this.#navigator.go({ view: 'film', language }, this.backFragment());
  };

  /** A film that plays goes on by itself; one that stands still is named by its moment. */
  backFragment = (): string =>
    this.#player.paused && this.#player.begun ? momentFragment({ start: this.#player.time }) : '';

  /** A paused film has its moment in the address, so that the address can be copied; a playing one has none. */
  noteMoment = (): void => {
    if (this.#navigator.place.view !== 'film' || !this.#player.started) return;
    this.#navigator.replaceFragment(this.#player.paused ? momentFragment({ start: this.#player.time }) : '');
  };

  #leave = (from: Place): void => {
    if (from.view === 'film' && this.#player.started) {
      this.#navigator.replaceFragment(momentFragment({ start: this.#player.time }));
    }
  };

  #arrive = (to: Place, arrival: Arrival): void => {
    if (to.view !== 'film') return;
    const moment = this.#momentOf(this.#navigator.fragment);
    // Somebody who comes back finds the film where it waits; a film that plays is not moved by the browser's buttons.
    const isThere = moment?.start === this.#player.time && moment.end === undefined;
    const stays = arrival === 'history' && (this.#player.waitingFor === 'reading' || !this.#player.paused);
    if (moment && !isThere && !stays) {
      this.#player.goTo(moment);
      if (arrival === 'link') void this.#player.play();
    } else {
      this.#player.goOn('reading');
    }
  };

  /** `#t=72.5` is a moment; `#sander` is the moment at which that chapter begins. */
  #momentOf(fragment: string) {
    const chapter = this.#player.timeline.chapterById(fragment.slice(1));
    return parseMomentLink(fragment) ?? (chapter && { start: chapter.start });
  }
}

export const [getJourney, setJourney] = createContext<Journey>();
