import { describe, expect, test } from 'vitest';
import { createTermFinder, termsInParts } from './terms';

type Entry = readonly [id: string, term: string, ...forms: string[]];

const finder = (...entries: Entry[]) =>
  createTermFinder(
    Object.fromEntries(entries.map(([id, term, ...forms]) => [id, { term, forms, gloss: `What ${id} means.` }])),
    'nl',
  );
/** The text with each marked word as `[word=id]`. */
const marked = (find: ReturnType<typeof finder>, text: string, seen?: Set<string>) =>
  find(text, seen)
    .map(({ text, term }) => (term ? `[${text}=${term.id}]` : text))
    .join('');

describe('a word is found', () => {
  const find = finder(['manager', 'klantmanager', 'klantmanagers'], ['wmo', 'WMO'], ['anti-kraak', 'anti-kraak']);

  test.each([
    ['Een klantmanager belt.', 'Een [klantmanager=manager] belt.'],
    ['Klantmanagers bellen', '[Klantmanagers=manager] bellen'],
    ['klantmanager', '[klantmanager=manager]'],
    ['(Wmo)', '([Wmo=wmo])'],
    ['de WMO, dus', 'de [WMO=wmo], dus'],
    ['Zij woont anti-kraak.', 'Zij woont [anti-kraak=anti-kraak].'],
    ['Zij woont anti\u2011kraak.', 'Zij woont [anti\u2011kraak=anti-kraak].'],
    ["de klantmanager's blik", "de [klantmanager=manager]'s blik"],
    ['‘klantmanager’', '‘[klantmanager=manager]’'],
    ['klantmanager—klant', '[klantmanager=manager]—klant'],
  ])('%s', (text, expected) => expect(marked(find, text)).toBe(expected));

  test.each([
    'hoofdklantmanager',
    'klantmanagersblad',
    'klantmanageré',
    'klantmanager\u0301',
    'WMO2015',
    '2WMO',
    'WMO-loket',
    'anti-kraakwoning',
    'anti kraak',
    'sociale-WMO',
    '',
  ])('but not in "%s"', (text) => expect(find(text)).toEqual([{ text }]));
});

test('the longest of two that begin alike, wherever they stand in the glossary', () => {
  const find = finder(['health', 'mental health'], ['care', 'mental health care'], ['mental', 'mental']);
  expect(marked(find, 'mental health care, mental health, mental')).toBe(
    '[mental health care=care], [mental health=health], [mental=mental]',
  );
  expect(marked(find, 'mental health careful')).toBe('[mental health=health] careful');
});

test('words over a line break or a space that does not break', () => {
  const find = finder(['toets', 'omgekeerde toets']);
  expect(find('de omgekeerde\ntoets')).toMatchObject([{ text: 'de ' }, { text: 'omgekeerde\ntoets' }]);
  expect(find('de omgekeerde\u00a0toets')[1]?.term?.id).toBe('toets');
});

test('accents and apostrophes, however they are stored', () => {
  const find = finder(['client', 'cliënt'], ['baby', 'baby’s']);
  for (const text of ['cliënt', 'CLIËNT', 'cliënt'.normalize('NFD')])
    expect(find(text)).toMatchObject([{ text, term: { id: 'client' } }]);
  for (const text of ["baby's", 'Baby’s']) expect(find(text)).toMatchObject([{ text, term: { id: 'baby' } }]);
});

test('signs that mean something in a pattern are only signs', () => {
  const find = finder(['a', 'a.b*c'], ['b', '(plus) [1]'], ['c', 'x|y'], ['d', 'c\\d'], ['e', '$1^2']);
  for (const text of ['a.b*c', '(plus) [1]', 'x|y', 'c\\d', '$1^2']) expect(find(text)[0]?.term).toBeDefined();
  for (const text of ['aXbbc', 'plus 1', 'x', 'cd']) expect(find(text)).toEqual([{ text }]);
});

test('the first of each in a text, and the first of each in several texts that share what was seen', () => {
  const find = finder(['manager', 'klantmanager', 'werkcoach'], ['wet', 'wet']);
  expect(marked(find, 'wet, werkcoach, wet, klantmanager')).toBe('[wet=wet], [werkcoach=manager], wet, klantmanager');
  const seen = new Set<string>();
  expect(marked(find, 'een klantmanager', seen)).toBe('een [klantmanager=manager]');
  expect(marked(find, 'de werkcoach en de wet', seen)).toBe('de werkcoach en de [wet=wet]');
  expect(marked(find, 'een klantmanager')).toBe('een [klantmanager=manager]');
  const parts = termsInParts(find, ['de wet', 'een werkcoach', 'de wet']);
  expect(parts.map((pieces) => pieces.map(({ term }) => term?.id))).toEqual([
    [undefined, 'wet'],
    [undefined, 'manager'],
    [undefined],
  ]);
});

test('a form that two terms have leads to the first', () =>
  expect(marked(finder(['one', 'coach'], ['two', 'begeleider', 'coach']), 'coach')).toBe('[coach=one]'));

test('names that every object answers to are only words', () =>
  expect(finder(['constructor', 'bouwer'])('constructor __proto__')).toEqual([{ text: 'constructor __proto__' }]));

test('the pieces carry all that is to be shown', () => {
  const find = createTermFinder({ ww: { term: 'benefit', original: 'WW', gloss: 'Money.' } }, 'nl');
  expect(find('A benefit.')).toEqual([
    { text: 'A ' },
    { text: 'benefit', term: { id: 'ww', term: 'benefit', gloss: 'Money.', original: { text: 'WW', language: 'nl' } } },
    { text: '.' },
  ]);
  expect(createTermFinder({}, 'nl')('A benefit.')).toEqual([{ text: 'A benefit.' }]);
});

test('the pieces joined are the text, wherever its terms stand', () => {
  const find = finder(['a', 'wet'], ['b', 'loon'], ['c', 'wet op het loon']);
  for (const text of ['wet', ' wet', 'wet ', 'wet loon', '\nloon\u0301 wet\n', 'Wet op het\nloon, wet, loon!', ' '])
    expect(
      find(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
});

test('a very long text takes no long time, also where everything almost fits', () => {
  const find = finder(['a', 'aan de kant staan'], ['b', 'aan de kant'], ['c', 'aan aan aan b']);
  const timeOf = (text: string) => {
    const begin = performance.now();
    find(text);
    return performance.now() - begin;
  };
  const long = 'aan de kan aan aan aan '.repeat(20_000);
  timeOf(long);
  expect(timeOf(long)).toBeLessThan(2000);
  expect(timeOf(`aan${' '.repeat(20_000)}de`)).toBeLessThan(2000);
});
