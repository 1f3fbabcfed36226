import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anythingBut, expectPlain, holds, safely } from '../../tests/support/hostile';
import {
  COLOURS,
  COLUMNS,
  decodePreferences,
  GROUNDS,
  POSITIONS,
  SIZES,
  STEPS,
  type PreferenceValues,
} from './preference-values';

const LANGUAGES = ['nl', 'en', 'pt-BR'];
const preferences: fc.Arbitrary<Partial<PreferenceValues>> = fc.record(
  {
    subtitles: fc.shuffledSubarray(LANGUAGES, { maxLength: 2 }),
    size: fc.constantFrom(...(Object.keys(SIZES) as (keyof typeof SIZES)[])),
    colours: fc.constantFrom(...COLOURS),
    ground: fc.constantFrom(...GROUNDS),
    position: fc.constantFrom(...POSITIONS),
    columns: fc.constantFrom(...COLUMNS),
    overlays: fc.boolean(),
    keys: fc.boolean(),
    step: fc.constantFrom(...STEPS),
    waitAtLines: fc.boolean(),
    spoken: fc.boolean(),
    described: fc.boolean(),
    pictureInText: fc.boolean(),
  },
  { requiredKeys: [] },
);

test('preferences are read as they were set', () =>
  holds(
    fc.property(preferences, (set) => {
      expect(decodePreferences(set, LANGUAGES)).toEqual(set);
    }),
  ));

test('of any other value, what fits is taken', () =>
  // What is kept has been through JSON; nothing made in this window comes here.
  holds(
    fc.property(anythingBut(preferences), (given) => {
      let data: unknown;
      try {
        data = JSON.parse(JSON.stringify(given) ?? 'null');
      } catch {
        return;
      }
      const found = safely(() => decodePreferences(data, LANGUAGES));
      expectPlain(found, undefined);
      expect(decodePreferences(found, LANGUAGES)).toEqual(found);
    }),
    133,
  ));
