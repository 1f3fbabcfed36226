/** The build's start: writes a page as the browser will find it. Runs in Node, after Vite has bundled it. */
import { render } from 'svelte/server';
import { restingPageOf } from './embed/write-resting-page';
import { languageName, loadInterfaceWords } from './language/interface-words';
import { directionOf } from './language/direction';
import { Language } from './language/language.svelte';
import { Library } from './loading/library.svelte';
import { shellOf, type Place } from './navigation/address';
import { loadShell, SHELL_FILES } from './shells';
import { addressBookOf, startSite } from './start';
import { hardPassages } from './timeline/hard-passages';
import type { Words } from './timeline/edition-data';

const RESTING: ReadonlySet<Place['view']> = new Set(['film', 'portraits', 'portrait', 'themes', 'theme']);

const library = new Library();
const book = addressBookOf(library);

export const pages = book.places.map((place) => ({ place, address: book.addressOf(place) }));
export const languages = library.data.languages.map((code) => ({
  code,
  direction: directionOf(code),
  name: languageName(code),
}));
export const data = library.data;

/** The page of `place`; `root` is the relative path from it to the folder of the site. */
export async function renderPage(place: Place, root: string) {
  const site = await startSite(library, book, place, root);
  const { head, body } = render(await loadShell(place), { props: { site } });
  // To search engines and in shared links, an embedded film is the film's page.
  const known: Place = isFramed(place) ? { view: 'film', language: place.language } : place;
  const canonical = book.addressOf(known);
  const alternates = library.data.languages.map((language) => ({
    language,
    address: book.addressOf({ ...known, language }),
  }));
  const words = library.words(place.language);
  const { timeline } = site.player;
  const resting = isFramed(place)
    ? restingPageOf({ data: library.data, timeline, words, t: site.language.t })
    : rests(place)
      ? { hard: hardPassages(timeline), duration: timeline.end, ...digitsOf(site.language) }
      : undefined;
  const { direction, numbering } = site.language;
  return { head, body, direction, numbering, title: words.title, canonical, alternates, data: resting };
}

/** The page at rest has no words, but tells how long the film is. */
function digitsOf({ digits }: Language): { readonly digits?: string } {
  const own = digits('0123456789');
  return own === '0123456789' ? {} : { digits: own };
}

/** The words of the edition in every language. */
export const allWords = async (): Promise<Record<string, Words>> =>
  Object.fromEntries(
    await Promise.all(data.languages.map(async (language) => [language, (await library.loadText(language)).words])),
  ) as Record<string, Words>;

/** The languages to choose from, each with what it and the film are called in it. */
export async function choices() {
  const words = await allWords();
  return languages.map((each) => ({ ...each, title: words[each.code]!.title }));
}

/** What an address without a page says, in every language: nobody knows which one its visitor reads. */
export const notFound = () =>
  Promise.all(
    library.data.languages.map(async (code) => {
      const { t, direction } = new Language(code, await loadInterfaceWords(code));
      return { code, direction, title: t('notFound.title'), toFilm: t('notFound.toFilm') };
    }),
  );

/** The file that the shell of `place` is made from. */
export const shellFile = (place: Place): string => SHELL_FILES[shellOf(place)];

/** A page that is whole as it is written: its app comes when somebody comes near. */
export const rests = (place: Place): boolean => isFramed(place) || RESTING.has(place.view);

/** A page that stands in a frame of somebody else's page. */
export const isFramed = (place: Place): boolean => shellOf(place) === 'embed';
