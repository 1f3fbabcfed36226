/** What somebody looks for in the text, in all languages of the edition, and at which place he is. */
import type { Library } from '../../loading/library.svelte';
import type { EditionText } from '../../timeline/edition-data';
import { createSearchIndex, findAll, hitsOf, type Hit, type SearchIndex } from '../../timeline/search';
import { lineAfter } from '../../timeline/seen-before';

/** A place that is found: in a line, or in what is to be seen before it. */
export interface Found {
  readonly hit: Hit;
  /** The line that it is in or stands with, counted from 0. */
  readonly line: number;
  /** By id, where it is one. */
  readonly description?: string;
}

export class LineSearch {
  readonly #library: Library;
  readonly #language: () => string;
  readonly #withDescriptions: () => boolean;
  readonly #descriptionAt: ReadonlyMap<string, number>;
  readonly #folded = new WeakMap<EditionText, { readonly lines: SearchIndex; readonly descriptions: SearchIndex }>();
  #at = $state(0);
  query = $state('');
  readonly #indexes = $derived.by(() => this.#languages().flatMap((code) => this.#indexOf(code) ?? []));
  readonly #inLines = $derived.by(() => this.#find('lines'));
  readonly #inDescriptions = $derived.by(() => (this.#withDescriptions() ? this.#find('descriptions') : []));
  /** In the order in which people read them. */
  readonly hits: readonly Found[] = $derived.by(() => {
    const { cues, descriptions } = this.#library.data;
    const seen = this.#inDescriptions.map((hit) => {
      const { id, start } = descriptions[hit.line]!;
      const next = lineAfter(cues, start);
      return { hit, line: Math.min(next, cues.length - 1), description: id, order: next - 0.5 };
    });
    const said = this.#inLines.map((hit) => ({ hit, line: hit.line, order: hit.line }));
    return seen.length === 0 ? said : [...seen, ...said].sort((one, other) => one.order - other.order);
  });
  /** The one that is looked at. */
  readonly hit: Found | undefined = $derived(this.hits[this.#at]);

  constructor(library: Library, language: () => string, withDescriptions: () => boolean) {
    this.#library = library;
    this.#language = language;
    this.#withDescriptions = withDescriptions;
    this.#descriptionAt = new Map(library.data.descriptions.map(({ id }, at) => [id, at]));
  }

  get place(): number {
    return this.#at + 1;
  }

  /** What is found in a line, counted from 0. */
  on = (line: number): readonly Hit[] | undefined => hitsOf(this.#inLines, line);

  /** The same in what is to be seen. */
  onDescription = (id: string): readonly Hit[] | undefined =>
    hitsOf(this.#inDescriptions, this.#descriptionAt.get(id)!);

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

  #find(kind: 'lines' | 'descriptions'): readonly Hit[] {
    if (this.query.trim() === '') return [];
    return findAll(
      this.#indexes.map((index) => index[kind]),
      this.query,
    );
  }

  #indexOf(code: string) {
    const text = this.#library.text(code);
    if (!text) return undefined;
    const known = this.#folded.get(text);
    if (known) return known;
    const { cues, descriptions } = this.#library.data;
    const index = {
      lines: createSearchIndex(
        code,
        cues.map(({ id }) => text.lines[id]),
      ),
      descriptions: createSearchIndex(
        code,
        descriptions.map(({ id }) => [{ text: text.descriptions[id] ?? '' }]),
      ),
    };
    this.#folded.set(text, index);
    return index;
  }
}
