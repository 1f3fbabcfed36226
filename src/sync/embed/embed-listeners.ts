/** Who asked for which events, by the names that the page around gave. Pure. */
import type { EventName } from './embed-values';

/** A page needs a handful; more is no page that we have to remember for. */
export const MOST_LISTENERS = 50;

export class EmbedListeners {
  #count = 0;
  readonly #named = new Map<EventName, Set<string | undefined>>();

  of(event: EventName): ReadonlySet<string | undefined> {
    return this.#named.get(event) ?? new Set();
  }

  /** False when it was there already, or there is no room. */
  add(event: EventName, listener: string | undefined): boolean {
    const named = this.#named.get(event) ?? new Set();
    if (named.has(listener) || this.#count >= MOST_LISTENERS) return false;
    this.#count += 1;
    this.#named.set(event, named.add(listener));
    return true;
  }

  /** Without `listener` all of that event. */
  remove(event: EventName, listener: string | undefined): void {
    const named = this.#named.get(event);
    if (!named || (listener !== undefined && !named.has(listener))) return;
    this.#count -= listener === undefined ? named.size : 1;
    if (listener === undefined) named.clear();
    else named.delete(listener);
  }
}
