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
import { decodeRemembered } from './remembered';

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

/** Names that are ours, nearly ours and anybody's, with texts that are whole, cut and anything. */
const entries = fc.dictionary(
  fc.oneof(
    fc.constantFrom('film', 'rate', 'portrait:nena', 'setting:size', 'portrait:__proto__', 'setting:constructor'),
    hostileText.map((name) => `portrait:${name}`),
    hostileText.map((name) => `setting:${name}`),
    hostileText,
  ),
  stored(fc.oneof(fc.double(), anyId)).map((text) => text ?? ''),
);

test('of what stands under a viewer’s names, what fits is taken, each for itself', () =>
  holds(
    fc.property(entries, (found) => {
      const kept = safely(() => decodeRemembered(Object.entries(found)));
      for (const [name, value] of Object.entries(kept)) {
        expect(name).toMatch(/^(film$|rate$|portrait:|setting:)/);
        if (name.startsWith('portrait:')) expect(value).toMatch(/^[a-z0-9-]+$/);
        // A setting may be anything here: who takes it for what it should be reads it as text from a stranger.
        if (!name.startsWith('setting:')) expect(value).toBe(JSON.parse(found[name]!));
      }
      expect(kept.film ?? 0).toBeGreaterThanOrEqual(0);
      expect(kept.film ?? 0).toBeLessThan(86_400);
      const [one] = Object.keys(found);
      const others = Object.entries(found).filter(([name]) => name !== one);
      // What is wrong with one takes nothing from the others.
      expect(Object.keys(kept)).toEqual(expect.arrayContaining(Object.keys(decodeRemembered(others))));
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
