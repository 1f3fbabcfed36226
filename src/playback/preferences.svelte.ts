/** How this viewer wants the film. What the viewer changes is kept on the device by `memory`; here is what counts now. */
import { createContext } from 'svelte';
import { DEFAULTS, type PreferenceValues } from './preference-values';

export class Preferences implements PreferenceValues {
  subtitles = $state.raw<readonly string[]>([]);
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
  readonly #language: string;
  #lastSubtitles: readonly string[];

  constructor(language: string) {
    this.#language = language;
    this.subtitles = [language];
    this.#lastSubtitles = [language];
  }

  /** What differs from how the film comes: nobody's device has to hold the rest. */
  get changed(): Partial<PreferenceValues> {
    const usual: PreferenceValues = { ...DEFAULTS, subtitles: [this.#language] };
    const names = Object.keys(usual) as (keyof PreferenceValues)[];
    return Object.fromEntries(
      names.filter((name) => String(this[name]) !== String(usual[name])).map((name) => [name, this[name]]),
    );
  }

  set(values: Partial<PreferenceValues>): void {
    Object.assign(this, values);
    if (values.subtitles && values.subtitles.length > 0) this.#lastSubtitles = values.subtitles;
  }

  /** Back to how the film comes. */
  reset(): void {
    this.set({ ...DEFAULTS, subtitles: [this.#language] });
  }

  chooseSubtitles = (subtitles: readonly string[]): void => this.set({ subtitles });

  toggleSubtitles = (): void => {
    this.subtitles = this.subtitles.length > 0 ? [] : this.#lastSubtitles;
  };
}

export const [getPreferences, setPreferences] = createContext<Preferences>();
