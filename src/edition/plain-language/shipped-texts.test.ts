/** The shipped edition keeps to what it advises. */
import { expect, test } from 'vitest';
import { passagesOfArticle, passagesOfCaptions, passagesOfWords } from '../check-plain-language';
import { readEdition } from '../read-edition';
import { readSources } from '../sources';
import { easeOfText } from './advice';
import { plainLanguageOf } from './languages';
import { EASE_OF_B1 } from './readability';

test('there is no advice about it', () => expect(readEdition({ root: '.' }).problems).toEqual([]));

const languages = readSources('.', undefined, [])?.languages ?? [];

test('it is measured in Dutch and in English', () => {
  expect(languages.map(({ language }) => language)).toEqual(['nl', 'en']);
});

test.each(languages)('$language: each file reads as B1 by the formula of its language', (one) => {
  const { words, about, captions, descriptions, portraits } = one;
  const texts = [
    passagesOfWords(words!),
    ...[about!, ...portraits.values()].map(passagesOfArticle),
    ...[captions!, descriptions!].map(passagesOfCaptions),
  ];
  expect(texts).toHaveLength(10);
  for (const text of texts) expect(easeOfText(text, plainLanguageOf(one.language)!)).toBeGreaterThanOrEqual(EASE_OF_B1);
});
