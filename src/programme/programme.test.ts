import { describe, expect, test } from 'vitest';
import { bareEdition } from '../../tests/support/bare-edition';
import { createTimeline } from '../timeline/timeline';
import { agendaOf, itemKey, plannedMinutes, wholeFilm, wholeMinutes, type ProgrammeItem } from './programme';
import { suggestionsOf } from './suggestions';

const plate = { circle: [30, 60, 22], arch: [72, 40, 24, 56], ground: 82 } as const;
const person = (id: string, perspective: string) => ({ id, name: id, perspective, anonymised: true, plate });
const cue = (id: string, start: number, end: number, speaker?: string, themes: string[] = []) => ({
  id,
  start,
  end,
  themes,
  ...(speaker !== undefined && { person: speaker }),
});

/** Four chapters of two lines; the third begins with a hard passage. */
const data = bareEdition({
  people: [person('ann', 'client'), person('bob', 'manager')] as never,
  themes: [
    { id: 'calm', slugs: {} },
    { id: 'near', slugs: {} },
    { id: 'unsaid', slugs: {} },
  ],
  chapters: [
    { id: 'one', from: 'a', to: 'b' },
    { id: 'two', from: 'c', to: 'd' },
    { id: 'three', from: 'e', to: 'f' },
    { id: 'four', from: 'g', to: 'h' },
  ],
  quotes: [
    { id: 'first', person: 'ann', from: 'b', to: 'b', wording: 'retold' },
    { id: 'last', person: 'bob', from: 'h', to: 'h', wording: 'retold' },
  ],
  notes: [{ id: 'hard', from: 'e', to: 'e' }],
  cues: [
    cue('a', 1, 9, 'ann', ['calm', 'near']),
    cue('b', 10, 19, 'ann'),
    cue('c', 21, 30, 'bob', ['near']),
    cue('d', 31, 40, 'bob'),
    cue('e', 44, 50, 'ann', ['near']),
    cue('f', 51, 60, 'ann'),
    cue('g', 60, 70, 'bob'),
    cue('h', 71, 80, 'bob'),
  ],
});
const timeline = createTimeline(data);
const chapter = (id: string, talk = 5): ProgrammeItem => ({ kind: 'chapter', id, talk });
const theme = (id: string, talk = 5): ProgrammeItem => ({ kind: 'theme', id, talk });
const agenda = (...items: ProgrammeItem[]) => agendaOf({ items }, data, timeline);

describe('the agenda of a programme', () => {
  test('chapters meet in the middle of the pause between their lines, and together are the whole film', () => {
    const whole = agenda(...wholeFilm(data).items);
    expect(whole.map(({ ranges }) => ranges)).toEqual([
      [{ start: 0, end: 20 }],
      [{ start: 20, end: 42 }],
      [{ start: 42, end: 60 }],
      [{ start: 60, end: Infinity }],
    ]);
    expect(whole.map(({ length }) => length)).toEqual([20, 22, 18, 20]);
    expect(whole.reduce((sum, { length }) => sum + length, 0)).toBe(timeline.end);
  });

  test('the order is the programme’s, not the film’s', () => {
    expect(agenda(chapter('three'), theme('near'), chapter('one')).map(({ key }) => key)).toEqual([
      'three',
      'theme:near',
      'one',
    ]);
  });

  test('a theme is its moments one after another, each with its end', () => {
    const [near] = agenda(theme('near'));
    expect(near!.ranges.length).toBe(3);
    for (const { start, end } of near!.ranges) expect(end).toBeGreaterThan(start);
    expect(near!.length).toBeCloseTo(
      near!.ranges.reduce((sum, { start, end }) => sum + end - start, 0),
      3,
    );
    expect(near!.chapter).toBeUndefined();
  });

  test('quotes and hard passages are those of the item', () => {
    const [one, two, three, four] = agenda(chapter('one'), chapter('two'), chapter('three'), chapter('four'));
    expect([one, two, three, four].map((item) => item!.quotes.map(({ quote }) => quote.id))).toEqual([
      ['first'],
      [],
      [],
      ['last'],
    ]);
    // The note begins in the pause before its first line, half of which is still the chapter before.
    expect([one, two, three, four].map((item) => item!.notes.length)).toEqual([0, 0, 1, 0]);
    expect(agenda(theme('near'))[0]!.notes.length).toBe(1);
    expect(agenda(theme('calm'))[0]!.notes.length).toBe(0);
  });

  test('what the edition does not have, or has no film of, is left out', () => {
    expect(agenda(chapter('nobody'), theme('one'), theme('unsaid'), chapter('near'), theme('constructor'))).toEqual([]);
  });

  test('keys tell chapters from themes of the same name', () => {
    expect([chapter('near'), theme('near')].map(itemKey)).toEqual(['near', 'theme:near']);
  });

  test('minutes of film and talk add up', () => {
    expect(plannedMinutes(agenda(chapter('one', 10), chapter('four', 0)))).toEqual({
      film: 40 / 60,
      talk: 10,
      all: 10 + 40 / 60,
    });
    expect(plannedMinutes([])).toEqual({ film: 0, talk: 0, all: 0 });
  });
});

test('a part of a minute counts as one, and less than a second as nothing', () => {
  expect([0, 10, 10 + 1 / 60, 10.5, 0.1 + 0.2 + 0.7, 10 + 0.3 / 60].map(wholeMinutes)).toEqual([0, 10, 11, 11, 1, 10]);
});

describe('suggestions', () => {
  const suggestions = suggestionsOf(data, timeline);
  const minutes = (kind: string) => {
    const { programme } = suggestions.find((each) => each.kind === kind)!;
    return { ...plannedMinutes(agendaOf(programme, data, timeline)), wished: programme.wished };
  };

  test('the whole film, three chapters without the hard passage, and the theme with most moments', () => {
    expect(suggestions.map(({ kind, programme }) => [kind, programme.items.map(itemKey)])).toEqual([
      ['whole', ['one', 'two', 'three', 'four']],
      ['three', ['one', 'two', 'four']],
      ['theme', ['theme:near']],
    ]);
  });

  test('fit into the time they name', () => {
    for (const kind of ['three', 'theme']) {
      const { all, wished } = minutes(kind);
      expect(all).toBeLessThanOrEqual(wished!);
      expect(all).toBeGreaterThan(wished! - 4);
    }
  });

  test('hear both sides where three chapters can', () => {
    const speakers = {
      ...data,
      notes: [],
      cues: data.cues.map((each) => ({ ...each, person: each.id < 'g' ? 'ann' : 'bob' })),
    };
    const three = suggestionsOf(speakers, createTimeline(speakers)).find(({ kind }) => kind === 'three')!;
    expect(three.programme.items.map(({ id }) => id)).toContain('four');
  });

  test('an edition that has less suggests less', () => {
    const small = { ...data, chapters: [{ id: 'one', from: 'a', to: 'h' }], themes: [] };
    expect(suggestionsOf(small, createTimeline(small)).map(({ kind }) => kind)).toEqual(['whole']);
    const none = bareEdition({});
    expect(suggestionsOf(none, createTimeline(none))).toEqual([]);
  });
});
