/** How this viewer wants the film: languages of the subtitles, text over the picture, keys. Nothing is kept on the device. */
import { createContext } from 'svelte';

export class Preferences {
  /** Languages of the subtitles, the main one first; none is off. At most two. */
  subtitles = $state.raw<readonly string[]>([]);
  overlays = $state(true);
  keys = $state(true);
  #lastSubtitles: readonly string[];

  constructor(language: string) {
    this.subtitles = [language];
    this.#lastSubtitles = [language];
  }

  chooseSubtitles = (languages: readonly string[]): void => {
    if (languages.length > 0) this.#lastSubtitles = languages;
    this.subtitles = languages;
  };

  toggleSubtitles = (): void => {
    this.subtitles = this.subtitles.length > 0 ? [] : this.#lastSubtitles;
  };
}

export const [getPreferences, setPreferences] = createContext<Preferences>();
