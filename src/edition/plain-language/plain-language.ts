/** What a language is measured by. A language without measures gets no advice: a wrong measure is worse than none. */
import type { PassiveCounter } from './passives';
import type { Counts } from './readability';
import type { StiffWordFinder } from './stiff-words';

export interface PlainLanguage {
  /** The language, as a browser names it. */
  readonly tag: string;
  /** The name of the formula, as messages give it. */
  readonly formula: string;
  /** By that formula: the higher, the easier. */
  readonly easeOf: (counts: Counts) => number;
  readonly syllablesOf: (word: string) => number;
  /** The most letters of a word that is not called long. */
  readonly longWord: number;
  /** Words that are longer and that everybody knows. */
  readonly familiar: ReadonlySet<string>;
  readonly passivesIn: PassiveCounter;
  readonly stiffIn: StiffWordFinder;
}
