/** How this viewer wants the film. What the viewer changes is kept on the device by `memory`; here is what counts now. */
import { createContext } from 'svelte';
import { DEFAULTS, type PreferenceValues } from './preference-values';

export class Preferences implements PreferenceValues {
  /** Undefined until the viewer chooses: then they are in the language of the page. */
  #chosen = $state.raw<readonly string[]>();
  size = $state(DEFAULTS.size);
  colours = $state(DEFAULTS.colours);
  ground = $state(DEFAULTS.ground);
  position = $state(DEFAULTS.position);
  columns = $state(DEFAULTS.columns);
  overlays = $state(DEFAULTS.overlays);
  keys = $state(DEFAULTS.keys);
  step = $state(DEFAULTS.step);
  waitAtLines = $state(DEFAULTS.waitAtLines);
  spoken = $state(DEFAULTS.spoken);
  described = $state(DEFAULTS.described);
  pictureInText = $state(DEFAULTS.pictureInText);
  readonly #language: () => string;
  #lastChosen: readonly string[] | undefined;

  /** `language`: that of the page. */
  constructor(language: () => string) {
    this.#language = language;
  }

  get subtitles(): readonly string[] {
    return this.#chosen ?? [this.#language()];
  }

  /** What the viewer has set otherwise than usual: nobody's device has to hold the rest. */
  get changed(): Partial<PreferenceValues> {
    const names = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
    return {
      ...Object.fromEntries(names.filter((name) => this[name] !== DEFAULTS[name]).map((name) => [name, this[name]])),
      ...(this.#chosen && { subtitles: this.#chosen }),
    };
  }

  set({ subtitles, ...values }: Partial<PreferenceValues>): void {
    Object.assign(this, values);
    if (subtitles) this.chooseSubtitles(subtitles);
  }

  /** Back to how the film comes. */
  reset(): void {
    Object.assign(this, DEFAULTS);
    this.#chosen = undefined;
    this.#lastChosen = undefined;
  }

  chooseSubtitles = (languages: readonly string[]): void => {
    if (languages.length > 0) this.#lastChosen = languages;
    this.#chosen = languages;
  };

  toggleSubtitles = (): void => {
    this.#chosen = this.subtitles.length > 0 ? [] : this.#lastChosen;
  };
}

export const [getPreferences, setPreferences] = createContext<Preferences>();
