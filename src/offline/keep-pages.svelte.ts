/** Keeps the pages for a next visit: after a press that wants something of the site, and when the page has come to rest. */
import type { ReadyForRoom } from './ready-for-room.svelte';

/** Milliseconds. A film that has just begun needs the line for itself, and who only passes by needs nothing kept. */
const REST = 5000;

/** To be called where the page begins. `isAtRest` is false while the film needs what comes in. */
export function keepPagesAtRest(room: ReadyForRoom, isAtRest: () => boolean): void {
  const mayKeep = $derived(room.isWanted && isAtRest());
  // Drives the registration of the worker.
  $effect(() => {
    if (!mayKeep) return;
    const timer = setTimeout(() => whenIdle(() => room.isWanted && void room.keepPages()), REST);
    return () => clearTimeout(timer);
  });
}

/** Safari has no word for it. */
const whenIdle = (then: () => unknown) => ('requestIdleCallback' in window ? requestIdleCallback(then) : then());
