/** What is going on at this moment of the film: derived from the clock, and the same objects for as long as the moment lasts. */
import { createContext } from 'svelte';
import type { Moment } from '../timeline/timeline';
import type { Player } from './player.svelte';

export class Now {
  readonly #player: Player;
  readonly moment: Moment = $derived.by(() => this.#player.moment);
  /** For words such as "2 minutes 14": changes once a second. */
  readonly second: number = $derived.by(() => Math.floor(this.#player.time));

  constructor(player: Player) {
    this.#player = player;
  }

  get cue() {
    return this.moment.cue;
  }
  get chapter() {
    return this.moment.chapter;
  }
}

export const [getNow, setNow] = createContext<Now>();
