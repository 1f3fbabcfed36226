import { expect, test } from 'vitest';
import { greeted, talkers } from './partner-origins';

const A = 'https://a.example';
const B = 'https://b.example';
const OWN = 'https://film.example';

test('with partners the site itself may talk too, for its own embed maker', () => {
  expect(talkers([A], OWN)).toEqual([A, OWN]);
  expect(talkers([A, OWN], OWN)).toEqual([A, OWN]);
  expect(talkers([], OWN)).toEqual([]);
});

test('ready is for who is around, where the browser tells', () => {
  expect(greeted([A, B], B)).toEqual([B]);
  expect(greeted([A, B], 'https://c.example')).toEqual([]);
});

test('ready is for each of them where the browser does not tell, or keeps it to itself', () => {
  expect(greeted([A, B], undefined)).toEqual([A, B]);
  expect(greeted([A, B], 'null')).toEqual([A, B]);
});

test.each([undefined, 'null', A])('ready is for everybody where nobody is named (%s)', (around) =>
  expect(greeted([], around)).toEqual(['*']),
);
