/** The edition on the page: its data at once, its words and portraits a language and a person at a time, each fetched once. */
import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import data from 'virtual:edition';
import * as loaders from 'virtual:edition/loaders';
import type { EditionText, Paragraph, Person, Portrait, Words } from '../timeline/edition-data';
import { createTermFinder, type TermFinder } from '../timeline/terms';
import { withRetries } from './with-retries';

type Loader<T> = () => Promise<{ default: T }>;

function known<T>(loader: Loader<T> | undefined, what: string): Loader<T> {
  if (!loader) throw new Error(`This edition has no ${what}.`);
  return loader;
}

const load = async <T>(loader: Loader<T> | undefined, what: string): Promise<T> =>
  (await known(loader, what)()).default;

export class Library {
  readonly data = data;
  readonly #texts = new SvelteMap<string, EditionText>();
  readonly #loading = new Map<string, Promise<EditionText>>();
  /** Languages whose text was asked for and has not come in yet, or not at all. */
  readonly missing = new SvelteSet<string>();
  readonly #terms = new Map<string, TermFinder>();
  readonly #people = new Map(data.people.map((person) => [person.id, person]));

  constructor() {
    // While an edition is being written: its words change in the page.
    import.meta.hot?.on('dichterbij:text', (text: EditionText) => {
      if (this.#texts.has(text.language)) this.#texts.set(text.language, text);
      this.#terms.delete(text.language);
    });
  }

  /** Undefined until `loadText` has it: a second subtitle language comes when it is asked for. */
  text(language: string): EditionText | undefined {
    return this.#texts.get(language);
  }

  words(language: string): Words {
    const text = this.text(language);
    if (!text) throw new Error(`The words in "${language}" are not loaded.`);
    return text.words;
  }

  /** Finds the terms of the glossary in texts of this language. */
  terms(language: string): TermFinder {
    const known = this.#terms.get(language);
    if (known) return known;
    const find = createTermFinder(this.words(language).glossary, data.languages[0]!);
    this.#terms.set(language, find);
    return find;
  }

  person(id: string | undefined): Person | undefined {
    return id === undefined ? undefined : this.#people.get(id);
  }

  /** How a person's side of the table is drawn: the first perspective round, the second straight-edged. */
  shapeOf(person: Person | undefined): 'round' | 'straight' {
    return person?.perspective === data.perspectives[1] ? 'straight' : 'round';
  }

  async loadText(language: string): Promise<EditionText> {
    const text = this.#texts.get(language);
    if (text) return text;
    const loading = this.#loading.get(language) ?? this.#loadText(language);
    this.#loading.set(language, loading);
    return loading;
  }

  /** What was on its way is there for the next who asks, and what failed is asked for anew. */
  async #loadText(language: string): Promise<EditionText> {
    try {
      const loader = known(loaders.texts[language], `text in "${language}"`);
      const { default: text } = await withRetries(loader, () => this.missing.add(language));
      this.#texts.set(language, text);
      this.missing.delete(language);
      return text;
    } finally {
      this.#loading.delete(language);
    }
  }

  /** Brings the text near: it is not there yet, and nobody is told when it does not come in. */
  async fetchText(language: string): Promise<void> {
    if (!this.text(language)) await loaders.texts[language]?.();
  }

  loadPortrait(person: string, language: string): Promise<Portrait> {
    return load(loaders.portraits[`${language}/${person}`], `portrait of "${person}" in "${language}"`);
  }

  loadAbout(language: string): Promise<readonly Paragraph[]> {
    return load(loaders.about[language], `about page in "${language}"`);
  }
}

export const [getLibrary, setLibrary] = createContext<Library>();
