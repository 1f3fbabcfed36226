/** Languages that a page is written in beside its own: besides the edition’s words those of the page, which come only when they are asked for. */
import { SvelteMap } from 'svelte/reactivity';
import { loadInterfaceWords } from '../language/interface-words';
import { Language } from '../language/language.svelte';
import type { Library } from '../loading/library.svelte';
import type { Words } from '../timeline/edition-data';

export interface Tongue {
  readonly code: string;
  readonly direction: Language['direction'];
  readonly t: Language['t'];
  readonly digits: Language['digits'];
  readonly words: Words;
}

export class Tongues {
  readonly #library: Library;
  readonly #own: Language;
  readonly #others = new SvelteMap<string, Language>();

  constructor(library: Library, own: Language) {
    this.#library = library;
    this.#own = own;
  }

  /** Those that are there already; the page's own is there when no other is. */
  of(codes: readonly string[]): readonly Tongue[] {
    const found = codes.flatMap((code) => this.#tongue(code) ?? []);
    return found.length > 0 ? found : [this.#tongue(this.#own.code)!];
  }

  async load(codes: readonly string[]): Promise<void> {
    await Promise.all(codes.filter((code) => !this.#tongue(code)).map((code) => this.#load(code)));
  }

  #tongue(code: string): Tongue | undefined {
    const language = code === this.#own.code ? this.#own : this.#others.get(code);
    const text = this.#library.text(code);
    if (!language || !text) return undefined;
    const { direction, t, digits } = language;
    return { code, direction, t, digits, words: text.words };
  }

  async #load(code: string): Promise<void> {
    const [words] = await Promise.all([loadInterfaceWords(code), this.#library.loadText(code)]);
    this.#others.set(code, new Language(code, words));
  }
}
