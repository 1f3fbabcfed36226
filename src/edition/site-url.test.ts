import { expect, test } from 'vitest';
import { parseSiteUrl } from './site-url';

test.each([
  [undefined, undefined],
  [' ', undefined],
  ['https://film.example', 'https://film.example/'],
  ['https://Film.example/een/map//', 'https://film.example/een/map/'],
  ['http://localhost:8080/', 'http://localhost:8080/'],
])('%s is %s', (given, whole) => expect(parseSiteUrl(given)).toBe(whole));

test.each([
  ['film.example.org', 'begins with https://'],
  ['//film.example.org', 'begins with https://'],
  ['ftp://film.example.org', 'begins with https://'],
  ['https://', 'no address'],
  ['https://a b', 'no address'],
  ['https://me:secret@film.example', 'password'],
  ['https://film.example/?a', 'nothing comes after'],
  ['https://film.example/#a', 'nothing comes after'],
])('"%s" is refused: %s', (given, reason) => {
  expect(() => parseSiteUrl(given)).toThrow(`SITE_URL is "${given}": `);
  expect(() => parseSiteUrl(given)).toThrow(reason);
});
