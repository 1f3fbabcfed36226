/** What the languages share in counting syllables. */
import { oncePerPiece } from '../once-per-text';

/** The letters of an abbreviation are said one by one: WMO, GGZ. */
const isSpelledOut = (word: string) => /^\p{Lu}{2,5}$/u.test(word);

/** Counts the parts of a compound apart, numbers as one syllable a digit, and never less than one. */
export function syllableCounter(
  known: Readonly<Record<string, number>>,
  count: (part: string) => number,
): (word: string) => number {
  const ofPart = (part: string): number => {
    if (isSpelledOut(part) || /^\p{N}+$/u.test(part)) return part.length;
    const lower = part.normalize('NFC').toLowerCase();
    return Object.hasOwn(known, lower) ? (known[lower] ?? 1) : Math.max(1, count(lower));
  };
  // Most words of a text come back.
  return oncePerPiece((word) => {
    const parts = word.replace(/['’]/g, '').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
    return Math.max(
      1,
      parts.reduce((sum, part) => sum + ofPart(part), 0),
    );
  });
}
