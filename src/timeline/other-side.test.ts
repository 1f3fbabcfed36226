import { expect, test } from 'vitest';
import type { Cue, EditionData } from './edition-data';
import { otherSide } from './other-side';
import { createTimeline } from './timeline';
import { bareEdition } from '../../tests/support/bare-edition';

const plate = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'];
const person = (id: string, perspective: string) => ({ id, name: id, perspective, anonymised: false, plate });
const said = (id: string, start: number, who: string, ...themes: string[]): Cue => ({
  id,
  start,
  end: start + 2,
  themes,
  ...(who !== '-' && { person: who }),
});
const told = (id: string, start: number, owner: string, ...themes: string[]): Cue => ({
  ...said(id, start, '-', ...themes),
  paragraph: { person: owner, paragraph: 'begin' },
});

function from(time: number, cues: readonly Cue[], chapters: readonly [string, string][] = []) {
  const data = bareEdition({
    people: [person('an', 'client'), person('cas', 'client'), person('bo', 'manager'), person('eva', 'manager')],
    chapters: chapters.map(([first, last], index) => ({ id: `c${index}`, from: first, to: last, plate })),
    cues,
  });
  const found = otherSide(data, createTimeline(data), time);
  return found && `${found.from.cue.id} ${found.from.person} > ${found.to.cue.id} ${found.to.person} (${found.theme})`;
}

const film = [
  said('a', 0, 'an', 'rust'),
  said('b', 10, 'bo', 'samen'),
  said('c', 20, 'cas', 'rust', 'samen'),
  said('d', 30, 'bo', 'rust'),
  said('e', 43, 'an', 'samen'),
];

test.each<[string, number, string | undefined]>([
  ['as a line begins', 0, 'a an > d bo (rust)'],
  ['while it sounds', 1.9, 'a an > d bo (rust)'],
  ['after it', 9.9, 'a an > d bo (rust)'],
  ['back as well as forward: the nearest', 43, 'e an > b bo (samen)'],
  ['and back from the other side', 30, 'd bo > c cas (rust)'],
  ['beyond the end', 9999, 'e an > b bo (samen)'],
])('%s', (_, time, found) => expect(from(time, film)).toBe(found));

test('of two that are equally near the later one', () => expect(from(20, film)).toBe('c cas > d bo (rust)'));

test('of two that are equally near the later one, also where its theme is tagged first', () =>
  expect(
    from(20, [said('b', 10, 'bo', 'samen'), said('c', 20, 'cas', 'samen', 'rust'), said('d', 30, 'bo', 'rust')]),
  ).toBe('c cas > d bo (rust)'));

test('before the first line there is nothing to leave', () => expect(from(-1, film)).toBeUndefined());

test('a theme that only one side speaks of leads nowhere', () =>
  expect(from(0, [said('a', 0, 'an', 'rust'), said('b', 5, 'cas', 'rust')])).toBeUndefined());

test('another theme of the same line may lead on', () =>
  expect(from(0, [said('a', 0, 'an', 'rust', 'samen'), said('b', 5, 'bo', 'samen')])).toBe('a an > b bo (samen)'));

test('a line without a theme stays with the last one that had one', () =>
  expect(from(6, [said('a', 0, 'an', 'rust'), said('b', 5, 'an'), said('c', 9, 'bo', 'rust')])).toBe(
    'a an > c bo (rust)',
  ));

test('but not with one of the chapter before', () => {
  const cues = [said('a', 0, 'an', 'rust'), said('b', 5, 'an'), said('c', 9, 'bo', 'rust')];
  const chapters: [string, string][] = [
    ['a', 'a'],
    ['b', 'c'],
  ];
  expect(from(6, cues, chapters)).toBeUndefined();
  expect(from(9, cues, chapters)).toBe('c bo > a an (rust)');
});

test('the narrator speaks for whom the line leads to, and otherwise for nobody', () => {
  const cues = [said('a', 0, 'an', 'rust'), said('n', 3, '-', 'rust'), told('t', 6, 'bo', 'rust')];
  expect(from(3, cues)).toBe('a an > t bo (rust)');
  expect(from(6, cues)).toBe('t bo > a an (rust)');
});

test('a person whom the film does not know has no side', () =>
  expect(from(0, [said('a', 0, 'gone', 'rust'), said('b', 5, 'bo', 'rust')])).toBeUndefined());

test.each([NaN, -Infinity])('%d leads nowhere', (time) => expect(from(time, film)).toBeUndefined());
test('a film without lines leads nowhere', () => expect(from(3, [])).toBeUndefined());
