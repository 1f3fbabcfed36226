/**
 * How easily a text reads, by the formula that each language has for it. A formula sees the length of sentences and words and nothing
 * else: it can't tell whether a text is true to a reader's level, only that one is surely too hard.
 */
import type { CountedSentence } from './words';

export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

export function countsOf(sentences: readonly CountedSentence[], syllablesOf: (word: string) => number): Counts {
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.text), 0);
  return { sentences: sentences.length, words: words.length, syllables };
}

/** Rudolf Flesch, "A New Readability Yardstick", Journal of Applied Psychology 32 (1948): the Flesch reading ease, for English. */
export const fleschReadingEase = ({ sentences, words, syllables }: Counts) =>
  206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);

/** W.H. Douma, "De leesbaarheid van landbouwbladen", Landbouwhogeschool Wageningen (1960): Flesch's formula fitted to Dutch. */
export const fleschDouma = ({ sentences, words, syllables }: Counts) =>
  206.84 - 0.93 * (words / sentences) - 77 * (syllables / words);

/**
 * Flesch and Douma call 70 to 80 "fairly easy": what a child of eleven to thirteen reads. It is what is mostly set beside CEFR B1, of
 * which no formula is a measure.
 */
export const EASE_OF_B1 = 70;
/** Below it is more than one class harder; of a part of a text it is the least, because a few words weigh more there. */
export const EASE_OF_PART = 60;
