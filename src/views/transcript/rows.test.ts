import { expect, test } from 'vitest';
import { bareEdition } from '../../../tests/support/bare-edition';
import { createTimeline } from '../../timeline/timeline';
import { beginningOf, sectionsOf } from './rows';

const cue = (id: string, start: number) => ({ id, start, end: start + 1, themes: [] });
const data = bareEdition({
  cues: [cue('a', 0), cue('b', 2), cue('c', 4), cue('d', 6), cue('e', 8)],
  chapters: [
    { id: 'one', from: 'a', to: 'b' },
    { id: 'two', from: 'c', to: 'c' },
    { id: 'three', from: 'd', to: 'e' },
  ],
  descriptions: [
    { id: 'x', start: 3, end: 3.5 },
    { id: 'y', start: 3.6, end: 3.8 },
    { id: 'z', start: 9.5, end: 10 },
  ],
});
const sections = sectionsOf(createTimeline(data));
const idsOf = (some: typeof sections) =>
  some.map(({ id, rows }) => [id, rows.map(({ cue: { id: own } }) => own).join('')]);

test('every line is a row of its chapter, and the first of each opens it', () => {
  expect(idsOf(sections)).toEqual([
    ['one', 'ab'],
    ['two', 'c'],
    ['three', 'de'],
  ]);
  expect(sections.flatMap(({ rows }) => rows.map(({ index, opens }) => [index, opens]))).toEqual([
    [0, 'one'],
    [1, undefined],
    [2, 'two'],
    [3, 'three'],
    [4, undefined],
  ]);
});

test('what is to be seen goes with the line that comes, and after the last one', () => {
  const ids = (some: readonly { id: string }[] | undefined) => some?.map(({ id }) => id).join('');
  const rows = sections.flatMap((section) => section.rows);
  expect(rows.map(({ before, after }) => [ids(before), ids(after)])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    ['xy', undefined],
    [undefined, undefined],
    [undefined, 'z'],
  ]);
});

test.each<[number, string[][]]>([
  [0, []],
  [1, [['one', 'a']]],
  [2, [['one', 'ab']]],
  [
    4,
    [
      ['one', 'ab'],
      ['two', 'c'],
      ['three', 'd'],
    ],
  ],
  [
    99,
    [
      ['one', 'ab'],
      ['two', 'c'],
      ['three', 'de'],
    ],
  ],
])('a beginning of %i lines', (count, expected) => expect(idsOf(beginningOf(sections, count))).toEqual(expected));
