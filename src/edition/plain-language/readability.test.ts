import { describe, expect, test } from 'vitest';
import { dutch } from './dutch';
import { english } from './english';
import { countsOf, fleschDouma, fleschReadingEase } from './readability';
import { countedSentences } from './words';
import type { PlainLanguage } from './plain-language';

const countsIn = (text: string, { tag, syllablesOf }: PlainLanguage) =>
  countsOf(countedSentences(text, tag), syllablesOf);

describe('Flesch reading ease', () => {
  // The typical lengths of Flesch's table ("The Art of Readable Writing", 1949): words in a sentence, syllables in a hundred words.
  test.each([
    ['very easy', 8, 123, 90, 100],
    ['easy', 11, 131, 80, 90],
    ['fairly easy', 14, 139, 70, 80],
    ['standard', 17, 147, 60, 70],
    ['fairly difficult', 21, 155, 50, 60],
    ['difficult', 25, 167, 30, 50],
    ['very difficult', 29, 192, 0, 30],
  ])('%s', (_, length, syllables, from, to) => {
    const ease = fleschReadingEase({ sentences: 100 / length, words: 100, syllables });
    expect(ease).toBeGreaterThan(from);
    expect(ease).toBeLessThan(to);
  });

  // Sentences that are often given with their figures, as in the Wikipedia article on the formula.
  test.each([
    ['The cat sat on the mat.', 6, 6, 116.1],
    ['This sentence, taken as a reading passage unto itself, is being used to prove a point.', 16, 23, 69],
  ])('%s', (text, words, syllables, ease) => {
    const counts = countsIn(text, english);
    expect(counts).toEqual({ sentences: 1, words, syllables });
    expect(fleschReadingEase(counts)).toBeCloseTo(ease, 0);
  });

  test('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', () => {
    // The article says "Austral-ian"; a dictionary has one more.
    expect(fleschReadingEase({ sentences: 1, words: 13, syllables: 24 })).toBeCloseTo(37.5, 1);
  });
});

describe('Flesch-Douma', () => {
  test('is 206.84, less 0.93 for each word in a sentence and 0.77 for each syllable in a hundred words', () => {
    expect(fleschDouma({ sentences: 5, words: 100, syllables: 170 })).toBeCloseTo(206.84 - 0.93 * 20 - 0.77 * 170, 6);
    // Dutch words are longer: the same text in Dutch asks for more syllables and is as easy.
    expect(fleschDouma({ sentences: 100 / 14, words: 100, syllables: 155 })).toBeGreaterThan(70);
    expect(fleschReadingEase({ sentences: 100 / 14, words: 100, syllables: 155 })).toBeLessThan(70);
  });

  test('of a text that was counted by hand', () => {
    // De-kat-zit-op-de-mat. Hij-kijkt-naar-de-vo-gels-in-de-tuin.
    const counts = countsIn('De kat zit op de mat. Hij kijkt naar de vogels in de tuin.', dutch);
    expect(counts).toEqual({ sentences: 2, words: 14, syllables: 15 });
    expect(fleschDouma(counts)).toBeCloseTo(117.83, 2);
  });
});
