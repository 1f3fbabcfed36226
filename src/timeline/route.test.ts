import { describe, expect, test } from 'vitest';
import type { Cue, EditionData } from './edition-data';
import { routeOf, stopAt } from './route';
import { createTimeline } from './timeline';
import { bareEdition } from '../../tests/support/bare-edition';

const plate = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'];
const person = (id: string, perspective: string) => ({ id, name: id, perspective, anonymised: false, plate });

/** `text` is who speaks and what leads where: `an` (a person), `-` (the narrator), `an#begin`, `-#an#begin`. */
function line(id: string, start: number, end: number, text: string, ...themes: string[]): Cue {
  const [who, ...path] = text.split('#');
  const [owner, paragraph] = path.length === 2 ? path : [who, path[0]];
  return {
    id,
    start,
    end,
    themes,
    ...(who !== '-' && { person: who! }),
    ...(paragraph !== undefined && { paragraph: { person: owner!, paragraph } }),
  };
}

function film(cues: readonly Cue[], parts: Partial<EditionData> = {}) {
  const data = bareEdition({
    people: [person('an', 'client'), person('bo', 'manager')],
    themes: [{ id: 'rust', slugs: {} }],
    cues,
    ...parts,
  });
  return { data, timeline: createTimeline(data) };
}
function walk(cues: readonly Cue[], parts: Partial<EditionData> = {}) {
  const { data, timeline } = film(cues, parts);
  return routeOf(data, timeline, 'rust');
}
const brief = (cues: readonly Cue[], parts: Partial<EditionData> = {}) =>
  walk(cues, parts).stops.map(
    (stop) => `${stop.person} ${stop.start}-${stop.end} ${stop.cues.map(({ id }) => id).join('')}`,
  );

describe('stops', () => {
  test('are the moments about the theme, in order of the film, each with its side', () => {
    const { theme, stops, length } = walk([
      line('a', 0, 7, 'an', 'rust'),
      line('b', 20, 27, 'bo', 'samen'),
      line('c', 30, 37.5, 'bo', 'samen', 'rust'),
    ]);
    expect({ theme, length }).toEqual({ theme: 'rust', length: 14.5 });
    expect(stops.map(({ person, perspective, start, end }) => [person, perspective, start, end])).toEqual([
      ['an', 'client', 0, 7],
      ['bo', 'manager', 30, 37.5],
    ]);
  });

  test('the length has no fractions that nobody means', () =>
    expect(walk([line('a', 0.1, 7.3, 'an', 'rust'), line('b', 20.1, 27.3, 'an', 'rust')]).length).toBe(14.4));

  test('lines in one breath are one stop; with more between them they are two', () => {
    expect(brief([line('a', 0, 4, 'an', 'rust'), line('b', 5, 9, 'an', 'rust')])).toEqual(['an 0-9 ab']);
    expect(brief([line('a', 0, 4, 'an', 'rust'), line('b', 5.001, 9, 'an', 'rust')])).toEqual([
      'an 0-4 a',
      'an 5.001-9 b',
    ]);
  });

  test('another person is another stop, also in one breath', () =>
    expect(brief([line('a', 0, 7, 'an', 'rust'), line('b', 7.5, 15, 'bo', 'rust')])).toEqual([
      'an 0-7 a',
      'bo 7.5-15 b',
    ]));

  test.each(['gone', '__proto__', ''])('a theme "%s" that nobody speaks of has none', (theme) => {
    const { data, timeline } = film([line('a', 0, 7, 'an', 'rust')]);
    expect(routeOf(data, timeline, theme)).toEqual({ theme, stops: [], length: 0 });
  });

  test('a film without lines has none', () => expect(walk([])).toEqual({ theme: 'rust', stops: [], length: 0 }));
});

describe('the narrator', () => {
  test('on his own is nobody’s moment', () => expect(brief([line('a', 0, 7, '-', 'rust')])).toEqual([]));

  test('counts for whom the line leads to', () =>
    expect(brief([line('a', 0, 7, '-#bo#begin', 'rust')])).toEqual(['bo 0-7 a']));

  test('who leads up to somebody, or follows, goes along', () =>
    expect(
      brief([
        line('a', 0, 3, '-', 'rust'),
        line('b', 3.5, 7, 'an', 'rust'),
        line('c', 7.5, 9, '-', 'rust'),
        line('d', 9.5, 16, 'bo', 'rust'),
        line('e', 16.5, 17, '-', 'rust'),
      ]),
    ).toEqual(['an 0-9 abc', 'bo 9.5-17 de']));

  test('a line of somebody whom the film does not know is nobody’s', () =>
    expect(brief([line('a', 0, 7, 'gone', 'rust')])).toEqual([]));
});

describe('a short moment takes in what the same person says next to it', () => {
  test('what leads up to it, of the same paragraph, before what follows', () =>
    expect(
      brief([line('a', 0, 3, 'an#begin'), line('b', 3.5, 6, 'an#begin', 'rust'), line('c', 6.5, 9, 'an#begin')]),
    ).toEqual(['an 0-6 ab']));

  test('as many as make it long enough, and no more', () =>
    expect(
      brief([
        line('a', 0, 1, 'an#begin'),
        line('b', 1.5, 2.5, 'an#begin'),
        line('c', 3, 4, 'an#begin', 'rust'),
        line('d', 4.5, 5.5, 'an#begin'),
        line('e', 6, 7, 'an#begin'),
        line('f', 7.5, 8.5, 'an#begin'),
      ]),
    ).toEqual(['an 0-7 abcde']));

  test('the same paragraph before the same chapter', () =>
    expect(
      brief([line('a', 0, 3, 'an#begin'), line('b', 3.5, 6, 'an#slot', 'rust'), line('c', 6.5, 9.5, 'an#slot')]),
    ).toEqual(['an 3.5-9.5 bc']));

  test('the same chapter where no paragraph does', () =>
    expect(brief([line('a', 0, 3, 'an'), line('b', 3.5, 6, 'an#slot', 'rust')])).toEqual(['an 0-6 ab']));

  test('never another chapter', () => {
    const chapters = [
      { id: 'een', from: 'a', to: 'a', plate },
      { id: 'twee', from: 'b', to: 'b', plate },
    ];
    expect(brief([line('a', 0, 3, 'an'), line('b', 3.5, 6, 'an', 'rust')], { chapters })).toEqual(['an 3.5-6 b']);
  });

  test.each<[string, Cue]>([
    ['another person', line('a', 0, 3, 'bo#begin')],
    ['the narrator', line('a', 0, 3, '-#an#begin')],
    ['after more than a breath', line('a', 0, 2.499, 'an#begin')],
  ])('never %s', (_, before) => expect(brief([before, line('b', 3.5, 6, 'an#begin', 'rust')])).toEqual(['an 3.5-6 b']));

  test('the narrator goes on within a paragraph, not beyond it', () => {
    const told = line('b', 3.5, 6, '-#an#begin', 'rust');
    expect(brief([line('a', 0, 3, '-#an#begin'), told])).toEqual(['an 0-6 ab']);
    expect(brief([line('a', 0, 3, '-#an#slot'), told])).toEqual(['an 3.5-6 b']);
    expect(brief([line('a', 0, 3, '-#bo#begin'), told])).toEqual(['an 3.5-6 b']);
    expect(brief([line('a', 0, 3, '-'), told])).toEqual(['an 3.5-6 b']);
  });

  test('six seconds are enough', () =>
    expect(brief([line('a', 0, 3, 'an'), line('b', 3.5, 9.5, 'an', 'rust')])).toEqual(['an 3.5-9.5 b']));
});

describe('stops that meet', () => {
  test('are one when both take in the line between them', () =>
    expect(
      brief([
        line('a', 0, 2, 'an', 'rust'),
        line('b', 2.5, 4.5, 'an'),
        line('c', 5, 7, 'an'),
        line('d', 7.5, 9.5, 'an', 'rust'),
      ]),
    ).toEqual(['an 0-9.5 abcd']));

  test('stay two where somebody else comes in between', () =>
    expect(brief([line('a', 0, 7, 'an', 'rust'), line('b', 7.5, 9, 'bo'), line('c', 9.5, 17, 'an', 'rust')])).toEqual([
      'an 0-7 a',
      'an 9.5-17 c',
    ]));
});

describe('a hard passage', () => {
  const notes = [{ id: 'zwaar', from: 'b', to: 'c' }];

  test('that is about the theme begins in the pause before it, where the film can ask', () =>
    expect(
      brief([line('a', 0, 3, 'bo'), line('b', 5, 9, 'an', 'rust'), line('c', 9.5, 12, 'an', 'rust')], { notes }),
    ).toEqual(['an 3-12 bc']));

  test('is not taken in by a moment before or after it', () =>
    expect(
      brief(
        [
          line('a', 0, 3, 'an', 'rust'),
          line('b', 3.5, 5, 'an'),
          line('c', 5.5, 7, 'an'),
          line('d', 7.5, 10, 'an', 'rust'),
        ],
        { notes },
      ),
    ).toEqual(['an 0-3 a', 'an 7.5-10 d']));

  test('a short moment within it takes in no more than the passage', () =>
    expect(
      brief(
        [line('a', 0, 3, 'an'), line('b', 3.5, 5, 'an'), line('c', 5.5, 7, 'an', 'rust'), line('d', 7.5, 10, 'an')],
        { notes },
      ),
    ).toEqual(['an 3-7 bc']));
});

describe('stopAt', () => {
  const route = walk([
    line('a', 10, 17, 'an', 'rust'),
    line('b', 30, 37, 'bo', 'rust'),
    line('c', 37.5, 45, 'an', 'rust'),
  ]);
  test.each([
    [0, 0],
    [10, 0],
    [16.999, 0],
    [17, 1],
    [29, 1],
    [36.999, 1],
    [37, 2],
    [44, 2],
    [45, 2],
    [9999, 2],
  ])('at %d is stop %d', (time, index) => expect(stopAt(route, time)).toBe(index));
});

describe('of any film', () => {
  /** Films of every way in which three lines can be said by two people and the narrator, about the theme or not, close or far. */
  const films = Array.from({ length: 3 ** 3 * 2 ** 3 * 2 }, (_, number) => {
    const far = number % 2 === 1;
    let rest = Math.floor(number / 2);
    return Array.from({ length: 3 }, (_, index) => {
      const who = ['an', 'bo', '-'][rest % 3]!;
      rest = Math.floor(rest / 3);
      const about = rest % 2 === 1;
      rest = Math.floor(rest / 2);
      const start = index * (far ? 5 : 3);
      return line('abc'[index]!, start, start + 2.5, `${who}${who === '-' ? '' : '#p'}`, ...(about ? ['rust'] : []));
    });
  });

  test('stops follow one another, begin and end with a line, and hold every line about it that somebody says', () => {
    for (const cues of films) {
      const { data, timeline } = film(cues);
      const { stops, length } = routeOf(data, timeline, 'rust');
      const held = stops.flatMap((stop) => stop.cues);
      expect(new Set(held).size).toBe(held.length);
      expect(held).toEqual(held.toSorted((one, other) => one.start - other.start));
      for (const cue of cues)
        if (cue.person && cue.themes.length > 0) {
          const stop = stops.find((each) => each.cues.includes(cue));
          expect(stop?.person).toBe(cue.person);
        }
      for (const { start, end, cues: inside } of stops)
        expect([start, end]).toEqual([inside[0]!.start, inside.at(-1)!.end]);
      expect(length).toBeCloseTo(
        stops.reduce((sum, { start, end }) => sum + end - start, 0),
        6,
      );
    }
  });
});
