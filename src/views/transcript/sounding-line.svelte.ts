/**
 * Which line sounds, asked line by line: a change is heard by the line that was and the one that is, and by no other. Compared in each line,
 * it was looked at again in all of them whenever the film came to a next one.
 */
import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { Cue } from '../../timeline/edition-data';

interface Hearer {
  /** Has what reads it in an effect hear of a change. */
  readonly listen: () => void;
  readonly tell: () => void;
}

function hearer(): Hearer {
  let tell = () => {};
  const listen = createSubscriber((update) => {
    tell = update;
    return () => (tell = () => {});
  });
  return { listen, tell: () => tell() };
}

export class SoundingLine {
  readonly #which: () => Cue | undefined;
  readonly #hearers = new Map<Cue, Hearer>();

  /** To be made where a component begins. */
  constructor(which: () => Cue | undefined) {
    this.#which = which;
    let last = untrack(which);
    // Tells the two lines, before they are drawn.
    $effect.pre(() => {
      const line = which();
      if (line === last) return;
      const changed = [last, line];
      last = line;
      untrack(() => changed.forEach((each) => each && this.#hearers.get(each)?.tell()));
    });
  }

  is(cue: Cue): boolean {
    let own = this.#hearers.get(cue);
    if (!own) this.#hearers.set(cue, (own = hearer()));
    own.listen();
    return untrack(this.#which) === cue;
  }
}
