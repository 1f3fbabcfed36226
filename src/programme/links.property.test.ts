/** Programmes and handouts in addresses, as mail programs, typing and mischief leave them. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { holds, hostileText, safely, textOf } from '../../tests/support/hostile';
import { data } from '../../tests/support/small-workshop';
import { decodeProgramme } from './decode-session';
import { handoutFragment, readHandout, type HandoutChoice } from './handout-link';
import { nameOf } from './past-workshop';
import type { Programme } from './programme';
import { fragmentFields, programmeFragment, readProgramme } from './programme-link';

const fragments = fc.oneof(
  textOf(
    '#programme=',
    '1',
    '/',
    ':',
    'een',
    'theme:rust',
    '&minutes=',
    '45',
    '-1',
    '1e9',
    '99999',
    '%2F',
    '%253A',
    '&amp;',
  ),
  hostileText,
);
const programmes: fc.Arbitrary<Programme> = fc.record(
  {
    items: fc
      .uniqueArray(fc.constantFrom('een', 'twee', 'drie', 'theme:rust'))
      .chain((keys) => fc.tuple(...keys.map((key) => fc.nat(120).map((talk) => ({ key, talk })))))
      .map((chosen) =>
        chosen.map(({ key, talk }) => {
          const [id = '', theme] = key.split(':');
          return theme === undefined ? { kind: 'chapter', id, talk } : { kind: 'theme', id: theme, talk };
        }),
      ),
    wished: fc.integer({ min: 1, max: 480 }),
  },
  { requiredKeys: ['items'] },
);

test('a programme is read from its address as it was written, without repairs', () =>
  holds(
    fc.property(programmes, (programme) => {
      expect(readProgramme(programmeFragment(programme), data)).toEqual({ programme, repairs: [] });
      expect(readProgramme(encodeURIComponent(programmeFragment(programme)), data)?.programme).toEqual(programme);
    }),
  ));

test('from any address comes a programme that fits, the same when it is written and read again', () =>
  holds(
    fc.property(fragments, (fragment) => {
      const read = safely(() => readProgramme(fragment, data));
      if (!read) return;
      const { programme, repairs } = read;
      expect(decodeProgramme(programme)).toEqual(programme);
      expect(readProgramme(programmeFragment(programme), data)).toEqual({ programme, repairs: [] });
      // Of a stranger's text only so much is shown as is needed to find it.
      for (const repair of repairs) expect('value' in repair ? repair.value : '').toMatch(/^[^\p{Cc}\p{Cf}]{0,41}$/u);
    }),
  ));

test('the fields of any fragment are texts without white space', () =>
  holds(
    fc.property(fragments, (fragment) => {
      for (const part of [...safely(() => fragmentFields(fragment))].flat()) expect(part).not.toMatch(/\s/);
    }),
  ));

const LANGUAGES = ['nl', 'en', 'pt-BR'];
const handouts: fc.Arbitrary<HandoutChoice> = fc.record({
  reader: fc.constantFrom('everyone', 'host'),
  languages: fc.shuffledSubarray(LANGUAGES, { minLength: 1, maxLength: 2 }),
});

test('a handout is read from its address as it was written, from any other one there is something to print', () => {
  holds(
    fc.property(handouts, programmes, (handout, programme) => {
      expect(readHandout(handoutFragment(programme, handout, 'nl'), LANGUAGES, 'nl')).toEqual(handout);
    }),
  );
  holds(
    fc.property(fc.oneof(fragments, textOf('#for=', 'host', '&languages=', 'nl', ',', 'PT-br')), (fragment) => {
      const { reader, languages } = safely(() => readHandout(fragment, LANGUAGES, 'nl'));
      expect(['everyone', 'host']).toContain(reader);
      expect([1, 2]).toContain(languages.length);
      for (const language of languages) expect(LANGUAGES).toContain(language);
    }),
  );
});

test('a name is one short line of signs that can be seen, and stays as it is', () =>
  holds(
    fc.property(hostileText, (text) => {
      const name = safely(() => nameOf(text));
      if (name === undefined) return;
      expect([...name].length).toBeLessThanOrEqual(60);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(nameOf(name)).toBe(name);
    }),
  ));
