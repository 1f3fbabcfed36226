/** The edition that ships, in a browser's test: those tests otherwise run on a small one. */
import { inject } from 'vitest';
import { Library } from '../../src/loading/library.svelte';
import type { Edition, EditionData, EditionText, Person } from '../../src/timeline/edition-data';

declare module 'vitest' {
  interface ProvidedContext {
    shippedEdition: Edition;
  }
}

export class ShippedLibrary extends Library {
  readonly #edition = inject('shippedEdition');
  override readonly data: EditionData = this.#edition.data;

  override text(language: string): EditionText | undefined {
    return this.#edition.texts[language];
  }

  override loadText(language: string): Promise<EditionText> {
    return Promise.resolve(this.#edition.texts[language]!);
  }

  override person(id: string | undefined): Person | undefined {
    return this.data.people.find((person) => person.id === id);
  }
}
