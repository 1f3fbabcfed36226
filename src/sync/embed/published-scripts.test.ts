import { expect, test } from 'vitest';
import { newestScript } from './published-scripts';

const integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';
const file = (version: string) => `dichterbij-film-${version}.js`;

test('the newest version is the highest number, not the last word', () =>
  expect(
    newestScript(
      Object.fromEntries(['1.9.0', '1.10.0', '1.2.3'].map((version) => [version, { file: file(version), integrity }])),
    ),
  ).toEqual({ version: '1.10.0', file: file('1.10.0'), integrity }));

test('a file with its folder is known by its name', () =>
  expect(newestScript({ '1.0.0': { file: `/embed/${file('1.0.0')}`, integrity } })?.file).toBe(file('1.0.0')));

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'no'],
  ['an empty list', {}],
  ['no entry', { '1.0.0': null }],
  ['no hash', { '1.0.0': { file: file('1.0.0') } }],
  ['a hash of another kind', { '1.0.0': { file: file('1.0.0'), integrity: 'md5-abc' } }],
  ['a hash with more behind it', { '1.0.0': { file: file('1.0.0'), integrity: `${integrity}" onload="x` } }],
  ['another file', { '1.0.0': { file: 'other.js', integrity } }],
  ['a number', { '1.0.0': { file: 1, integrity } }],
])('%s offers nothing', (_, published) => expect(newestScript(published)).toBeUndefined());
