/** Values that mean harm, for property tests, and what no reader of such values may ever do. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { HOSTILE_SNIPPETS } from './hostile-texts';
import { SEED, TIMES } from './seeded';

/** Checks a property as often as the suite has time for, always on the same values; see `seeded.ts` for more of them. */
export function holds<T>(property: fc.IProperty<T>, runs = 60): void {
  fc.assert(property, { seed: SEED, numRuns: runs * TIMES });
}

const LONG = 100_000;
/** Any code unit, half of a pair as well. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((all) => String.fromCharCode(...all));
const snippet = fc.constantFrom(...HOSTILE_SNIPPETS);
const longText = fc
  .oneof(
    snippet,
    fc.constantFrom('a', ' ', '0', '-', '&', '<', '%25', 'a-', '=', '\n', '\u0301', '{', '[', '(', '*', '.'),
  )
  .map((piece) => piece.repeat(Math.ceil(LONG / piece.length)));

/** Text of any kind: of nobody, of somebody who means harm, of 100,000 signs. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 4,
    arbitrary: fc.array(fc.oneof(snippet, units, fc.string()), { maxLength: 5 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: longText },
);

/** Words that stand where they have no business: `&` and `=` in addresses, brackets in Markdown. */
export const textOf = (...pieces: readonly string[]) =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: hostileText }), {
      maxLength: 12,
    })
    .map((all) => all.join(''));

/** For times, sizes and counts. */
export const hostileNumber = fc.oneof(
  fc.constantFrom(
    NaN,
    Infinity,
    -Infinity,
    -0,
    0,
    -1,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 53),
    2 ** 31,
    2 ** 32,
    0.1 + 0.2,
    Number.MIN_VALUE,
  ),
  fc.double(),
  fc.integer(),
  fc.constant(NaN),
);

const POLLUTING = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON'];

/** What JSON makes of `{"__proto__": …}`: a name like any other, which a careless copy takes for the prototype. */
const polluting = fc
  .constantFrom(...POLLUTING)
  .map((name): unknown => JSON.parse(`{"${name}":{"polluted":true,"version":1}}`));
const deep = fc
  .constantFrom(['[', ']'] as const, ['{"a":', '}'] as const)
  .map(([open, close]): unknown => JSON.parse(`${open.repeat(2000)}null${close.repeat(2000)}`));

/** What comes out of storage, an address or a message, after JSON or a structured clone. */
const hostileData: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ key: fc.oneof(fc.constantFrom(...POLLUTING), fc.string()), maxDepth: 3 }),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    maxDepth: 2,
  }),
  hostileText,
  hostileNumber,
  polluting,
  deep,
);

const trap = (): never => {
  throw new Error('Somebody has looked.');
};
/** What only this window can make: it throws when it is looked at. Made anew each time, and not by fast-check, which looks at all it makes. */
export const TRAPS: readonly (() => unknown)[] = [
  () => ({
    get version() {
      return trap();
    },
    get kind() {
      return trap();
    },
    get items() {
      return trap();
    },
    get id() {
      return trap();
    },
    get dichterbij() {
      return trap();
    },
  }),
  () => new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap }),
  () => new Proxy([], { get: trap }),
  () => Symbol('hostile'),
  () => trap,
];

/** A good value in which one part has been put in the place of another, at any depth: what gets furthest into a reader. */
export const spoilt = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(good, hostileData, hostileNumber, fc.nat(), fc.constantFrom('replace', 'replace', 'add', 'remove'))
    .map(([value, other, number, place, how]): unknown => {
      const copy = structuredClone(value);
      const places = placesIn(copy);
      const chosen = places[place % Math.max(1, places.length)];
      if (!chosen) return other;
      // A number in the place of a number passes for the right thing longest.
      const part = typeof Reflect.get(chosen.owner, chosen.name) === 'number' && place % 4 > 0 ? number : other;
      if (how === 'remove') Reflect.deleteProperty(chosen.owner, chosen.name);
      // Assigned, `__proto__` would be no name.
      else
        Object.defineProperty(chosen.owner, how === 'add' ? POLLUTING[place % POLLUTING.length]! : chosen.name, {
          value: part,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      return copy;
    });

const placesIn = (value: unknown): { owner: object; name: string }[] =>
  objectsIn(value).flatMap((owner) => Object.keys(owner).map((name) => ({ owner, name })));

/** Whatever can be given to a reader of values of the kind that `good` makes. */
export const anythingBut = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 2, arbitrary: good },
    { weight: 4, arbitrary: spoilt(good) },
    { weight: 3, arbitrary: hostileData },
    { weight: 1, arbitrary: hostileNumber },
  );

/** Milliseconds of work, whatever else the machine does. The longest text takes some ten; a pattern that goes back and forth takes minutes. */
const LONGEST = 2000;
const namesOf = () =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((one) => Reflect.ownKeys(one).length);
const names = namesOf();

/** What `read` gives for any value: in time, without an exception, and with every prototype as it was. */
export function safely<T>(read: () => T): T {
  const since = process.cpuUsage();
  const found = read();
  const { user, system } = process.cpuUsage(since);
  expect((user + system) / 1000, 'milliseconds').toBeLessThan(LONGEST);
  expect(namesOf(), 'names of prototypes').toEqual(names);
  expect({}, 'an empty object').not.toHaveProperty('polluted');
  return found;
}

/** Made anew of plain data: it goes through JSON as it is, and none of the stranger's objects is in it. */
export function expectPlain(found: unknown, given: unknown): void {
  const theirs = new Set(objectsIn(given));
  for (const part of objectsIn(found)) {
    expect(theirs.has(part), 'an object of the stranger').toBe(false);
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(part));
  }
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
}

/** The value itself and all objects in it, without calling itself: some are very deep. */
function objectsIn(value: unknown): object[] {
  const found = new Set<object>();
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || found.has(next)) continue;
    found.add(next);
    for (const name of Object.keys(next)) waiting.push((next as Record<string, unknown>)[name]);
  }
  return [...found];
}
