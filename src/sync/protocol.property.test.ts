import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anySession, anySessionId } from '../../tests/support/any-session';
import { anythingBut, expectPlain, holds, safely, TRAPS } from '../../tests/support/hostile';
import { COMMANDS, decodeMessage, encodeMessage, TROUBLES, type Message } from './protocol';

const session = anySessionId;
const messages: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ from: fc.constant('host'), kind: fc.constant('session'), number: fc.nat(), session: anySession }),
  fc.record({ from: fc.constant('host'), kind: fc.constant('hello') }),
  fc.record(
    { from: fc.constant('room'), kind: fc.constant('hello'), session: anySession },
    { requiredKeys: ['from', 'kind'] },
  ),
  fc.record({ from: fc.constant('room'), kind: fc.constant('press'), session, command: fc.constantFrom(...COMMANDS) }),
  fc.record({
    from: fc.constant('room'),
    kind: fc.constant('report'),
    session,
    take: fc.nat(1_000_000),
    time: fc.double({ min: 0, max: 86_400, noNaN: true }).map((time) => time + 0),
    at: fc.nat(4_102_444_800_000),
    playing: fc.boolean(),
    ended: fc.boolean(),
    silent: fc.boolean(),
    fullScreen: fc.boolean(),
    trouble: fc.constantFrom(...TROUBLES),
  }),
);

test('a message is understood as it was meant', () =>
  holds(
    fc.property(messages, (message) => {
      expect(decodeMessage(structuredClone(encodeMessage(message)))).toEqual(message);
    }),
  ));

test('of whatever else comes over the channel, only what fits in every part is taken', () =>
  holds(
    fc.property(anythingBut(messages.map(encodeMessage)), (given) => {
      const message = safely(() => decodeMessage(given));
      if (!message) return;
      expectPlain(message, given);
      expect(decodeMessage(encodeMessage(message))).toEqual(message);
    }),
    133,
  ));

test('what throws when it is looked at is no message', () => {
  for (const make of TRAPS) expect(safely(() => decodeMessage(make()))).toBeUndefined();
});
