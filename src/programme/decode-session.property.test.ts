import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyPast, anyProgramme, anySession, anySessionId } from '../../tests/support/any-session';
import { anythingBut, expectPlain, holds, safely, TRAPS } from '../../tests/support/hostile';
import { data, planFor } from '../../tests/support/small-workshop';
import {
  decodeKey,
  decodeMilliseconds,
  decodeProgramme,
  decodeSeconds,
  decodeSession,
  decodeSessionId,
  decodeTake,
} from './decode-session';
import type { Decoder } from './decoders';
import { fitSession, fitWords } from './fit-session';
import { decodePast } from './past-workshop';

/** Values that fit, and how they are read. */
const DECODERS: readonly (readonly [string, fc.Arbitrary<unknown>, Decoder<unknown>])[] = [
  ['a session', anySession, decodeSession],
  ['a programme', anyProgramme, decodeProgramme],
  ['a workshop that is over', anyPast, decodePast],
  ['the key of an item', fc.constantFrom('sander', 'theme:luisteren'), decodeKey],
  ['the id of a session', anySessionId, decodeSessionId],
  ['seconds', fc.double({ min: 0, max: 86_400, noNaN: true }), decodeSeconds],
  ['a take', fc.nat(1_000_000), decodeTake],
  ['milliseconds', fc.nat(4_102_444_800_000), decodeMilliseconds],
];

describe.each(DECODERS)('%s', (_, good, decode) => {
  test('is read as it was written', () =>
    holds(
      fc.property(good, (value) => {
        expect(decode(JSON.parse(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(decode(structuredClone(value))).toEqual(value);
      }),
      33,
    ));

  test('is, from whatever is given, one that fits or none', () =>
    holds(
      fc.property(anythingBut(good), (given) => {
        const found = safely(() => decode(given));
        if (found === undefined) return;
        expectPlain(found, given);
        expect(decode(found)).toEqual(found);
      }),
    ));

  test('is none where a look at it throws', () => {
    for (const make of TRAPS) expect(safely(() => decode(make()))).toBeUndefined();
  });
});

test('a session of any other edition is made to fit this one, and then stays as it is', () =>
  holds(
    fc.property(anySession, (session) => {
      const plan = planFor(session.programme);
      const fitted = safely(() => fitWords(fitSession(session, plan), data));
      expect(fitted.programme.items).toEqual(plan.agenda.map(({ item }) => item));
      expect('item' in fitted.scene ? fitted.scene.item < plan.agenda.length : true).toBe(true);
      expect(data.languages).toContain(fitted.language);
      expect(fitWords(fitSession(fitted, planFor(fitted.programme)), data)).toEqual(fitted);
      expect(decodeSession(fitted)).toEqual(fitted);
    }),
  ));
