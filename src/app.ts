/** The app: takes over the page that the build has written. */
import { flushSync, hydrate } from 'svelte';
import { Library } from './loading/library.svelte';
import type { Player } from './playback/player.svelte';
import { rootOf } from './resting/page-at-rest';
import { loadShell } from './shells';
import { addressBookOf, startSite } from './start';

/** Undefined at an address that is no page of the site. */
export async function startApp(): Promise<Player | undefined> {
  const target = document.querySelector('#app');
  const root = rootOf(document);
  const library = new Library();
  const book = addressBookOf(library);
  const place = book.placeAt(location.pathname.slice(root.length));

  // Browsers ask for the icon again, from where they then are, when the address changes: a relative one would be missing there.
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (icon) icon.href = new URL(icon.href).href;

  if (!target || !place) return undefined;
  const [site, App] = await Promise.all([startSite(library, book, place, root), loadShell(place)]);
  hydrate(App, { target, props: { site } });
  // Listeners and attachments are there before what was pressed meanwhile is done.
  flushSync();
  return site.player;
}
