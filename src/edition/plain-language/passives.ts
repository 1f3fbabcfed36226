/** How often a sentence leaves out who does something: "the form is sent". One is good language; a pile of them leaves nobody to act. */
import type { CountedSentence } from './words';

export type PassiveCounter = (sentence: CountedSentence) => number;

/** A helping verb, then within a few words the verb itself. A comma or another sign of the sentence ends the search. */
export function passiveCounter(helping: RegExp, isVerb: (word: string) => boolean, between: number): PassiveCounter {
  return ({ text, start, words }) => {
    let count = 0;
    let left = 0;
    words.forEach((word, nth) => {
      const before = words[nth - 1];
      if (before && /[,;:()–—]/.test(text.slice(before.start - start + before.text.length, word.start - start)))
        left = 0;
      if (helping.test(word.text)) left = between;
      else if (left > 0 && isVerb(word.text.toLowerCase())) {
        count += 1;
        left = 0;
      } else left -= 1;
    });
    return count;
  };
}
