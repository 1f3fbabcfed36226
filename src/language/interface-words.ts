/**
 * Words of the interface, two files a language: `names/` is small and travels with every page (what the language and the views are
 * called), `words/` loads when the language is chosen. Adding the two files adds the language. Keys are typed from the Dutch file.
 */
import type nlNames from './names/nl.json';
import type nl from './words/nl.json';

export type InterfaceWords = typeof nl;
type LanguageNames = typeof nlNames;

const loaders = import.meta.glob<InterfaceWords>('./words/*.json', { import: 'default' });
const names = import.meta.glob<LanguageNames>('./names/*.json', { import: 'default', eager: true });

export async function loadInterfaceWords(language: string): Promise<InterfaceWords> {
  const load = loaders[`./words/${language}.json`];
  if (!load) throw new Error(`The interface has no words in "${language}": add src/language/words/${language}.json.`);
  return load();
}

function namesOf(language: string): LanguageNames {
  const found = names[`./names/${language}.json`];
  if (!found) throw new Error(`The interface has no names in "${language}": add src/language/names/${language}.json.`);
  return found;
}

/** What the views are called in addresses of this language. */
export const addressWords = (language: string): LanguageNames['address'] => namesOf(language).address;

/** A language by its own name: "Nederlands". */
export const languageName = (language: string): string => namesOf(language).name;

/** The same in two or three letters, for a switch. */
export const languageShort = (language: string): string => namesOf(language).short;
