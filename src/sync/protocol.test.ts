import { describe, expect, test } from 'vitest';
import { COMMANDS, decodeMessage, encodeMessage, PROTOCOL_VERSION, type Message } from './protocol';
import { steps, workshop } from '../../tests/support/small-workshop';

const session = steps(workshop(), 3);
const report = {
  from: 'room',
  kind: 'report',
  session: session.id,
  take: 1,
  time: 7.25,
  at: 1_795_324_854_860,
  playing: true,
  ended: false,
  silent: false,
  fullScreen: true,
  trouble: 'none',
} as const;
const MESSAGES: readonly Message[] = [
  { from: 'host', kind: 'session', number: 1_780_000_000_000_001, session },
  { from: 'host', kind: 'hello' },
  { from: 'room', kind: 'hello' },
  { from: 'room', kind: 'hello', session, heard: 1_780_000_000_000_001 },
  report,
  ...COMMANDS.map((command) => ({ from: 'room', kind: 'press', session: session.id, command }) as const),
];
const named = MESSAGES.map((message) => [`${message.from} ${message.kind}`, message] as const);
const sent = (message: object) => ({ dichterbij: PROTOCOL_VERSION, ...message });

const throwing = (): never => {
  throw new Error('a trap');
};
/** Values that no field of a message can have. */
const NOWHERE: readonly unknown[] = [
  ...[null, {}, [], [1], NaN, Infinity, -Infinity, -1, 1e17, '', '0.5', '<b>', 1n, Symbol('x'), () => 1],
  ...['__proto__', 'constructor', ['host'], { toString: 1, valueOf: 1 }, new Map(), new Date(0)],
  ...[new String('room'), new Boolean(true), new Proxy({}, { get: throwing })],
];

describe.each(named)('%s', (_, message) => {
  const given = sent(message) as Record<string, unknown>;
  const optional = message.from === 'room' && message.kind === 'hello' ? ['session', 'heard'] : [];
  const names = Object.keys(given);

  test('arrives as it was sent', () => {
    expect(decodeMessage(structuredClone(encodeMessage(message)))).toStrictEqual(message);
    expect(decodeMessage(JSON.parse(JSON.stringify(encodeMessage(message))))).toStrictEqual(message);
  });

  test('arrives without what else is in it, and made anew', () => {
    const decoded = decodeMessage({ ...given, extra: 1, __proto__: { polluted: 1 } });
    expect(decoded).toStrictEqual(message);
    expect(decoded && 'session' in decoded && decoded.session === session).toBe(false);
  });

  test.each(names)('does not arrive without %s', (name) => {
    const { [name]: left, ...rest } = given;
    expect(left).toBeDefined();
    if (optional.includes(name)) expect(encodeMessage(decodeMessage(rest)!)).toStrictEqual(rest);
    else expect(decodeMessage(rest)).toBeUndefined();
  });

  test.each(names)('does not arrive with anything else as %s', (name) => {
    expect(NOWHERE.filter((value) => decodeMessage({ ...given, [name]: value }) !== undefined)).toEqual([]);
    expect(decodeMessage(Object.defineProperty({ ...given }, name, { get: throwing }))).toBeUndefined();
  });

  test.each([0, 2, 1.5, '1', true, undefined])('does not arrive in version %s', (version) =>
    expect(decodeMessage({ ...given, dichterbij: version })).toBeUndefined(),
  );
});

test('version 1 is this one', () => expect(PROTOCOL_VERSION).toBe(1));

test.each([
  undefined,
  null,
  1,
  'host hello',
  true,
  [],
  [sent(report)],
  JSON.stringify(sent(report)),
  new Proxy({}, { get: throwing }),
])('no message %#', (value) => expect(decodeMessage(value)).toBeUndefined());

test.each([
  ['host', 'report'],
  ['host', 'press'],
  ['room', 'session'],
  ['room', 'bye'],
  ['guest', 'hello'],
  ['host hello', ''],
  ['', 'host hello'],
])('nobody says "%s %s"', (from, kind) =>
  expect(decodeMessage(sent({ ...report, number: 1, command: 'next', from, kind }))).toBeUndefined(),
);

test.each([
  ['take', 0, -1],
  ['take', 1_000_000, 0.5],
  ['time', 0, -0.001],
  ['time', 86_400, 86_401],
  ['session', 'ABCDEF00-0000-4000-8000-000000000000', 'short'],
])('a report with %s %s, not %s', (name, inside, outside) => {
  expect(decodeMessage(sent({ ...report, [name]: inside }))).toStrictEqual({ ...report, [name]: inside });
  expect(decodeMessage(sent({ ...report, [name]: outside }))).toBeUndefined();
});

test('messages are counted in whole numbers', () => {
  const message = (number: number) => decodeMessage(sent({ from: 'host', kind: 'session', number, session }));
  expect([0, 1, Number.MAX_SAFE_INTEGER].map((number) => message(number) !== undefined)).toEqual([true, true, true]);
  expect([0.5, -1, 2 ** 53].map(message)).toEqual([undefined, undefined, undefined]);
});

test('a room that brings a session which does not fit is not heard', () =>
  expect(decodeMessage(sent({ from: 'room', kind: 'hello', session: { ...session, size: 'huge' } }))).toBeUndefined());
