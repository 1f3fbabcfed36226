import { expect, test } from 'vitest';
import fc from 'fast-check';
import { holds, hostileText, safely, textOf } from '../../tests/support/hostile';
import { createAddressBook } from './address';

const book = createAddressBook({
  languages: ['nl', 'en'],
  people: [{ id: 'sander' }, { id: 'film' }],
  themes: [{ id: 'rust', slugs: { nl: 'rust', en: 'quiet' } }],
  wordsOf: (language) => ({
    portraits: `${language}-portraits`,
    themes: `${language}-themes`,
    about: 'about',
    handout: 'handout',
    'embed-maker': 'embed-this',
    host: 'present',
    room: 'room',
  }),
});

test('every place has an address that leads to it', () => {
  for (const place of book.places) expect(book.placeAt(book.addressOf(place))).toEqual(place);
});

test('any other address leads to one of these places or to none', () =>
  holds(
    fc.property(
      fc.oneof(
        textOf(
          'nl',
          'en',
          '/',
          'nl-portraits',
          'sander',
          'index.html',
          '..',
          '//',
          'constructor',
          '__proto__',
          '?',
          '#',
          '%2e',
        ),
        hostileText,
      ),
      (address) => {
        const place = safely(() => book.placeAt(address));
        if (place) expect(book.places).toContain(place);
      },
    ),
    166,
  ));
