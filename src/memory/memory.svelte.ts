/**
 * What this device keeps, and only this device: places and preferences, under one key for each edition. Nothing is written before the
 * viewer has pressed something that needs it. A browser that refuses storage keeps nothing; the page works the same until it is closed.
 */
import { createContext } from 'svelte';
import { decodeRemembered, encodeRemembered, isNothing, NOTHING, type Remembered } from './remembered';
import { storage } from './storage';

/** A film that has hardly begun, or is as good as over, has no place to go back to (seconds). */
const MARGIN = 10;

export class Memory {
  readonly key: string;
  #kept = $state.raw<Remembered>(NOTHING);
  /** After "forget all" nothing is kept until the viewer does something new that needs it. */
  #silent = false;
  #pressed = false;
  /** Called when the viewer has pressed play, or set something. */
  onWake: () => void = () => {};

  /** @param keeps false for a film in somebody else's page: it reads and writes nothing, whatever is pressed */
  constructor(
    edition: string,
    readonly keeps = true,
  ) {
    this.key = `dichterbij:${edition}`;
  }

  get film(): number | undefined {
    return this.#kept.film;
  }
  get rate(): number | undefined {
    return this.#kept.rate;
  }
  get preferences(): Remembered['preferences'] {
    return this.#kept.preferences;
  }
  get isEmpty(): boolean {
    return isNothing(this.#kept);
  }
  portrait(person: string): string | undefined {
    return this.#kept.portraits[person];
  }

  /** Reads what an earlier visit left. */
  open(): void {
    if (!this.keeps) return;
    this.#kept = decodeRemembered(storage((kept) => kept.getItem(this.key)) ?? null);
  }

  /** Another tab has written under `key` (null: under all): what it has kept or forgotten counts here too. */
  hear(key: string | null): void {
    if (key !== null && key !== this.key) return;
    this.open();
    if (this.isEmpty) this.#silent = true;
  }

  /** The viewer has pressed anything at all. */
  press(): void {
    this.#pressed = true;
  }

  /** The viewer has pressed play, or set something. */
  wake(): void {
    this.#silent = false;
    this.onWake();
  }

  keepFilm(time: number, duration: number): void {
    if (this.#silent) return;
    const film = time > MARGIN && time < duration - MARGIN ? time : undefined;
    this.#write({ ...this.#kept, film });
  }

  /** `paragraph` is undefined at the top of a portrait, and at its end. */
  keepPortrait(person: string, paragraph: string | undefined): void {
    // Scrolling is no press: who has pressed nothing at all leaves no trace.
    if (this.#silent || !this.#pressed) return;
    const others = Object.entries(this.#kept.portraits).filter(([each]) => each !== person);
    const portraits = Object.fromEntries(paragraph === undefined ? others : [...others, [person, paragraph]]);
    this.#write({ ...this.#kept, portraits });
  }

  keepPreferences(preferences: Remembered['preferences'], rate: number): void {
    if (this.#silent) return;
    this.#write({ ...this.#kept, preferences, rate: rate === 1 ? undefined : rate });
  }

  forget(): void {
    this.#silent = true;
    this.#write(NOTHING);
  }

  #write(kept: Remembered): void {
    if (!this.keeps) return;
    this.#kept = kept;
    storage((store) => {
      if (isNothing(kept)) return store.removeItem(this.key);
      const text = encodeRemembered(kept);
      if (store.getItem(this.key) !== text) store.setItem(this.key, text);
    });
  }
}

export const [getMemory, setMemory] = createContext<Memory>();
