/** The language of what the room sees, which may be another than that of the page around it. */
import { loadInterfaceWords } from '../../language/interface-words';
import { Language } from '../../language/language.svelte';
import type { Library } from '../../loading/library.svelte';

export class RoomLanguage {
  #own = $state.raw<Language>();
  #fallback = $state.raw<Language>();
  readonly #page: Language;
  readonly #library: Library;
  #wanted = '';

  /** `page`: the language of the page, whose words are surely there. */
  constructor(page: Language, library: Library) {
    this.#page = page;
    this.#library = library;
  }

  /** Undefined until the words have come; while others come, the ones before stay. */
  get current(): Language | undefined {
    return this.#own ?? this.#fallback;
  }

  show = async (code: string): Promise<void> => {
    if (this.#wanted === code) return;
    this.#wanted = code;
    try {
      const [words] = await Promise.all([loadInterfaceWords(code), this.#library.loadText(code)]);
      if (this.#wanted !== code) return;
      if (this.#own) this.#own.change(code, words);
      else this.#own = new Language(code, words);
    } catch {
      // Words that don't come in (bad Wi-Fi, a language that the edition has no more) must not leave the room with an empty screen.
      if (this.#wanted !== code) return;
      this.#wanted = '';
      this.#fallback = this.#page;
    }
  };
}
