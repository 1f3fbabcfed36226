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
  /** The latest change could not be kept: it is known here alone, and what the device has says less. */
  #refused = false;
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
    const text = storage((kept) => kept.getItem(this.key));
    if (text !== undefined) this.#kept = decodeRemembered(text);
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
    const film = time > MARGIN && time < duration - MARGIN ? time : undefined;
    this.#keep((kept) => ({ ...kept, film }));
  }

  /** `paragraph` is undefined at the top of a portrait, and at its end. */
  keepPortrait(person: string, paragraph: string | undefined): void {
    // Scrolling is no press: who has pressed nothing at all leaves no trace.
    if (!this.#pressed) return;
    this.#keep((kept) => {
      const others = Object.entries(kept.portraits).filter(([each]) => each !== person);
      const portraits = Object.fromEntries(paragraph === undefined ? others : [...others, [person, paragraph]]);
      return { ...kept, portraits };
    });
  }

  /** What has just been set here, undefined where it is the usual again. What is not named stays as another tab has set it. */
  keepPreferences(set: Remembered['preferences'], rate?: number): void {
    this.#keep((kept) => {
      const all = Object.entries({ ...kept.preferences, ...set }).filter(([, value]) => value !== undefined);
      const speed = rate ?? kept.rate;
      return { ...kept, preferences: Object.fromEntries(all), rate: speed === 1 ? undefined : speed };
    });
  }

  forget(): void {
    this.#silent = true;
    this.#write(NOTHING);
  }

  /** Changes what the device has now: another tab may have written what this one has not heard of yet, or forgotten all. */
  #keep(change: (kept: Remembered) => Remembered): void {
    if (this.#silent) return;
    const hadSomething = !this.isEmpty;
    if (!this.#refused) this.open();
    if (hadSomething && this.isEmpty) this.#silent = true;
    else this.#write(change(this.#kept));
  }

  #write(kept: Remembered): void {
    if (!this.keeps) return;
    this.#kept = kept;
    const done = storage((store) => {
      if (isNothing(kept)) store.removeItem(this.key);
      else {
        const text = encodeRemembered(kept);
        if (store.getItem(this.key) !== text) store.setItem(this.key, text);
      }
      return true;
    });
    this.#refused = done !== true;
  }
}

export const [getMemory, setMemory] = createContext<Memory>();
