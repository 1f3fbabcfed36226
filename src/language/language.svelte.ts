/** The chosen language: i18next behind one reactive class. */
import i18next, { type FormatterModule, type i18n, type TOptions } from 'i18next';
import { createContext } from 'svelte';
import type { InterfaceTexts, InterfaceWords } from './interface-words';
import { directionOf, isolated, type Direction } from './direction';
import { digitsIn, numberFormat } from './number-format';

/** `film.play`, `bar.minutes`: dotted paths to texts, plural endings left off. */
type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K}`
    : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export type WordKey = Paths<InterfaceTexts>;

export class Language {
  code = $state('');
  #words = $state.raw<Pick<InterfaceWords, 'digits' | 'region'>>({});
  /** Its digits by their name in Unicode: those of its words, as browsers do not agree on the ones of `ar`. Lists are numbered in them. */
  readonly numbering = $derived(this.#words.digits ?? 'latn');
  /** The language as `Intl` takes it, for numbers and dates, in its digits and as they do in the country of its words: `ar-u-nu-arab`. */
  readonly locale = $derived([this.code, this.#words.region, 'u-nu', this.numbering].filter(Boolean).join('-'));
  /** What is put into texts: numbers in the digits of the language (i18next still counts with the number itself), names set apart. */
  readonly #formatter: FormatterModule = {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown) => {
      if (typeof value === 'number') return numberFormat(this.locale).format(value);
      return typeof value === 'string' ? isolated(value, this.direction) : (value as string);
    },
  };
  readonly #i18n: i18n;
  /** Words that are the same at each call, or for each number: a film that plays asks for some of them every second. */
  readonly #said = new Map<string, string>();

  constructor(code: string, words: InterfaceWords) {
    this.#i18n = i18next.createInstance().use(this.#formatter);
    void this.#i18n.init({
      lng: code,
      fallbackLng: false,
      resources: { [code]: { translation: words } },
      // Svelte writes text as text; escaping twice would show &#39; to people.
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    });
    this.code = code;
    this.#words = words;
  }

  get direction(): Direction {
    return directionOf(this.code);
  }

  change(code: string, words: InterfaceWords): void {
    this.#i18n.addResourceBundle(code, 'translation', words);
    void this.#i18n.changeLanguage(code);
    this.#said.clear();
    this.code = code;
    this.#words = words;
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

  /** For `dir` beside a `lang`: the direction of that language, where it is another than that of this one. */
  dirOf = (code: string | undefined): Direction | undefined => {
    const direction = code === undefined ? undefined : directionOf(code);
    return direction === this.direction ? undefined : direction;
  };

  /** A number or a clock, `1:14`, in the digits of this language: `١:١٤`. What is written into a field or an address stays as it is. */
  digits = (text: string | number): string => {
    const digits = digitsIn(this.locale);
    return String(text).replace(/[0-9]/g, (digit) => digits[Number(digit)]!);
  };
}

export const [getLanguage, setLanguage] = createContext<Language>();
