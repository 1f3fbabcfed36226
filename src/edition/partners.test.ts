import { expect, test } from 'vitest';
import { parsePartners } from './partners';

test('origins are taken, between spaces, lines or commas', () => {
  expect(parsePartners(undefined)).toEqual([]);
  expect(parsePartners(' \n')).toEqual([]);
  expect(parsePartners('https://a.example, http://localhost:8080\nhttps://127.0.0.1:4 https://a.example')).toEqual([
    'https://a.example',
    'http://localhost:8080',
    'https://127.0.0.1:4',
  ]);
});

test.each([
  ['https://a.example/', 'Write https://a.example.'],
  ['https://a.example/page', 'Write https://a.example.'],
  ['https://A.example', 'Write https://a.example.'],
  ['https://a.example:443', 'Write https://a.example.'],
  ['https:a.example', 'begins with https://'],
  ['https:/a.example', 'begins with https://'],
  ['a.example', 'begins with https://'],
  ['ftp://a.example', 'begins with https://'],
  ['https://', 'begins with https://'],
  ['null', 'begins with https://'],
  ["'self'", 'begins with https://'],
  ['*', 'a wildcard'],
  ['https://*.example.org', 'a wildcard'],
  ['http://me:secret@a.example', 'Write http://a.example.'],
  ['https://a.example;script-src', 'is no name of a host'],
  ["https://a'b.example", 'is no name of a host'],
  ['https://[::1]:4', 'IPv6'],
  ['http://[2001:db8::1]', 'IPv6'],
  ['https://.example', 'is no name of a host'],
  ['https://a..example', 'is no name of a host'],
  ['https://crème.example', 'Write https://xn--'],
])('"%s" is refused: %s', (entry, reason) => {
  expect(() => parsePartners(`https://fine.example ${entry}`)).toThrow(`PARTNERS has "${entry}": `);
  expect(() => parsePartners(entry)).toThrow(reason);
});
