/** The browser's start: takes over the page that the build has written. */
import { hydrate } from 'svelte';
import './styles/index.css';
import { Library } from './loading/library.svelte';
import { loadShell } from './shells';
import { addressBookOf, startSite } from './start';

const target = document.querySelector('#app');
const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).pathname;
const library = new Library();
const book = addressBookOf(library);
const place = book.placeAt(location.pathname.slice(root.length));

// Browsers ask for the icon again, from where they then are, when the address changes: a relative one would be missing there.
const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
if (icon) icon.href = new URL(icon.href).href;

if (target && place) {
  const [site, App] = await Promise.all([startSite(library, book, place, root), loadShell(place)]);
  hydrate(App, { target, props: { site } });
}
