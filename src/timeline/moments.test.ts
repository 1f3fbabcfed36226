import { describe, expect, test } from 'vitest';
import type { Cue } from './edition-data';
import { Moments, themeStretches } from './moments';

function momentsOf(parts: ConstructorParameters<typeof Moments>[0]) {
  const moments = new Moments(parts);
  return moments.starts.map((start) => moments.at(start));
}

function cue(id: string, start: number, end: number, rest: Partial<Cue> = {}): Cue {
  return { id, start, end, themes: [], ...rest };
}

const about = (start: number, end: number, ...themes: string[]) => cue(`at-${start}`, start, end, { themes });

describe('the stretches of a theme', () => {
  const joined = (...cues: Cue[]) =>
    themeStretches(['rust'], cues).map(({ start, end, cues: { length } }) => [start, end, length]);

  test('no cues, no stretches', () => expect(joined()).toEqual([]));

  test('a breath of a second is bridged, a millisecond more is not', () => {
    expect(joined(about(1, 2, 'rust'), about(3, 4, 'rust'))).toEqual([[1, 4, 2]]);
    expect(joined(about(1, 2, 'rust'), about(3.001, 4, 'rust'))).toEqual([
      [1, 2, 1],
      [3.001, 4, 1],
    ]);
  });

  test('a breath is as long anywhere in the film', () => {
    for (let ms = 1; ms < 60_000; ms += 7) {
      const first = about(0, ms / 1000, 'rust');
      expect([ms, joined(first, about((ms + 1000) / 1000, 99, 'rust')).length]).toEqual([ms, 1]);
      expect([ms, joined(first, about((ms + 1001) / 1000, 99, 'rust')).length]).toEqual([ms, 2]);
    }
  });

  test('a line about something else within the breath does not part them', () =>
    expect(joined(about(1, 2, 'rust'), about(2.1, 2.9, 'samen'), about(3, 4, 'samen', 'rust'))).toEqual([[1, 4, 2]]));

  test('keeps the cues themselves', () => {
    const one = about(1, 2, 'rust');
    expect(themeStretches(['rust'], [one])[0]?.cues[0]).toBe(one);
  });
});

describe('before: the last line that leads to another paragraph', () => {
  /** `a1` leads to paragraph 1 of person a; `-` leads nowhere. One cue a second, from 0. */
  function befores(paths: string): string[] {
    const cues = paths.split(' ').map((path, index) => {
      const leads = path === '-' ? {} : { paragraph: { person: path[0]!, paragraph: path.slice(1) } };
      return cue(`${path}@${index}`, index, index + 1, leads);
    });
    const moments = momentsOf({ cues, chapters: [], quotes: [], notes: [], descriptions: [], themes: [] });
    return cues.map(({ start }) => moments.find((moment) => moment.start === start)?.before?.id ?? '.');
  }

  test.each([
    ['a1', '.'],
    ['a1 b1', '. a1@0'],
    ['a1 a2', '. a1@0'],
    ['a1 a1 a1', '. . .'],
    ['a1 b1 b1 b1', '. a1@0 a1@0 a1@0'],
    ['a1 b1 a1', '. a1@0 b1@1'],
    ['- a1', '. .'],
    ['a1 - -', '. a1@0 a1@0'],
    ['a1 - a1', '. a1@0 .'],
    ['b1 a1 - - a1 - a1', '. b1@0 a1@1 a1@1 b1@0 a1@4 b1@0'],
    ['a1 - b1', '. a1@0 a1@0'],
    ['a1 - b1 - b1', '. a1@0 a1@0 b1@2 a1@0'],
  ])('%s', (paths, expected) => expect(befores(paths).join(' ')).toBe(expected));
});

test('an empty film is one moment that never ends', () =>
  expect(momentsOf({ cues: [], chapters: [], quotes: [], notes: [], descriptions: [], themes: [] })).toEqual([
    { start: 0, end: Infinity, themes: [], chapterBegins: false },
  ]));

test('overlapping themes: each is there for as long as it lasts, in the order in which they began', () => {
  const cues = [about(0, 2, 'a'), about(2, 4, 'a', 'b'), about(4, 6, 'b'), about(8, 9, 'a')];
  const themes = themeStretches(['a', 'b'], cues).sort((a, b) => a.start - b.start);
  const moments = momentsOf({ cues, chapters: [], quotes: [], notes: [], descriptions: [], themes });
  expect(moments.map(({ start, end, themes }) => [start, end, themes.join('+')])).toEqual([
    [0, 2, 'a'],
    [2, 4, 'a+b'],
    [4, 6, 'b'],
    [6, 8, ''],
    [8, 9, 'a'],
    [9, Infinity, ''],
  ]);
});
