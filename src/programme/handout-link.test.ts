import { describe, expect, test } from 'vitest';
import { handoutFragment, readHandout, type HandoutChoice } from './handout-link';
import type { Programme } from './programme';
import { readProgramme } from './programme-link';

const KNOWN = ['nl', 'en', 'ar'];
const programme: Programme = {
  items: [
    { kind: 'chapter', id: 'sander', talk: 10 },
    { kind: 'theme', id: 'luisteren', talk: 8 },
  ],
  wished: 45,
};

describe('what a handout shows', () => {
  test.each<[string, HandoutChoice]>([
    ['', { reader: 'everyone', languages: ['nl'] }],
    ['#programme=1/sander:10', { reader: 'everyone', languages: ['nl'] }],
    ['#for=host', { reader: 'host', languages: ['nl'] }],
    ['#for=Host', { reader: 'host', languages: ['nl'] }],
    ['#for=nobody&languages=en', { reader: 'everyone', languages: ['en'] }],
    ['#languages=nl,en', { reader: 'everyone', languages: ['nl', 'en'] }],
    ['#languages=en,nl', { reader: 'everyone', languages: ['en', 'nl'] }],
    ['#languages=en,en', { reader: 'everyone', languages: ['en'] }],
    ['#languages=xx,en,', { reader: 'everyone', languages: ['en'] }],
    ['#languages=xx', { reader: 'everyone', languages: ['nl'] }],
    ['#languages=', { reader: 'everyone', languages: ['nl'] }],
    ['#languages=nl,en,ar', { reader: 'everyone', languages: ['nl', 'en'] }],
    // As mail and chat programs send it on.
    ['#for%3Dhost%26languages%3Dnl%2Cen', { reader: 'host', languages: ['nl', 'en'] }],
    ['#for=host&languages=nl,en.', { reader: 'host', languages: ['nl', 'en'] }],
  ])('%s', (fragment, choice) => expect(readHandout(fragment, KNOWN, 'nl')).toEqual(choice));
});

describe('handoutFragment', () => {
  test.each<[Programme | undefined, HandoutChoice, string]>([
    [undefined, { reader: 'everyone', languages: ['nl'] }, ''],
    [undefined, { reader: 'host', languages: ['nl'] }, '#for=host'],
    [undefined, { reader: 'everyone', languages: ['nl', 'en'] }, '#languages=nl,en'],
    [programme, { reader: 'everyone', languages: ['nl'] }, '#programme=1/sander:10/theme:luisteren:8&minutes=45'],
    [
      programme,
      { reader: 'host', languages: ['en'] },
      '#programme=1/sander:10/theme:luisteren:8&minutes=45&for=host&languages=en',
    ],
  ])('%o %o is %s', (given, choice, fragment) => expect(handoutFragment(given, choice, 'nl')).toBe(fragment));

  test('comes back as it went, with its programme', () => {
    const data = {
      chapters: [{ id: 'sander', from: 'a', to: 'b' }],
      themes: [{ id: 'luisteren', slugs: {} }],
      cues: [{ id: 'a', start: 0, end: 1, person: 'sander', themes: ['luisteren'] }],
    };
    for (const reader of ['everyone', 'host'] as const)
      for (const languages of [['nl'], ['en'], ['nl', 'en'], ['en', 'nl']]) {
        const fragment = handoutFragment(programme, { reader, languages }, 'nl');
        expect(readHandout(fragment, KNOWN, 'nl')).toEqual({ reader, languages });
        expect(readProgramme(fragment, data)).toEqual({ programme, repairs: [] });
      }
  });
});
