/**
 * Content notes: the film waits before a hard passage, once, until the viewer has chosen. Playing on by any other means (a key, the
 * play button, a headset) counts as choosing to go on.
 */
import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { FilmNote } from '../timeline/edition-data';
import type { Now } from '../playback/now.svelte';
import type { Player } from '../playback/player.svelte';

export class ContentNotes {
  readonly #player: Player;
  readonly #now: Now;
  readonly #answered = new SvelteSet<string>();
  /** Notes that stand before the viewer, or have. */
  readonly #asked = new Set<string>();

  constructor(player: Player, now: Now) {
    this.#player = player;
    this.#now = now;
  }

  get open(): FilmNote | undefined {
    const note = this.#now.moment.note?.note;
    return note && this.#player.begun && !this.#answered.has(note.id) ? note : undefined;
  }

  /** To be run whenever what it reads changes. */
  hold(): void {
    const note = this.open;
    if (!note || this.#player.paused) return;
    if (this.#asked.has(note.id)) {
      this.#answered.add(note.id);
    } else {
      this.#asked.add(note.id);
      this.#player.pause();
    }
  }

  /** The question stands before somebody who came here by hand: playing is an answer. */
  seen(note: FilmNote): void {
    if (this.#player.paused) this.#asked.add(note.id);
  }

  goOn = (note: FilmNote): void => {
    this.#answered.add(note.id);
    void this.#player.play();
  };

  skip = (note: FilmNote): void => {
    const range = this.#player.timeline.notes.find((each) => each.note === note);
    if (range) this.#player.seek(range.end);
    void this.#player.play();
  };
}

export const [getContentNotes, setContentNotes] = createContext<ContentNotes>();
