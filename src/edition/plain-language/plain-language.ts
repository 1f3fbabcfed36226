/** What a language is measured by. A language without measures gets no advice: a wrong measure is worse than none. */
import type { PassiveCounter } from './passives';
import type { Counts } from './readability';

export interface PlainLanguage {
  /** The name of the formula, as messages give it. */
  readonly formula: string;
  /** By that formula: the higher, the easier. */
  readonly easeOf: (counts: Counts) => number;
  readonly syllablesOf: (word: string) => number;
  /** The most letters of a word that is not called long. */
  readonly longWord: number;
  readonly passivesIn: PassiveCounter;
  /** Words that offices write and nobody says, their forms parted by "|", and what people say instead. */
  readonly stiff: readonly (readonly [forms: string, instead: string])[];
}
