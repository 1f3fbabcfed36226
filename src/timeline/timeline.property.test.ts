/** Any edition at any time, against the plainest way to look it up. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyEdition } from '../../tests/support/any-edition';
import { holds, hostileNumber, safely } from '../../tests/support/hostile';
import { chapterPicture, chapterRun } from './chapter-picture';
import type { Cue } from './edition-data';
import { otherSide } from './other-side';
import { lastStartedIndex, nextStarted, previousStarted, rangeAt, type Range } from './ranges';
import { routeOf, stopAt } from './route';
import { nextStep, previousStep, type StepKind } from './steps';
import { themeMoments } from './theme-moments';
import { createTimeline, type Timeline } from './timeline';

/** At the boundaries things go wrong, so they are asked for most. */
const withTime = anyEdition.chain((data) => {
  const timeline = createTimeline(data);
  const cuts = timeline.momentStarts;
  const near = fc
    .tuple(fc.constantFrom(...cuts), fc.constantFrom(-0.001, 0, 0.001, -1e-9))
    .map(([cut, by]) => cut + by);
  return fc.record({
    data: fc.constant(data),
    timeline: fc.constant(timeline),
    time: fc.oneof(near, fc.double({ min: -10, max: 300, noNaN: true }), hostileNumber),
  });
});

const holdsAt = (time: number) => (range: Range) => range.start <= time && time < range.end;
const pathOf = ({ paragraph }: Cue) => paragraph && `${paragraph.person}#${paragraph.paragraph}`;

describe('a moment', () => {
  test('is what a plain look through the edition finds', () =>
    holds(
      fc.property(withTime, ({ timeline, time }) => {
        const moment = safely(() => timeline.momentAt(time));
        // No time, and a time before the film, is its beginning; the end of all times is in the last moment.
        const now = time >= 0 ? Math.min(time, Number.MAX_VALUE) : 0;
        const { cues, chapters, quotes, notes, descriptions, themes } = timeline;
        const latest = cues.findLast(({ start }) => start <= now);
        const told = cues.filter(({ start, paragraph }) => start <= now && paragraph).reverse();
        const latestPath = latest && pathOf(latest);
        expect(moment.cue).toBe(cues.find(holdsAt(now)));
        expect(moment.latest).toBe(latest);
        expect(moment.before).toBe(told.find((cue) => latestPath === undefined || pathOf(cue) !== latestPath));
        expect(moment.chapter).toBe(chapters.find(holdsAt(now)));
        expect(moment.quote).toBe(quotes.find(holdsAt(now)));
        expect(moment.note).toBe(notes.find(holdsAt(now)));
        expect(moment.description).toBe(descriptions.find(holdsAt(now)));
        expect(moment.themes.toSorted()).toEqual(
          themes
            .filter(holdsAt(now))
            .map(({ theme }) => theme)
            .toSorted(),
        );
        expect(moment.chapterBegins).toBe(moment.cue !== undefined && moment.cue.id === moment.chapter?.chapter.from);
      }),
      133,
    ));

  test('is one object for as long as it lasts, and moments follow one another without a gap', () =>
    holds(
      fc.property(anyEdition, (data) => {
        const timeline = createTimeline(data);
        const moments = timeline.momentStarts.map((start) => timeline.momentAt(start));
        expect([moments[0]!.start, moments.at(-1)!.end]).toEqual([0, Infinity]);
        moments.forEach((moment, index) => {
          const end = Math.min(moment.end, moment.start + 1);
          expect(moment.end).toBe(moments[index + 1]?.start ?? Infinity);
          for (const time of [moment.start, (moment.start + end) / 2, end - 1e-6])
            expect(timeline.momentAt(time)).toBe(moment);
        });
      }),
    ));
});

describe('a search by halves', () => {
  const ranges = fc
    .uniqueArray(fc.nat(50), { maxLength: 20 })
    .map((cuts) => cuts.toSorted((a, b) => a - b).map((start, nth, all) => ({ start, end: all[nth + 1] ?? start + 1 })))
    .map((all) => all.filter((_, nth) => nth % 3 !== 2));
  // No film is endless: a time is a number that is finite, or none.
  const time = fc.oneof(fc.integer({ min: -2, max: 60 }), hostileNumber).filter((at) => Math.abs(at) !== Infinity);

  test('finds what a search one by one finds', () =>
    holds(
      fc.property(ranges, time, (all, at) => {
        expect(safely(() => lastStartedIndex(all, at))).toBe(all.findLastIndex(({ start }) => start <= at));
        expect(rangeAt(all, at)).toBe(all.find(holdsAt(at)));
        expect(nextStarted(all, at)).toBe(all.find(({ start }) => start > at));
        expect(previousStarted(all, at)).toBe(all.findLast(({ start }) => at - start > 0.0004));
      }),
      166,
    ));
});

describe('steps', () => {
  const kind = fc.constantFrom<StepKind>('chapter', 'quote', 'theme', 'line');
  const startsOf = (timeline: Timeline, of: StepKind) => {
    const { chapters, quotes, themes, cues } = timeline;
    return [...new Set({ chapter: chapters, quote: quotes, theme: themes, line: cues }[of].map(({ start }) => start))];
  };

  test('lead to a beginning, forwards or backwards', () =>
    holds(
      fc.property(withTime, kind, ({ timeline, time }, of) => {
        const [next, previous] = [
          safely(() => nextStep(timeline, of, time)),
          safely(() => previousStep(timeline, of, time)),
        ];
        const starts = startsOf(timeline, of);
        expect(next).toBe(starts.find((start) => start > time));
        if (previous !== undefined) expect(previous === 0 || (starts.includes(previous) && previous < time)).toBe(true);
        if (Number.isNaN(time)) expect([next, previous]).toEqual([undefined, undefined]);
      }),
      133,
    ));

  test('back undoes a step on', () =>
    holds(
      fc.property(anyEdition, kind, (data, of) => {
        const timeline = createTimeline(data);
        const starts = startsOf(timeline, of);
        starts.slice(1).forEach((start, index) => {
          expect(nextStep(timeline, of, starts[index]!)).toBe(start);
          expect(previousStep(timeline, of, start)).toBe(starts[index]);
        });
      }),
    ));
});

test('a route has whole lines of people in the order of the film, each line about the theme in one stop', () =>
  holds(
    fc.property(withTime, ({ data, timeline, time }) => {
      for (const { id } of data.themes) {
        const route = safely(() => routeOf(data, timeline, id));
        const { stops } = route;
        stops.forEach((stop, index) => {
          expect(stop.start).toBeLessThan(stop.end);
          expect(stop.start).toBeGreaterThanOrEqual(stops[index - 1]?.end ?? 0);
          expect(stop.cues).toEqual(
            timeline.cues.slice(timeline.cues.indexOf(stop.cues[0]!)).slice(0, stop.cues.length),
          );
          expect(stop.perspective).toBe(data.people.find((person) => person.id === stop.person)?.perspective);
        });
        for (const { cue } of themeMoments(data, timeline, id))
          expect(stops.filter(({ cues }) => cues.includes(cue))).toHaveLength(1);
        const index = safely(() => stopAt(route, time));
        expect(index).toBeGreaterThanOrEqual(stops.length === 0 ? -1 : 0);
        expect(index).toBeLessThan(Math.max(stops.length, 0));
      }
    }),
    100,
  ));

test('the other side is another perspective on a theme that both speak of, and no other is nearer', () =>
  holds(
    fc.property(withTime, ({ data, timeline, time }) => {
      const found = safely(() => otherSide(data, timeline, time));
      if (!found) return;
      const { theme, from, to } = found;
      expect(from.perspective).not.toBe(to.perspective);
      expect([from.cue.themes.includes(theme), to.cue.themes.includes(theme)]).toEqual([true, true]);
      const farness = (cue: Cue) => Math.abs(cue.start - from.cue.start);
      for (const each of from.cue.themes)
        for (const moment of themeMoments(data, timeline, each))
          if (moment.perspective !== from.perspective)
            expect(farness(moment.cue)).toBeGreaterThanOrEqual(farness(to.cue));
    }),
    100,
  ));

test('chapters as they are cut cover the film once', () =>
  holds(
    fc.property(anyEdition, (data) => {
      const timeline = createTimeline(data);
      timeline.chapters.forEach((chapter, index) => {
        const picture = chapterPicture(chapter, timeline);
        const next = timeline.chapters[index + 1];
        expect(picture.end).toBe(next ? chapterPicture(next, timeline).start : Infinity);
        expect(picture.start).toBeLessThanOrEqual(chapter.start);
        expect(picture.end).toBeGreaterThanOrEqual(chapter.lastLineEnd);
        const run = chapterRun(chapter, timeline);
        expect(run.start).toBeLessThan(run.end);
      });
    }),
  ));
