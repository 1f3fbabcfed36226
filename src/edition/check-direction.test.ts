import { expect, test } from 'vitest';
import { checkDirection } from './check-direction';

const placesIn = (text: string) => checkDirection({ file: 'a', text }).map(({ line, column }) => [line, column]);

test.each([
  ['nothing of the kind', 'تصبح على خير, Mila\u200f!'],
  ['an isolate that is closed', 'Zij heet \u2067מילה\u2069.'],
  ['one in the other', '\u202a\u2067a\u2069b\u202c'],
  ['one written as JSON and as HTML have it', '"\\u2067a\\u2069" &#x202b;a&#8236;'],
])('%s is no problem', (_, text) => expect(placesIn(`één\n${text}\n`)).toEqual([]));

test.each([
  ['left open', 'Zij heet \u202eMila.', 10],
  ['closed on the next line', '\u2066a\nb\u2069', 1],
  ['closed by the sign of another', 'a\u2067b\u202c', 4],
  ['closed without being opened', 'ab\u2069', 3],
  ['left open as JSON has it', '"\\u202E"', 2],
  ['left open as HTML has it', '&#x202E;a', 1],
  ['left open as HTML has it, in decimals', 'a&#08238;', 2],
])('one that is %s is told with its place', (_, text, column) =>
  expect(placesIn(`één\r\n${text}`)[0]).toEqual([2, column]),
);
