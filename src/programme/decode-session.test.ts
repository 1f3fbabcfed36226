import { describe, expect, test } from 'vitest';
import { decodeProgramme, decodeSession } from './decode-session';
import { MOST_ITEMS } from './programme';
import { toggleBlack, toggleQuote, type Session } from './session';
import { een, room, rust, steps, workshop, MORNING } from '../../tests/support/small-workshop';

const start = workshop(undefined, 45);
/** With everything that a session can have. */
const full: Session = toggleQuote(
  { ...steps({ ...start, session: room(steps(start, 2), start.plan, 7.25) }, 5), talkingSince: MORNING },
  'stil',
);

type Tree = { [name: string]: unknown };
/** The session with another value at a place: `records.0.seen`. */
function changed(path: string, change: (parent: Tree, name: string) => void): unknown {
  const copy = structuredClone(full) as unknown as Tree;
  const names = path.split('.');
  const last = names.pop()!;
  change(
    names.reduce((parent, name) => parent[name] as Tree, copy),
    last,
  );
  return copy;
}
const withValue = (path: string, value: unknown) => changed(path, (parent, name) => (parent[name] = value));
const without = (path: string) => changed(path, (parent, name) => delete parent[name]);

const cyclic: Tree = {};
cyclic['self'] = cyclic;
const throwing = (): never => {
  throw new Error('a trap');
};
/** Values that fit nowhere in a session. */
const NOWHERE: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['an object', {}],
  ['a list', [1]],
  ['a cycle', cyclic],
  ['a list of nothing', [undefined]],
  ['a list with a hole', new Array(1)],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['less than nothing', -1],
  ['too much', 1e16],
  ['a number in words', '0.5'],
  ['a big integer', 1n],
  ['a sign', Symbol('nl')],
  ['a function', () => 'nl'],
  ['text with markup', '<img src=x>'],
  ['empty text', ''],
  ['endless text', 'a'.repeat(1_000_000)],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['text in an object', new String('nl')],
  ['a number in an object', new Number(1)],
  ['a moment', new Date(0)],
  ['a map', new Map([['kind', 'welcome']])],
  ['what cannot become text', { toString: 1, valueOf: 1 }],
  ['a proxy', new Proxy({}, { get: throwing, getOwnPropertyDescriptor: throwing, ownKeys: throwing })],
];
const NEEDED = [
  ...['id', 'programme', 'begun', 'scene', 'film', 'language', 'subtitles', 'size', 'records'],
  ...[
    'programme.items',
    'programme.items.0',
    'programme.items.0.kind',
    'programme.items.0.id',
    'programme.items.0.talk',
  ],
  ...['scene.kind', 'scene.item', 'film.take', 'film.time', 'film.playing', 'subtitles.0', 'cover.kind', 'cover.quote'],
  ...['records.0', 'records.0.key', 'records.0.at', 'records.0.place', 'records.0.seen', 'records.0.ended'],
  'records.0.talk',
];
const MAY_BE_MISSING = ['programme.wished', 'cover', 'talkingSince'];

describe('what comes back is the session', () => {
  test('from every scene, covered or not', () =>
    start.plan.scenes.forEach((_, count) => {
      const session = steps(start, count);
      for (const each of [session, toggleBlack(session), toggleQuote(session, 'stil')])
        expect(decodeSession(JSON.parse(JSON.stringify(each)))).toStrictEqual(each);
    }));

  test('with all that it can have, and without what may be missing', () => {
    expect(decodeSession(full)).toStrictEqual(full);
    for (const path of MAY_BE_MISSING) {
      expect(decodeSession(without(path))).toStrictEqual(without(path));
      expect(decodeSession(withValue(path, undefined))).toStrictEqual(without(path));
    }
  });

  test('made anew in every part', () => {
    const objects = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objects)] : [];
    const parts = new Set(objects(full));
    expect(parts.size).toBeGreaterThan(10);
    expect(objects(decodeSession(full)).filter((part) => parts.has(part))).toEqual([]);
  });

  test('with nothing else in it', () => {
    const more = structuredClone(full) as unknown as Tree;
    const extend = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.values(value).forEach(extend);
      if (!Array.isArray(value)) Object.assign(value, { extra: 1 });
    };
    extend(more);
    expect(more).not.toEqual(full);
    expect(decodeSession(more)).toStrictEqual(full);
  });

  test('whatever names JSON brings along', () => {
    const text = JSON.stringify(full);
    const more = JSON.parse(`{"__proto__":{"polluted":1},"constructor":{"prototype":{}},${text.slice(1)}`) as unknown;
    expect(decodeSession(more)).toStrictEqual(full);
    expect(({} as Tree)['polluted']).toBeUndefined();
    expect(decodeSession(JSON.parse(`{"__proto__":${text}}`))).toBeUndefined();
  });

  test('without a nought below nought', () => {
    const decoded = decodeSession(withValue('film.time', -0));
    expect(Object.is(decoded?.film.time, 0)).toBe(true);
  });

  test('with a talk that began when time began', () =>
    expect(decodeSession(withValue('talkingSince', 0))?.talkingSince).toBe(0));
});

describe('a stranger is refused', () => {
  test.each(NOWHERE)('%s is no session and no programme', (_, value) =>
    expect([decodeSession(value), decodeProgramme(value)]).toEqual([undefined, undefined]),
  );

  test.each(NEEDED)('without %s', (path) => expect(decodeSession(without(path))).toBeUndefined());

  test.each([...NEEDED, ...MAY_BE_MISSING])('with anything else as %s', (path) => {
    const taken = NOWHERE.filter(([, value]) => decodeSession(withValue(path, value)) !== undefined);
    expect(taken.map(([name]) => name)).toEqual([]);
    const trap = changed(path, (parent, name) => Object.defineProperty(parent, name, { get: throwing }));
    expect(decodeSession(trap)).toBeUndefined();
  });

  test('with a getter that answers differently each time', () => {
    const answers = [true, 'never'];
    const session = changed('film.playing', (parent, name) =>
      Object.defineProperty(parent, name, { get: () => answers.shift() }),
    );
    expect(decodeSession(session)?.film.playing).toBe(true);
  });
});

describe('only so much', () => {
  const item = (index: number) => ({ ...een, id: `deel-${index}` });
  const record = (index: number) => ({ ...full.records[0]!, key: `deel-${index}` });
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));

  test.each<[string, unknown, unknown]>([
    ['programme.items', many(MOST_ITEMS, item), many(MOST_ITEMS + 1, item)],
    ['programme.items.0.talk', 120, 121],
    ['programme.items.0.talk', 0, 0.5],
    ['programme.wished', 480, 481],
    ['programme.wished', 1, 0],
    ['programme.wished', 45, 45.5],
    ['records', many(MOST_ITEMS, record), many(MOST_ITEMS + 1, record)],
    ['records', [], Array(1_000_000).fill(full.records[0])],
    ['scene.item', 3, 4],
    ['scene', { kind: 'question', item: 0, question: 49 }, { kind: 'question', item: 0, question: 50 }],
    ['scene', { kind: 'question', item: 0, question: 0 }, { kind: 'question', item: 0, question: -1 }],
    ['scene', { kind: 'question', item: 0, question: 1 }, { kind: 'question', item: 0, question: 0.5 }],
    ['scene', { kind: 'film', item: 0 }, { kind: 'film', item: 0.5 }],
    ['scene', { kind: 'end' }, { kind: 'End' }],
    ['film.take', 1_000_000, 1_000_001],
    ['film.take', 3, 3.5],
    ['film.time', 86_400, 86_400.1],
    ['records.0.place', 0.5, -0.5],
    ['records.0.seen', 86_400, 86_401],
    ['records.0.talk', 86_400, 86_401],
    ['begun', 4_102_444_800_000, 4_102_444_800_001],
    ['subtitles', [], ['nl', 'en', 'de']],
    ['size', 'largest', 'huge'],
    ['cover', { kind: 'black' }, { kind: 'white' }],
    ['cover.quote', 'a'.repeat(60), 'a'.repeat(61)],
  ])('%s', (path, inside, outside) => {
    expect(decodeSession(withValue(path, inside))).toStrictEqual(withValue(path, inside));
    expect(decodeSession(withValue(path, outside))).toBeUndefined();
  });

  test.each(['nl', 'en', 'fry', 'pt-BR', 'zh-Hant'])('"%s" is a language', (language) => {
    expect(decodeSession({ ...full, language })?.language).toBe(language);
    expect(decodeSession({ ...full, subtitles: [language] })?.subtitles).toEqual([language]);
  });
  test.each(['n', 'NL', 'nl_NL', 'nl-nl', 'nl-', 'dutch', 'pt-BRA', 'zh-HANT', 'nl\n', ' nl', '../nl', 'nl-NL-x'])(
    '"%s" is none',
    (language) => {
      expect(decodeSession({ ...full, language })).toBeUndefined();
      expect(decodeSession({ ...full, subtitles: ['nl', language] })).toBeUndefined();
    },
  );

  test.each(['a', 'sander', 'theme:luisteren', 'a'.repeat(60), `theme:${'a'.repeat(60)}`])('"%s" is a key', (key) =>
    expect(decodeSession(withValue('records.0.key', key))).toBeDefined(),
  );
  test.each(['theme:', 'chapter:sander', '-', 'a--b', 'a'.repeat(61), 'theme:constructor', 'theme:theme:a', 'Sander'])(
    '"%s" is none',
    (key) => expect(decodeSession(withValue('records.0.key', key))).toBeUndefined(),
  );

  test.each(['12345678', 'ABCDEF00-0000-4000-8000-000000000000', 'a'.repeat(40)])('"%s" is an id', (id) =>
    expect(decodeSession({ ...full, id })?.id).toBe(id),
  );
  test.each(['1234567', 'a'.repeat(41), 'not an id', '12345678\n'])('"%s" is none', (id) =>
    expect(decodeSession({ ...full, id })).toBeUndefined(),
  );
});

describe('each only once', () => {
  test('items', () => {
    expect(decodeProgramme({ items: [een, rust, { ...een, talk: 9 }] })).toBeUndefined();
    // A theme may be called as a chapter is.
    expect(decodeProgramme({ items: [een, { ...een, kind: 'theme' }] })?.items).toHaveLength(2);
  });
  test('records', () =>
    expect(decodeSession({ ...full, records: [full.records[0], full.records[0]] })).toBeUndefined());
});

test('a list that pretends is read by its numbers', () => {
  const items = Object.assign([een], { map: throwing, [Symbol.iterator]: throwing, toJSON: throwing });
  expect(decodeProgramme({ items })).toStrictEqual({ items: [een] });
});
