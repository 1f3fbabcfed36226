import { describe, expect, test } from 'vitest';
import { adviseOn, easeOfText, type Passage } from './advice';
import { plainLanguageOf } from './languages';

const dutch = plainLanguageOf('nl')!;
const english = plainLanguageOf('en')!;

const passage = (...lines: string[]): Passage => lines.map((text, nth) => ({ line: nth + 1, text }));
const kinds = (text: string, language = english) => adviseOn([passage(text)], language).map((one) => one.kind);
const words = (count: number) =>
  `One ${Array(count - 1)
    .fill('one')
    .join(' ')}.`;

test('a language is measured as itself wherever it is spoken, and one without measures not at all', () => {
  expect(plainLanguageOf('nl-BE')).toBe(dutch);
  expect(plainLanguageOf('ar')).toBeUndefined();
  expect(plainLanguageOf('constructor')).toBeUndefined();
});

describe('long sentences', () => {
  test('are those of more than twenty words', () => {
    expect(kinds(words(20))).toEqual([]);
    expect(kinds(words(21))).toEqual(['sentence-long']);
  });

  test('are told on the line where they begin, also where they run on', () => {
    const text = passage('He said so. She went', words(25).toLowerCase());
    expect(adviseOn([text], english)).toMatchObject([{ line: 1, begin: 'She went one one', words: 27 }]);
    expect(adviseOn([passage('He said so.', words(25))], english)).toMatchObject([{ line: 2, words: 25 }]);
  });

  test('a name with a dot or an address does not end one', () => {
    expect(kinds(`Dr. Bakker and ${words(19)}`)).toEqual(['sentence-long']);
    expect(kinds(`Call 113.nl or J. Bakker, ${words(16)}`)).toEqual(['sentence-long']);
    expect(kinds(`Call 113.nl or J. Bakker, ${words(15)}`)).toEqual([]);
  });
});

describe('long words', () => {
  const longWords = (text: string, explained: string[] = []) =>
    adviseOn([passage(text), passage(text)], dutch, new Set(explained)).flatMap((one) =>
      one.kind === 'word-long' ? one.word : [],
    );

  test('are told once', () => expect(longWords('Een thuiszorgorganisatie. De Thuiszorgorganisatie.')).toHaveLength(1));

  test('are not those of fifteen letters, those that everybody knows, and those of the glossary', () => {
    expect(longWords('Dat is zijn zelfstandigheid met vrijwilligerswerk.')).toEqual([]);
    expect(longWords('De ervaringsdeskundige.')).toEqual(['ervaringsdeskundige']);
    expect(longWords('De ervaringsdeskundige.', ['ervaringsdeskundige'])).toEqual([]);
  });

  test('are not names and addresses', () =>
    expect(longWords('Bij Zelfmoordpreventie en zelfmoordpreventie.nl.')).toEqual([]));

  test('of a compound with a hyphen are its parts', () => {
    expect(longWords('De re-integratiebedrijven.')).toEqual(['re-integratiebedrijven']);
    expect(longWords('Het uitkerings-en-werkbedrijf.')).toEqual([]);
  });
});

test('words of offices are told each time, with what people say', () => {
  expect(adviseOn([passage('Indien u reeds belt.', 'Dat is echter goed.')], dutch)).toEqual([
    { kind: 'word-stiff', line: 1, word: 'Indien', instead: 'als' },
    { kind: 'word-stiff', line: 1, word: 'reeds', instead: 'al' },
    { kind: 'word-stiff', line: 2, word: 'echter', instead: 'maar' },
  ]);
  expect(kinds('Send it prior to Monday, in order to win.')).toEqual(['word-stiff', 'word-stiff']);
  expect(kinds('Slechter en indiensttreding.', dutch)).toEqual([]);
});

describe('passives', () => {
  test.each([
    ['Het formulier wordt gestuurd.', 1],
    ['De brief werd niet meteen door de gemeente gelezen.', 1],
    ['Er wordt verteld en er wordt gevraagd.', 2],
    ['Dan wordt het begrijpen makkelijk.', 0],
    ['Hij wordt boos, en gelukkig.', 0],
    ['Ze worden ziek, hij heeft gebeld.', 0],
    ['Wordt dat met geld of geduld beter?', 0],
    ['Hij is ziek geworden.', 0],
  ])('%s', (text, count) => expect(passivesIn(text, dutch)).toBe(count));

  test.each([
    ['The form is sent.', 1],
    ['The letters were not always read by her.', 1],
    ['It is asked and it was being told.', 2],
    ['She is tired and he is interested.', 0],
    ['He is at home, and they looked.', 0],
    ['He was used to it.', 0],
  ])('%s', (text, count) => expect(passivesIn(text, english)).toBe(count));

  test('are told where they pile up, once for each pile', () => {
    const pile = 'It is sent. It was read. It is kept.';
    expect(kinds('It is sent. It was read. We keep it. It is told.')).toEqual([]);
    expect(adviseOn([passage('We came.', pile)], english)).toEqual([
      { kind: 'passive-many', line: 2, begin: 'It is sent.', count: 3 },
    ]);
    expect(kinds(`${pile} ${pile}`)).toEqual(['passive-many', 'passive-many']);
  });

  function passivesIn(text: string, language = english) {
    // Two more behind each: with one of its own the sentence begins a pile.
    const more = language === dutch ? 'Het werd gemaakt. Het werd gelezen.' : 'It was made. It was read.';
    const [pile] = adviseOn([passage(`${text} ${more}`)], language).flatMap((one) =>
      one.kind === 'passive-many' ? one.count - 2 : [],
    );
    return pile ?? 0;
  }
});

describe('how hard a text is', () => {
  const easy = Array<Passage>(25).fill(passage('The cat sat on the mat.'));
  const hard = passage(Array(10).fill('Civilisation develops continuously everywhere.').join(' '));

  test('is not asked of less than a hundred words', () => {
    expect(easeOfText(easy.slice(0, 16), english)).toBeUndefined();
    expect(easeOfText(easy.slice(0, 17), english)).toBeCloseTo(116.1, 0);
    expect(kinds('Civilisation develops continuously.')).toEqual([]);
  });

  test('a hard part is told although the whole is easy', () => {
    expect(adviseOn([...easy, ...easy, ...easy, hard], english)).toMatchObject([{ kind: 'part-hard', line: 1 }]);
  });

  test('a hard text is told at its hardest part', () => {
    const at = hard.map(({ text }) => ({ line: 7, text }));
    expect(adviseOn([...easy.slice(0, 5), hard, ...easy.slice(0, 5), at], english).at(-1)).toMatchObject({
      kind: 'text-hard',
      line: 1,
    });
    expect(adviseOn([...easy.slice(0, 17), at, at, at, at, at], english).at(-1)).toMatchObject({
      kind: 'text-hard',
      line: 7,
    });
  });

  test('nothing is said of what has no words', () => {
    expect(adviseOn([], english)).toEqual([]);
    expect(adviseOn([passage('…', '– 🙂')], english)).toEqual([]);
  });
});
