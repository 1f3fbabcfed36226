import { expect, test } from 'vitest';
import * as v from 'valibot';
import { readJson } from './json-file';
import type { Problem } from './problems';

const schema = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(5)),
  size: v.optional(v.number()),
  list: v.optional(v.array(v.strictObject({ id: v.string() }))),
  names: v.optional(v.record(v.string(), v.string())),
});

function read(text: string) {
  const problems: Problem[] = [];
  const json = readJson({ file: 'film.json', text }, schema, problems);
  return { json, problems, places: problems.map(({ code, line }) => [code, line]) };
}

test('a value, and where each part of it stands', () => {
  const { json, problems } = read('{\n  "title": "a",\n  "list": [\n    { "id": "b" },\n    { "id": "c" }\n  ]\n}\n');
  expect(problems).toEqual([]);
  expect(json?.value).toEqual({ title: 'a', list: [{ id: 'b' }, { id: 'c' }] });
  expect(json?.at('list', 1, 'id')).toEqual({ file: 'film.json', line: 5, column: 7 });
  expect(json?.at('list', 7, 'id').line).toBe(3);
  expect(json?.at().line).toBe(1);
});

test.each([
  ['{ "title": "a", }', 1],
  ['{\n  // note\n  "title": "a"\n}', 2],
  ['{\n  "title": "a"\n  "size": 1\n}', 3],
  ['{\n  "title": "a\n}', 2],
  ['', 1],
  ['{ "title": "a" }\n{}', 2],
])('strict JSON: %j', (text, line) => {
  const { json, places } = read(text);
  expect(json).toBeUndefined();
  expect(places).toEqual([['json-syntax', line]]);
});

test('the path and the line of what is wrong, in plain words', () => {
  const { problems } = read('{\n  "title": 1,\n  "list": [{ "id": "b" }, {}],\n  "colour": 1,\n  "sound": 2\n}');
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '2 title: it must be a text between quotation marks, and is 1.',
    '3 list › 2 › id: "id" is missing.',
    '4 colour: "colour" has no meaning here.',
    '5 sound: "sound" has no meaning here.',
  ]);
});

test('a broken rule is a problem and leaves the value usable', () => {
  const { json, places } = read('{ "title": "too long" }');
  expect(json?.value.title).toBe('too long');
  expect(places).toEqual([['shape', 1]]);
});

test('a name that stands twice: the first one counts', () => {
  const { json, problems } = read('{\n  "title": "a",\n  "title": "b"\n}');
  expect(json?.value.title).toBe('a');
  expect(problems[0]).toMatchObject({ code: 'json-duplicate-key', line: 3 });
});

test('names that reach into every object do nothing', () => {
  const { json, places } = read(
    '{\n  "title": "a",\n  "__proto__": { "size": 9 },\n  "names": {\n    "__proto__": "x",\n    "constructor": "y",\n    "b": "z"\n  }\n}',
  );
  expect(places).toEqual([
    ['json-forbidden-key', 3],
    ['json-forbidden-key', 5],
    ['json-forbidden-key', 6],
  ]);
  expect(json?.value).toEqual({ title: 'a', names: { b: 'z' } });
  expect(json?.value.size).toBeUndefined();
  expect(Object.getPrototypeOf(json?.value)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)['size']).toBeUndefined();
});

test('thousands of brackets are a problem, not a crash', () =>
  expect(read('['.repeat(100_000)).places.map(([code]) => code)).toEqual(['json-syntax']));
