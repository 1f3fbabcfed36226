import { expect, test } from 'vitest';
import { licenceCounts, licenceList, ofVite, tidy, type Licensed } from './licence-list';

const of = (name: string, licence: string, text: string, more = {}): Licensed => ({
  ...{ name, version: '1.0.0', licence, homepage: undefined, text, folder: '', isTool: false },
  ...more,
});
const apache = 'Apache License\nEND OF TERMS AND CONDITIONS\n';
const packages = [
  of('a', 'MIT', 'Copyright (c) Ada', { homepage: 'https://a.example' }),
  of('b', 'Apache-2.0', 'see apache.org'),
  of('vite', 'MIT', 'Copyright (c) Vite', { isTool: true }),
];
const list = licenceList({ packages, own: 'our own licence', apache });

test('every package stands there with its licence in full, our own first', () => {
  expect(list).toMatch(/^ {2}a@1\.0\.0 {2}MIT$/m);
  expect(list).toMatch(/^ {2}vite@1\.0\.0 {2}MIT {2}\(\*\)$/m);
  expect(list).toContain('  MIT: 2, Apache-2.0: 1\n');
  const inOrder = ['our own licence', 'https://a.example', 'Copyright (c) Ada', 'see apache.org', 'Copyright (c) Vite'];
  const places = inOrder.map((text) => list.indexOf(text));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places).not.toContain(-1);
});

test('a licence that is only pointed to is added in full, and one that is there already is not', () => {
  expect(list.trimEnd()).toMatch(/END OF TERMS AND CONDITIONS$/);
  const whole = licenceList({ packages: [of('b', 'Apache-2.0', apache)], own: '', apache });
  expect(whole.split('END OF TERMS').length - 1).toBe(1);
  expect(licenceList({ packages: [packages[0]!], own: '', apache })).not.toContain('END OF TERMS');
});

test('texts keep their words, whatever their line ends are', () => {
  expect(tidy('\uFEFF\r\n  one \r\ntwo\t\r\n\r\n')).toBe('  one\ntwo');
});

test('of Vite there is its own licence, without those of what is not in the site', () => {
  expect(ofVite('MIT License\n\n# Licenses of bundled dependencies\nmany')).toBe('MIT License\n\n');
});

test('licences are counted, the most first', () => {
  expect(licenceCounts([...packages, of('c', '0BSD', '')])).toEqual([
    ['MIT', 2],
    ['0BSD', 1],
    ['Apache-2.0', 1],
  ]);
});
