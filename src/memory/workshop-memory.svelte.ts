/**
 * What this device, and only this device, keeps of workshops, under one key for each edition. Written only when a host has pressed
 * something that asks for it. Where the browser refuses, it is there until the page is closed, and `refused` says so.
 */
import { createContext } from 'svelte';
import { nameOf, pastOf, type PastWorkshop } from '../programme/past-workshop';
import type { Plan, Session } from '../programme/session';
import {
  decodeWorkshops,
  encodeWorkshops,
  holdsNothing,
  MOST_PAST,
  MOST_PROGRAMMES,
  NO_WORKSHOPS,
  type KeptProgramme,
  type KeptWorkshops,
} from './kept-workshops';
import { storage } from './storage';

export class WorkshopMemory {
  readonly key: string;
  /** True when the latest change could not be kept. */
  refused = $state(false);
  #kept = $state.raw<KeptWorkshops>(NO_WORKSHOPS);
  /** The workshop that went on when all was forgotten: nothing more of it is kept. */
  #forgotten: string | undefined;

  constructor(edition: string) {
    this.key = `dichterbij:${edition}:workshops`;
  }

  get programmes(): readonly KeptProgramme[] {
    return this.#kept.programmes;
  }
  get past(): readonly PastWorkshop[] {
    return this.#kept.past;
  }
  /** The workshop that went on when this device was last seen. */
  get running(): Session | undefined {
    return this.#kept.running;
  }
  get isEmpty(): boolean {
    return holdsNothing(this.#kept);
  }

  /** From now on in a browser: reads what is kept, and hears of other tabs. The function that it gives ends it. */
  start(): () => void {
    const stop = new AbortController();
    this.#read();
    addEventListener('storage', ({ key }) => this.hear(key), { signal: stop.signal });
    return () => stop.abort();
  }

  /** Another tab has written under `key` (null: under all). */
  hear(key: string | null): void {
    if (key !== null && key !== this.key) return;
    this.#read();
  }

  programmeNamed(name: string): KeptProgramme | undefined {
    const wanted = nameOf(name);
    return this.programmes.find((each) => each.name === wanted);
  }

  /** A programme of the same name gives way. False when there is no name, or no room for one more. */
  keepProgramme(name: string, fragment: string): boolean {
    const shown = nameOf(name);
    if (shown === undefined) return false;
    this.#refresh();
    const others = this.programmes.filter((each) => each.name !== shown);
    if (others.length >= MOST_PROGRAMMES) return false;
    this.#write({ ...this.#kept, programmes: [{ name: shown, fragment }, ...others] });
    return true;
  }

  removeProgramme(name: string): void {
    this.#refresh();
    this.#write({ ...this.#kept, programmes: this.programmes.filter((each) => each.name !== name) });
  }

  /** To be called at each change of a workshop that goes on; undefined when it is over. */
  keepRunning(session: Session | undefined): void {
    this.#refresh();
    if (session && session.id === this.#forgotten) return;
    this.#write({ ...this.#kept, running: session });
  }

  /** The workshop is over: what was shown is kept in the place of the session itself, under the name of its programme. */
  end(session: Session, plan: Plan, now: number, programme?: string): void {
    this.keepRunning(undefined);
    const past = pastOf(session, plan, now, programme);
    if (past.items.length > 0 && session.id !== this.#forgotten) this.keepPast([past]);
  }

  /** Takes them in by the time they began; of too many the oldest go. */
  keepPast(more: readonly PastWorkshop[]): void {
    this.#refresh();
    const ids = new Set(more.map(({ id }) => id));
    const past = [...more, ...this.past.filter(({ id }) => !ids.has(id))].sort((a, b) => b.begun - a.begun);
    this.#write({ ...this.#kept, past: past.slice(0, MOST_PAST) });
  }

  removePast(ids: readonly string[]): void {
    this.#refresh();
    this.#write({ ...this.#kept, past: this.past.filter(({ id }) => !ids.includes(id)) });
  }

  forget(): void {
    this.#forgotten = this.running?.id;
    this.#write(NO_WORKSHOPS);
  }

  /** Another tab may have written what this one has not heard of yet. What could not be kept is known here alone. */
  #refresh(): void {
    if (!this.refused) this.#read();
  }

  #read(): void {
    const { running } = this.#kept;
    const text = storage((store) => store.getItem(this.key));
    if (text === undefined) return;
    this.#kept = decodeWorkshops(text);
    if (text === null && running) this.#forgotten = running.id;
  }

  #write(kept: KeptWorkshops): void {
    this.#kept = kept;
    const done = storage((store) => {
      if (holdsNothing(kept)) store.removeItem(this.key);
      else store.setItem(this.key, encodeWorkshops(kept));
      return true;
    });
    this.refused = done !== true && !holdsNothing(kept);
  }
}

export const [getWorkshopMemory, setWorkshopMemory] = createContext<WorkshopMemory>();
