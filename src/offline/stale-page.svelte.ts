/**
 * A page of an older release asks for a part of the site that the server has no more. It heals itself: it is loaded anew, once, if the
 * server really has another release, and not while the film plays. The address brings people back to the same moment.
 */
import { untrack } from 'svelte';
import { decodeOfflineList, LIST } from './offline-list';

interface HealedState {
  /** For which release of the server this page has been loaded anew: no page asks twice. */
  readonly healedFor?: string;
}

/** To be called where the page begins. `root` is the path of the site's folder; `isFree` is false while people would lose something. */
export function healStalePage(root: string, isFree: () => boolean): void {
  let newer = $state<string>();
  const mayReload = $derived(newer !== undefined && isFree());

  // Hears of parts that did not come in.
  $effect(() => {
    const stop = new AbortController();
    const { healedFor } = (history.state ?? {}) as HealedState;
    const look = async () => {
      const version = await versionOnServer(root).catch(() => undefined);
      const isNews = version !== undefined && version !== document.documentElement.dataset['release'];
      if (isNews && version !== healedFor && !stop.signal.aborted) newer = version;
    };
    addEventListener('vite:preloadError', () => void look(), { signal: stop.signal });
    return () => stop.abort();
  });
  // Drives the page itself.
  $effect(() => {
    if (!mayReload) return;
    untrack(() => {
      history.replaceState({ ...history.state, healedFor: newer } satisfies HealedState, '');
      // Where the page was scrolled to, the browser knows.
      history.scrollRestoration = 'auto';
      location.reload();
    });
  });
}

async function versionOnServer(root: string): Promise<string | undefined> {
  const response = await fetch(new URL(LIST, new URL(root, location.href)), { cache: 'no-store' });
  return decodeOfflineList(await response.json())?.version;
}
