/** "Hear the other side" and back again: a step aside from where the viewer was, remembered until they go elsewhere by themselves. */
import { createContext } from 'svelte';
import type { EditionData } from '../timeline/edition-data';
import type { MomentLink } from '../timeline/moment-link';
import { otherSide, type OtherSide } from '../timeline/other-side';
import type { Now } from './now.svelte';
import type { Player } from './player.svelte';

interface Left {
  /** Where the viewer was, in seconds. */
  readonly time: number;
  readonly person: string;
  /** What the player was sent to: as long as it has this, nobody has gone elsewhere. */
  readonly passage: MomentLink;
}

export class Detour {
  readonly #player: Player;
  #left = $state.raw<Left>();
  /** Where the other side speaks about what is spoken of now. */
  readonly there: OtherSide | undefined;
  readonly back: Omit<Left, 'passage'> | undefined = $derived.by(() => {
    const left = this.#left;
    return left && this.#player.passage === left.passage ? left : undefined;
  });

  constructor(player: Player, now: Now, data: EditionData) {
    this.#player = player;
    this.there = $derived(otherSide(data, player.timeline, now.moment.start));
  }

  /** There, or back when somebody is already there. A film that plays goes on playing. */
  cross = (): void => {
    const { back, there } = this;
    if (back) {
      this.#player.seek(back.time);
    } else if (there) {
      // A passage without an end: it stops nothing, and tells whether somebody has gone elsewhere since.
      const passage = { start: there.to.cue.start, end: Infinity };
      this.#left = { time: this.#player.time, person: there.from.person, passage };
      this.#player.goTo(passage);
    }
  };
}

export const [getDetour, setDetour] = createContext<Detour>();
