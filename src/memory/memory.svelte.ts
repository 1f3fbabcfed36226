/**
 * What this device keeps, and only this device: places and preferences of one edition. Nothing is written before the viewer has pressed
 * something that needs it. A browser that refuses storage keeps nothing; the page works the same until it is closed.
 *
 * Each place and each setting has an entry of its own: no browser locks its storage, and of two tabs that wrote one entry in the same
 * moment, the first lost what it had just been asked to keep.
 */
import { createContext } from 'svelte';
import { asChange, changed, decodeRemembered, settingsIn, type Remembered, type Settings } from './remembered';
import { storage } from './storage';

/** A film that has hardly begun, or is as good as over, has no place to go back to (seconds). */
const MARGIN = 10;

export class Memory {
  /** What the names of the entries begin with. */
  readonly prefix: string;
  #kept = $state.raw<Remembered>({});
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
    this.prefix = `dichterbij:${edition}:viewer:`;
  }

  get film(): number | undefined {
    return this.#kept.film;
  }
  get rate(): number | undefined {
    return this.#kept.rate;
  }
  get preferences(): Settings {
    return settingsIn(this.#kept);
  }
  get isEmpty(): boolean {
    return Object.keys(this.#kept).length === 0;
  }
  portrait(person: string): string | undefined {
    return this.#kept[`portrait:${person}`];
  }

  /** Reads what an earlier visit left. */
  open(): void {
    if (!this.keeps) return;
    const texts = storage((store) => this.#texts(store));
    if (texts) this.#kept = decodeRemembered(texts);
  }

  /** Another tab has written under `key` (null: under all): what it has kept or forgotten counts here too. */
  hear(key: string | null): void {
    if (key !== null && !key.startsWith(this.prefix)) return;
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
    this.#keep({ film });
  }

  /** `paragraph` is undefined at the top of a portrait, and at its end. */
  keepPortrait(person: string, paragraph: string | undefined): void {
    // Scrolling is no press: who has pressed nothing at all leaves no trace.
    if (!this.#pressed) return;
    this.#keep({ [`portrait:${person}`]: paragraph });
  }

  /** What has just been set here, undefined where it is the usual again. What is not named stays as another tab has set it. */
  keepPreferences(set: Settings, rate?: number): void {
    this.#keep({ ...asChange(set), ...(rate !== undefined && { rate: rate === 1 ? undefined : rate }) });
  }

  forget(): void {
    this.#silent = true;
    this.#kept = {};
    this.#refused = false;
    // Also what is ours by its name and could not be read.
    if (this.keeps) storage((store) => this.#texts(store).forEach(([name]) => store.removeItem(this.prefix + name)));
  }

  /** Changes what the device has now: another tab may have written what this one has not heard of yet, or forgotten all. */
  #keep(change: Remembered): void {
    if (this.#silent || !this.keeps) return;
    const hadSomething = !this.isEmpty;
    if (!this.#refused) this.open();
    if (hadSomething && this.isEmpty) this.#silent = true;
    else this.#write(change);
  }

  /** What is there already is not written again: other tabs would be told of nothing. */
  #write(change: Remembered): void {
    this.#kept = changed(this.#kept, change);
    const news = this.#refused ? { ...this.#kept, ...change } : change;
    const done = storage((store) => {
      for (const [name, value] of Object.entries(news)) {
        const [key, text] = [this.prefix + name, JSON.stringify(value) as string | undefined];
        if (text === undefined) store.removeItem(key);
        else if (store.getItem(key) !== text) store.setItem(key, text);
      }
      return true;
    });
    this.#refused = done !== true;
  }

  #texts(store: Storage): readonly (readonly [name: string, text: string])[] {
    return Object.entries(store as unknown as Record<string, string>)
      .filter(([key]) => key.startsWith(this.prefix))
      .map(([key, text]) => [key.slice(this.prefix.length), text]);
  }
}

export const [getMemory, setMemory] = createContext<Memory>();
