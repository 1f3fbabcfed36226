/** Which workshop this very tab presents: survives a reload and a restored tab, and no other tab sees it. */
import type { Screens } from './host.svelte';

interface Presenting {
  readonly session: string;
  readonly screens: Screens;
}

const keyOf = (edition: string) => `dichterbij:${edition}:presenting`;

export function presentsHere(edition: string): Presenting | undefined {
  const [session, screens] = (use((store) => store.getItem(keyOf(edition))) ?? '').split(' ');
  return session && (screens === 'one' || screens === 'two') ? { session, screens } : undefined;
}

export function markPresenting(edition: string, presenting: Presenting | undefined): void {
  use((store) => {
    if (presenting) store.setItem(keyOf(edition), `${presenting.session} ${presenting.screens}`);
    else store.removeItem(keyOf(edition));
  });
}

/** A browser that refuses storage can't tell a reload from a new tab; then the host is asked. */
function use<T>(run: (store: Storage) => T): T | undefined {
  try {
    return run(sessionStorage);
  } catch {
    return undefined;
  }
}
