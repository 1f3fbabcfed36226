/**
 * Words of the interface: one file a language, of this folder or of the edition. What the language and its views are called is small and
 * travels with every page; the rest loads when the language is chosen. Keys are typed from the Dutch file; the build checks the others.
 */
import { names } from 'virtual:interface';
import { loaders } from 'virtual:interface/loaders';
import type nl from './words/nl.json';

export type InterfaceTexts = Omit<typeof nl, 'language'>;
export type InterfaceWords = InterfaceTexts & {
  /** The digits that people read in this language, by their name in Unicode: `arab`. Without it `latn`: 0 to 9. */
  readonly digits?: string;
  /** The country whose way of writing dates and numbers it is, by its two letters: `GB`. Without it what `Intl` takes for the language. */
  readonly region?: string;
};

/** What a language and its views are called. */
export type LanguageNames = (typeof nl)['language'];

export async function loadInterfaceWords(language: string): Promise<InterfaceWords> {
  const load = loaders[language];
  if (!load) throw new Error(`This site has no interface in "${language}".`);
  return (await load()).default;
}

function namesOf(language: string): LanguageNames {
  const found = names[language];
  if (!found) throw new Error(`This site has no interface in "${language}".`);
  return found;
}

/** What the views are called in addresses of this language. */
export const addressWords = (language: string): LanguageNames['address'] => namesOf(language).address;

/** A language by its own name: "Nederlands". */
export const languageName = (language: string): string => namesOf(language).name;

/** The same in two or three letters, for a switch. */
export const languageShort = (language: string): string => namesOf(language).short;
