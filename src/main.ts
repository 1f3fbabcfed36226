/** The browser's start: takes over the page that the build has written. */
import { hydrate } from 'svelte';
import App from './App.svelte';
import './styles/index.css';
import { Library } from './loading/library.svelte';
import { addressBookOf, startSite } from './start';

const target = document.querySelector('#app');
const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).pathname;
const library = new Library();
const book = addressBookOf(library);
const place = book.placeAt(location.pathname.slice(root.length));

if (target && place) {
  const site = await startSite(library, book, place, root);
  hydrate(App, { target, props: { site } });
}
