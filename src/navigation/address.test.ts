import { describe, expect, test } from 'vitest';
import { createAddressBook, withinFrame, withinShell, type Place } from './address';

const WORDS: Record<
  string,
  Record<'portraits' | 'themes' | 'about' | 'handout' | 'embed-maker' | 'host' | 'room', string>
> = {
  nl: {
    portraits: 'portretten',
    themes: 'themas',
    about: 'over',
    handout: 'werkblad',
    'embed-maker': 'insluiten',
    host: 'presenteren',
    room: 'zaal',
  },
  en: {
    portraits: 'portraits',
    themes: 'themes',
    about: 'about',
    handout: 'handout',
    'embed-maker': 'embed-this',
    host: 'present',
    room: 'room',
  },
};
const book = createAddressBook({
  languages: ['nl', 'en'],
  people: [{ id: 'sander' }, { id: 'mila' }],
  themes: [
    { id: 'rust', slugs: { nl: 'rust', en: 'calm' } },
    { id: 'samen', slugs: { nl: 'samen-zijn' } },
  ],
  wordsOf: (language) => WORDS[language]!,
});

const ADDRESSES: readonly [string, Place][] = [
  ['nl/', { language: 'nl', view: 'film' }],
  ['nl/portretten/', { language: 'nl', view: 'portraits' }],
  ['nl/portretten/sander/', { language: 'nl', view: 'portrait', id: 'sander' }],
  ['nl/portretten/mila/', { language: 'nl', view: 'portrait', id: 'mila' }],
  ['nl/themas/', { language: 'nl', view: 'themes' }],
  ['nl/themas/rust/', { language: 'nl', view: 'theme', id: 'rust' }],
  ['nl/themas/samen-zijn/', { language: 'nl', view: 'theme', id: 'samen' }],
  ['nl/over/', { language: 'nl', view: 'about' }],
  ['nl/werkblad/', { language: 'nl', view: 'handout' }],
  ['nl/insluiten/', { language: 'nl', view: 'embed-maker' }],
  ['nl/presenteren/', { language: 'nl', view: 'host' }],
  ['nl/zaal/', { language: 'nl', view: 'room' }],
  ['embed/nl/', { language: 'nl', view: 'embed' }],
  ['en/', { language: 'en', view: 'film' }],
  ['en/portraits/', { language: 'en', view: 'portraits' }],
  ['en/portraits/sander/', { language: 'en', view: 'portrait', id: 'sander' }],
  ['en/portraits/mila/', { language: 'en', view: 'portrait', id: 'mila' }],
  ['en/themes/', { language: 'en', view: 'themes' }],
  ['en/themes/calm/', { language: 'en', view: 'theme', id: 'rust' }],
  ['en/themes/samen/', { language: 'en', view: 'theme', id: 'samen' }],
  ['en/about/', { language: 'en', view: 'about' }],
  ['en/handout/', { language: 'en', view: 'handout' }],
  ['en/embed-this/', { language: 'en', view: 'embed-maker' }],
  ['en/present/', { language: 'en', view: 'host' }],
  ['en/room/', { language: 'en', view: 'room' }],
  ['embed/en/', { language: 'en', view: 'embed' }],
];

test('these are all the places', () => expect(book.places).toEqual(ADDRESSES.map(([, place]) => place)));

describe.each(ADDRESSES)('%s', (address, place) => {
  test('there and back', () => {
    expect(book.addressOf(place)).toBe(address);
    expect(book.placeAt(address)).toEqual(place);
  });

  test('with index.html, and without the slash', () => {
    expect(book.placeAt(`${address}index.html`)).toEqual(place);
    expect(book.placeAt(address.slice(0, -1))).toEqual(place);
  });

  test.each([
    '/',
    'x',
    '%',
    '../',
    '?',
    '#t=3',
    'index.htm',
    'index.html/',
    'INDEX.HTML',
    'index.htmlindex.html',
    '\n',
  ])('is no page with %j behind it', (more) => expect(book.placeAt(address + more)).toBeUndefined());
});

test.each([
  '',
  '/',
  '//',
  'index.html',
  '/nl/',
  'NL/',
  'de/',
  'nl/portraits/',
  'en/portretten/sander/',
  'en/themes/rust/',
  'nl/themas/samen/',
  'nl/themas/calm/',
  'nl/portretten/nobody/',
  'nl/portretten/Sander/',
  '../',
  '../../etc/passwd',
  'nl/../en/',
  'nl/./',
  'nl\\',
  '..%2f',
  '%',
  'nlindex.html',
  'nl/portretten/sanderindex.html',
  '%6El/',
  'nl/%70ortretten/',
  'nl/portretten/%2e%2e/',
  'nl/portretten/sander%00/',
  '__proto__',
  '__proto__/',
  'constructor/',
  'nl/__proto__/',
  'nl/portretten/__proto__/',
  'nl/themas/constructor/',
  'nl/portretten/undefined/',
  'javascript:alert(1)',
  'https://example.org/nl/',
  'nl/'.repeat(100_000),
])('%j is no page of this site', (address) => expect(book.placeAt(address)).toBeUndefined());

test.each<Place>([
  { language: 'de', view: 'film' },
  { language: 'nl', view: 'portrait' },
  { language: 'nl', view: 'portrait', id: 'nobody' },
  { language: 'nl', view: 'portrait', id: '../sander' },
  { language: 'nl', view: 'theme', id: 'samen-zijn' },
  { language: 'nl', view: 'theme', id: '__proto__' },
  { language: 'nl', view: 'film', id: 'sander' },
  { language: '__proto__', view: 'film' },
])('%o has no address, and says so', (place) => expect(() => book.addressOf(place)).toThrow(/^No page for "/));

describe('what a page shows', () => {
  const at = (view: Place['view'], id?: string): Place => ({ view, language: 'nl', ...(id && { id }) });

  test('of its own shell only', () => {
    expect(withinShell('site')(at('about'))).toEqual(at('about'));
    expect(withinShell('site')(at('host'))).toBeUndefined();
    expect(withinShell('workshop')(at('room'))).toEqual(at('room'));
    expect(withinShell('workshop')(at('film'))).toBeUndefined();
    expect(withinShell('site')(at('embed'))).toBeUndefined();
  });

  test('in a frame: the film always, texts when the partner wants them there, nothing else', () => {
    for (const inside of [true, false]) {
      expect(withinFrame(inside)(at('film'))).toEqual(at('embed'));
      expect(withinFrame(inside)(at('embed'))).toEqual(at('embed'));
      for (const view of ['about', 'portraits', 'themes', 'host', 'room', 'handout', 'embed-maker'] as const)
        expect(withinFrame(inside)(at(view))).toBeUndefined();
      for (const view of ['portrait', 'theme'] as const)
        expect(withinFrame(inside)(at(view, 'x'))).toEqual(inside ? at(view, 'x') : undefined);
    }
  });
});
