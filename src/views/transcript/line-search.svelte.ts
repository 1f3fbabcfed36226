/** What somebody looks for in the text, in all languages of the edition, and at which place he is. */
import type { Library } from '../../loading/library.svelte';
import type { EditionText } from '../../timeline/edition-data';
import { createSearchIndex, findAll, hitsOf, type Hit, type SearchIndex } from '../../timeline/search';

export class LineSearch {
  readonly #library: Library;
  readonly #language: () => string;
  readonly #folded = new WeakMap<EditionText, SearchIndex>();
  #at = $state(0);
  query = $state('');
  readonly #indexes = $derived.by(() => this.#languages().flatMap((code) => this.#indexOf(code) ?? []));
  readonly hits: readonly Hit[] = $derived(this.query.trim() === '' ? [] : findAll(this.#indexes, this.query));
  /** The one that is looked at. */
  readonly hit: Hit | undefined = $derived(this.hits[this.#at]);

  constructor(library: Library, language: () => string) {
    this.#library = library;
    this.#language = language;
  }

  get place(): number {
    return this.#at + 1;
  }

  /** What is found in a line, counted from 0. */
  on = (line: number): readonly Hit[] | undefined => hitsOf(this.hits, line);

  ask = (query: string): void => {
    this.query = query;
    this.#at = 0;
  };

  clear = (): void => this.ask('');

  /** To the next place or the one before; the last leads to the first. */
  step = (by: 1 | -1): void => {
    const { length } = this.hits;
    if (length > 0) this.#at = (this.#at + by + length) % length;
  };

  /** Somebody is about to search: fetches the other languages, and folds all of them before the first key. */
  prepare = async (): Promise<void> => {
    // A language that does not come in is not searched; the others are.
    await Promise.allSettled(this.#languages().map((code) => this.#library.loadText(code)));
    for (const code of this.#languages()) this.#indexOf(code);
  };

  /** The page's own first. */
  #languages(): readonly string[] {
    const own = this.#language();
    return [own, ...this.#library.data.languages.filter((code) => code !== own)];
  }

  #indexOf(code: string): SearchIndex | undefined {
    const text = this.#library.text(code);
    if (!text) return undefined;
    const known = this.#folded.get(text);
    if (known) return known;
    const { cues } = this.#library.data;
    const index = createSearchIndex(
      code,
      cues.map(({ id }) => text.lines[id]),
    );
    this.#folded.set(text, index);
    return index;
  }
}
