import { describe, expect, test } from 'vitest';
import type { Cue } from './edition-data';
import { nextStep, previousStep, type StepKind } from './steps';
import { createTimeline } from './timeline';
import { bareEdition } from '../../tests/support/bare-edition';

const cue = (id: string, start: number, end: number, ...themes: string[]): Cue => ({ id, start, end, themes });
const data = bareEdition({
  themes: [
    { id: 'rust', slugs: {} },
    { id: 'samen', slugs: {} },
  ],
  chapters: [
    { id: 'een', from: 'a', to: 'b', plate: { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } },
    { id: 'twee', from: 'c', to: 'e', plate: { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } },
  ],
  quotes: [
    { id: 'slot', person: 'x', from: 'd', to: 'e', wording: 'retold' },
    { id: 'begin', person: 'x', from: 'b', to: 'b', wording: 'retold' },
  ],
  cues: [
    cue('a', 2, 5),
    cue('b', 6, 9, 'rust', 'samen'),
    cue('c', 20, 23),
    cue('d', 24, 27, 'samen'),
    cue('e', 27.5, 30.48, 'samen'),
  ],
});
const timeline = createTimeline(data);
const STARTS: Record<StepKind, number[]> = {
  chapter: [2, 20],
  quote: [6, 24],
  // "rust" and "samen" begin with the same line: one step.
  theme: [6, 24],
  line: [2, 6, 20, 24, 27.5],
};
const GRACE: Record<StepKind, number> = { chapter: 3, quote: 1, theme: 1, line: 1 };
const kinds = Object.keys(STARTS) as StepKind[];

describe.each(kinds)('by %s', (kind) => {
  const starts = STARTS[kind];

  test('next and previous at every tenth of a second are what a plain walk finds', () => {
    for (let tenths = -10; tenths <= 400; tenths += 1) {
      const time = tenths / 10;
      expect(nextStep(timeline, kind, time), `next at ${time}`).toBe(starts.find((start) => start > time));
      const before = starts.filter((start) => start <= time);
      const current = before.at(-1);
      const asked = current !== undefined && Math.round((time - current) * 1000) > GRACE[kind] * 1000;
      const wanted = asked ? current : before.at(-2);
      expect(previousStep(timeline, kind, time), `previous at ${time}`).toBe(
        wanted ?? (kind === 'chapter' ? 0 : undefined),
      );
    }
  });

  test('the grace itself still means the one before; a millisecond later means this one', () => {
    const [first, second] = starts as [number, number];
    expect(previousStep(timeline, kind, second + GRACE[kind])).toBe(first);
    expect(previousStep(timeline, kind, second + GRACE[kind] + 0.001)).toBe(second);
    // Media clocks have fractions that nobody means.
    expect(previousStep(timeline, kind, second + GRACE[kind] + 0.0001)).toBe(first);
  });

  test('a millisecond before a start it is still to come', () => {
    for (const start of starts) expect(nextStep(timeline, kind, start - 0.001)).toBe(start);
  });

  test('from the first next to the last and back, each is met once', () => {
    const there: number[] = [];
    for (let at = nextStep(timeline, kind, 0); at !== undefined; at = nextStep(timeline, kind, at)) there.push(at);
    expect(there).toEqual(starts);
    const back = [starts.at(-1)!];
    for (let at = previousStep(timeline, kind, back[0]!); at; at = previousStep(timeline, kind, at)) back.push(at);
    expect(back.reverse()).toEqual(starts);
  });

  test('no time leads nowhere', () =>
    expect([nextStep(timeline, kind, NaN), previousStep(timeline, kind, NaN)]).toEqual([undefined, undefined]));

  test('beyond the end nothing follows, and the last one is before it', () =>
    expect([nextStep(timeline, kind, Infinity), previousStep(timeline, kind, 9999)]).toEqual([
      undefined,
      starts.at(-1),
    ]));
});

test('a film with nothing in it has no steps', () => {
  const empty = createTimeline({ ...data, cues: [], chapters: [], quotes: [], themes: [] });
  for (const kind of kinds) {
    expect(nextStep(empty, kind, 3)).toBeUndefined();
    expect(previousStep(empty, kind, 3)).toBe(kind === 'chapter' ? 0 : undefined);
  }
});
