/** The methods of an embedded film, as the page around calls them: the same for a frame and for `<dichterbij-film>`. */
import type { SetterName, SetterValues } from '../embed-protocol';
import { ANSWERS, type Answers, type GetterName } from '../embed-values';

/** How a method reaches the film. */
export const ASK = Symbol('ask');
export interface Asks {
  [ASK](method: SetterName | GetterName, value?: unknown): unknown;
}

type Setters = {
  readonly [K in SetterName]: SetterValues[K] extends true ? () => void : (value: SetterValues[K]) => void;
};
type Getters = { readonly [K in GetterName]: () => Promise<Answers[K]> };
export type FilmMethods = Setters & Getters;

const COMMANDS: Record<SetterName, 1> = {
  play: 1,
  pause: 1,
  mute: 1,
  unmute: 1,
  setVolume: 1,
  setCurrentTime: 1,
  setLoop: 1,
  setChapter: 1,
  setTheme: 1,
  setLanguage: 1,
  setSubtitles: 1,
};

type Maker<T> = new () => T;

/** The class with a method for each of the protocol. */
export function withFilmMethods<T extends object>(base: Maker<T>): Maker<T & FilmMethods> {
  class Asking extends (base as Maker<object>) {}
  for (const name of Object.keys({ ...COMMANDS, ...ANSWERS }) as (SetterName | GetterName)[])
    Object.defineProperty(Asking.prototype, name, {
      value(this: Asks, value?: unknown) {
        return this[ASK](name, value);
      },
    });
  return Asking as Maker<T & FilmMethods>;
}
