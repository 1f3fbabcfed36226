/** What lies in storage under our names, whoever wrote it there. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anyId, anyPast, anySession } from '../../tests/support/any-session';
import { anythingBut, expectPlain, holds, hostileText, safely } from '../../tests/support/hostile';
import {
  decodeWorkshops,
  encodeWorkshops,
  MOST_PAST,
  MOST_PROGRAMMES,
  NO_WORKSHOPS,
  type KeptWorkshops,
} from './kept-workshops';
import { decodeRemembered, encodeRemembered, NOTHING, type Remembered } from './remembered';

/** As texts that storage can hold: JSON that has been cut or has something behind it among them. */
const stored = (good: fc.Arbitrary<unknown>): fc.Arbitrary<string | null> =>
  fc.oneof(
    { weight: 8, arbitrary: anythingBut(good).map(asJson) },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.tuple(good, fc.nat(200)).map(([value, end]) => asJson(value)?.slice(0, end) ?? null) },
  );
function asJson(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}

const remembered: fc.Arbitrary<Remembered> = fc.record(
  {
    film: fc.double({ min: 0, max: 86_399, noNaN: true }).map((time) => time + 0),
    rate: fc.double({ min: 0.5, max: 2, noNaN: true }),
    portraits: fc.dictionary(anyId, anyId, { noNullPrototype: true }),
    preferences: fc.dictionary(anyId, fc.oneof(fc.boolean(), fc.string()), { noNullPrototype: true }),
  },
  { requiredKeys: ['portraits', 'preferences'] },
);

test('what a device remembers is read as it was written', () =>
  holds(
    fc.property(remembered, (kept) => {
      expect(decodeRemembered(encodeRemembered(kept))).toEqual(kept);
    }),
  ));

test('of whatever is stored, what fits is taken, each part for itself', () =>
  holds(
    fc.property(stored(remembered.map((kept) => ({ version: 1, ...kept }))), (text) => {
      const kept = safely(() => decodeRemembered(text));
      expectPlain({ ...kept, preferences: {} }, undefined);
      expect(decodeRemembered(encodeRemembered(kept))).toEqual(kept);
      expect(kept.film ?? 0).toBeGreaterThanOrEqual(0);
      expect(kept.film ?? 0).toBeLessThan(86_400);
      for (const place of Object.entries(kept.portraits).flat()) expect(place).toMatch(/^[a-z0-9-]+$/);
      if (text === null) expect(kept).toEqual(NOTHING);
    }),
    133,
  ));

const workshops: fc.Arbitrary<KeptWorkshops> = fc.record(
  {
    programmes: fc.uniqueArray(
      fc.record({ name: fc.stringMatching(/^[a-z]{1,60}$/), fragment: fc.constant('#programme=1/een:8') }),
      { selector: ({ name }) => name, maxLength: 4 },
    ),
    past: fc.uniqueArray(anyPast, { selector: ({ id }) => id, maxLength: 3 }),
    running: anySession,
  },
  { requiredKeys: ['programmes', 'past'] },
);

test('what is kept of workshops is read as it was written', () =>
  holds(
    fc.property(workshops, (kept) => {
      expect(decodeWorkshops(encodeWorkshops(kept))).toEqual(kept);
    }),
    33,
  ));

test('of whatever is stored of workshops, what fits is taken', () =>
  holds(
    fc.property(stored(workshops.map((kept) => ({ version: 1, ...kept }))), (text) => {
      const kept = safely(() => decodeWorkshops(text));
      expectPlain(kept, undefined);
      expect(kept.programmes.length).toBeLessThanOrEqual(MOST_PROGRAMMES);
      expect(kept.past.length).toBeLessThanOrEqual(MOST_PAST);
      expect(decodeWorkshops(encodeWorkshops(kept))).toEqual(kept);
      if (text === null) expect(kept).toEqual(NO_WORKSHOPS);
    }),
    133,
  ));
