/** The chosen language: i18next behind one reactive class. */
import i18next, { type i18n, type TOptions } from 'i18next';
import { createContext } from 'svelte';
import type { InterfaceWords } from './interface-words';

/** `film.play`, `bar.minutes`: dotted paths to texts, plural endings left off. */
type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K}`
    : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export type WordKey = Paths<InterfaceWords>;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'ckb', 'yi']);

export class Language {
  code = $state('');
  readonly #i18n: i18n;
  /** Words that are the same at each call, or for each number: a film that plays asks for some of them every second. */
  readonly #said = new Map<string, string>();

  constructor(code: string, words: InterfaceWords) {
    this.#i18n = i18next.createInstance();
    void this.#i18n.init({
      lng: code,
      fallbackLng: false,
      resources: { [code]: { translation: words } },
      // Svelte writes text as text; escaping twice would show &#39; to people.
      interpolation: { escapeValue: false },
      initAsync: false,
    });
    this.code = code;
  }

  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.has(this.code.split('-')[0]!) ? 'rtl' : 'ltr';
  }

  change(code: string, words: InterfaceWords): void {
    this.#i18n.addResourceBundle(code, 'translation', words);
    void this.#i18n.changeLanguage(code);
    this.#said.clear();
    this.code = code;
  }

  /** The words for `key`. i18next's own `t` stays the same function when the language changes, so this one reads the code first. */
  t = (key: WordKey, values?: TOptions): string => {
    void this.code;
    const { count, ...others } = values ?? {};
    if (Object.keys(others).length > 0) return this.#i18n.t(key, values!);
    const name = `${key} ${count ?? ''}`;
    const words = this.#said.get(name) ?? this.#i18n.t(key, values ?? {});
    this.#said.set(name, words);
    return words;
  };
}

export const [getLanguage, setLanguage] = createContext<Language>();
