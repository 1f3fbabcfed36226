/** The build's start: writes a page as the browser will find it. Runs in Node, after Vite has bundled it. */
import { render } from 'svelte/server';
import { languageName } from './language/interface-words';
import { Library } from './loading/library.svelte';
import { shellOf, type Place } from './navigation/address';
import { loadShell, SHELL_FILES } from './shells';
import { addressBookOf, startSite } from './start';

const library = new Library();
const book = addressBookOf(library);

export const pages = book.places.map((place) => ({ place, address: book.addressOf(place) }));
export const languages = library.data.languages.map((code) => ({ code, name: languageName(code) }));
export const film = library.data.film;

/** The page of `place`; `root` is the relative path from it to the folder of the site. */
export async function renderPage(place: Place, root: string) {
  const site = await startSite(library, book, place, root);
  const { head, body } = render(await loadShell(place), { props: { site } });
  const alternates = library.data.languages.map((language) => ({
    language,
    address: book.addressOf({ ...place, language }),
  }));
  return { head, body, direction: site.language.direction, title: library.words(place.language).title, alternates };
}

/** The file that the shell of `place` is made from. */
export const shellFile = (place: Place): string => SHELL_FILES[shellOf(place)];
