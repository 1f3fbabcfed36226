import { describe, expect, test } from 'vitest';
import type { InterfaceWords } from '../language/interface-words';
import { Language } from '../language/language.svelte';
import en from '../language/words/en.json';
import nl from '../language/words/nl.json';
import { copiedText, pictureName, shareText, shortAddress, wordsOf, type QuoteCard } from './quote-card';

const card: QuoteCard = {
  text: 'Ik kan zelf sturen.',
  wording: 'retold',
  name: 'Sander',
  side: 'cliënt',
  shape: 'round',
  plate: { circle: [30, 60, 22], arch: [72, 40, 24, 56], ground: 82 },
  time: 72.5,
  title: 'Dichterbij',
  address: 'https://film.example.org/nl/#t=72.5,80',
  language: 'nl',
  direction: 'ltr',
};
const own: QuoteCard = { ...card, wording: 'verbatim' };
const dutch = new Language('nl', nl).t;
const english = new Language('en', en).t;
const MARK = /["'«»‘’‚“”„]/;

describe('shareText', () => {
  test('retold words say so, and have no quotation marks', () => {
    expect(shareText(card, dutch)).toBe('Ik kan zelf sturen.\nSander, cliënt (naverteld)\nUit de film Dichterbij');
  });

  test('own words stand between quotation marks', () => {
    expect(shareText(own, dutch)).toBe('“Ik kan zelf sturen.”\nSander, cliënt\nUit de film Dichterbij');
  });

  test.each<[string, InterfaceWords]>([
    ['nl', nl],
    ['en', en],
  ])('the same in every language: %s', (code, words) => {
    const { t } = new Language(code, words);
    expect(shareText(card, t)).not.toMatch(MARK);
    expect(shareText(card, t)).toContain(words.quote.retold);
    expect(wordsOf(card, t)).toBe(card.text);
    expect(wordsOf(own, t)).toMatch(new RegExp(`^${MARK.source}${card.text}${MARK.source}$`));
    expect(shareText(own, t)).not.toContain(words.quote.retold);
  });

  test('the address goes apart, unless one text is all that goes along', () => {
    expect(shareText(card, english)).not.toContain('https:');
    expect(copiedText(card, english)).toBe(`${shareText(card, english)}\n${card.address}`);
  });

  test('words that look like a hole or a reference stay as they are', () => {
    const text = 'Zij zei: {{name}} en $t(quote.retold) & <b>.';
    expect(wordsOf({ ...own, text }, dutch)).toBe(`“${text}”`);
  });
});

describe('pictureName', () => {
  test.each([
    ['Sander', 72.5, 'sander-1-12.png'],
    ['Ann-Sofie de Wit', 3725, 'ann-sofie-de-wit-1-02-05.png'],
    ['Zoë', 0, 'zoë-0-00.png'],
    ['سارة', 5, 'سارة-0-05.png'],
    ['../a:b\\c"?', 5, 'a-b-c-0-05.png'],
    ['…', 5, '0-05.png'],
  ])('%s at %d', (name, time, file) => expect(pictureName({ ...card, name, time })).toBe(file));
});

describe('shortAddress', () => {
  test.each([
    ['https://film.example.org/nl/#t=72.5,80', 'film.example.org/nl/#t=72.5,80'],
    ['http://localhost:4173/nl/index.html#t=5', 'localhost:4173/nl/#t=5'],
    ['https://film.example.org/films/één/nl/#t=5', 'film.example.org/films/één/nl/#t=5'],
    ['https://film.example.org/100%/#t=5', 'film.example.org/100%/#t=5'],
  ])('%s', (address, short) => expect(shortAddress(address)).toBe(short));
});
