/** Every lookup of a generated edition, at every boundary and around it, against a plain walk through all cues in whole milliseconds. */
import { describe, expect, test } from 'vitest';
import type { Cue, DescriptionCue, EditionData } from './edition-data';
import { themeMoments } from './theme-moments';
import { createTimeline, type Moment, type Timeline } from './timeline';

const momentsOf = (timeline: Timeline): Moment[] => timeline.momentStarts.map((start) => timeline.momentAt(start));

/** Mulberry32: the same numbers from 0 up to 1 for the same seed. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PEOPLE = ['an', 'bo', 'cas'] as const;
const THEMES = ['rust', 'samen', 'moed', 'thuis'] as const;
const GAPS = [0, 0, 1, 40, 999, 1000, 1001, 4000] as const;

function edition(parts: Partial<EditionData>): EditionData {
  const plate: EditionData['people'][number]['plate'] = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 };
  return {
    id: 'generated',
    standIn: false,
    languages: ['nl'],
    film: { width: 160, height: 90, sources: [], posters: [] },
    perspectives: ['one', 'two'],
    people: PEOPLE.map((id, index) => ({
      id,
      name: id,
      perspective: index % 2 ? 'two' : 'one',
      anonymised: false,
      plate,
    })),
    themes: THEMES.map((id) => ({ id, slugs: {} })),
    chapters: [],
    quotes: [],
    notes: [],
    glossary: [],
    descriptions: [],
    cues: [],
    ...parts,
  };
}

function generate(seed: number, count: number): EditionData {
  const next = random(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const any = <T>(items: readonly T[]) => items[whole(items.length)]!;
  let ms = any([0, 1, 2500]);
  const cues = Array.from({ length: count }, (_, index): Cue => {
    const start = ms + (index === 0 ? 0 : any(GAPS));
    ms = start + 1 + whole(3000);
    return {
      id: `cue-${index}`,
      start: start / 1000,
      end: ms / 1000,
      themes: THEMES.filter(() => next() < 0.3),
      ...(next() < 0.7 && { person: any(PEOPLE) }),
      ...(next() < 0.6 && { paragraph: { person: any(PEOPLE), paragraph: any(['begin', 'slot']) } }),
    };
  });
  /** Stretches of one to `most` cues that keep out of each other's way. */
  const stretches = (most: number, gap: () => number) => {
    const found: { id: string; from: string; to: string }[] = [];
    for (let from = gap(); from < count;) {
      const to = Math.min(count - 1, from + whole(most));
      found.push({ id: `range-${found.length}`, from: cues[from]!.id, to: cues[to]!.id });
      from = to + 1 + gap();
    }
    return found;
  };
  const unordered = <T>(items: T[]) => items.reverse();
  return edition({
    cues,
    chapters: stretches(8, () => 0),
    quotes: unordered(stretches(3, () => whole(4))).map((each) => ({
      ...each,
      person: 'an',
      wording: 'retold' as const,
    })),
    notes: unordered(stretches(4, () => 3 + whole(6))),
    descriptions: describePauses(cues, next),
  });
}

/** In some pauses, and after the last line: from somewhere in the pause until somewhere in it, its edges among them. */
function describePauses(cues: readonly Cue[], next: () => number): DescriptionCue[] {
  return cues.flatMap(({ id, end }, index): DescriptionCue[] => {
    const from = inMs(end);
    const to = inMs(cues[index + 1]?.start ?? end + 5);
    if (to - from < 40 || next() < 0.3) return [];
    const start = from + Math.round(next() * 10);
    return [{ id: `d-${id}`, start: start / 1000, end: (to - Math.round(next() * 10)) / 1000 }];
  });
}

/** Whole milliseconds, so that nothing here depends on fractions. */
const inMs = (seconds: number) => Math.round(seconds * 1000);

function slow(data: EditionData) {
  const { cues } = data;
  const byId = (id: string) => cues.find((cue) => cue.id === id)!;
  const holds = (range: { from: string; to: string }, ms: number) =>
    ms >= inMs(byId(range.from).start) && ms < inMs(byId(range.to).end);
  const path = ({ paragraph }: Cue) => paragraph && `${paragraph.person} ${paragraph.paragraph}`;

  /** Start of the stretch about `theme` that holds `ms`. */
  const themeSince = (theme: string, ms: number): number | undefined => {
    let since: number | undefined;
    let until = -Infinity;
    for (const cue of cues) {
      if (!cue.themes.includes(theme)) continue;
      if (inMs(cue.start) - until > 1000) {
        if (since !== undefined && ms < until) return since;
        if (ms < inMs(cue.start)) return undefined;
        since = inMs(cue.start);
      }
      until = inMs(cue.end);
    }
    return ms < until ? since : undefined;
  };

  return (ms: number) => {
    const latest = cues.findLast((cue) => inMs(cue.start) <= ms);
    const earlier = latest ? cues.slice(0, cues.indexOf(latest)) : [];
    const cue = cues.find((each) => inMs(each.start) <= ms && ms < inMs(each.end));
    const chapter = data.chapters.findLast(({ from }) => inMs(byId(from).start) <= ms);
    const themes = THEMES.map((theme) => ({ theme, since: themeSince(theme, ms) }))
      .filter((each) => each.since !== undefined)
      .sort((a, b) => a.since! - b.since!);
    return {
      cue: cue?.id,
      latest: latest?.id,
      before: earlier.findLast((each) => path(each) !== undefined && path(each) !== path(latest!))?.id,
      chapter: chapter?.id,
      quote: data.quotes.find((each) => holds(each, ms))?.id,
      note: data.notes.find(({ from, to }) => {
        const before = cues[cues.indexOf(byId(from)) - 1];
        return (before ? inMs(before.end) : 0) <= ms && ms < inMs(byId(to).end);
      })?.id,
      description: data.descriptions.find(({ start, end }) => inMs(start) <= ms && ms < inMs(end))?.id,
      themes: themes.map(({ theme }) => theme),
      chapterBegins: cue !== undefined && cue.id === chapter?.from,
    };
  };
}

function seen({ cue, latest, before, chapter, quote, note, description, themes, chapterBegins }: Moment) {
  return {
    cue: cue?.id,
    latest: latest?.id,
    before: before?.id,
    chapter: chapter?.chapter.id,
    quote: quote?.quote.id,
    note: note?.note.id,
    description: description?.id,
    themes,
    chapterBegins,
  };
}

/** Each boundary, a millisecond before and after, halfway to the next, and far outside. */
function instants({ cues, descriptions }: EditionData): number[] {
  const ranges = [...cues, ...descriptions];
  const boundaries = [...new Set(ranges.flatMap(({ start, end }) => [inMs(start), inMs(end)]))].sort((a, b) => a - b);
  const around = boundaries.flatMap((ms, index) => [
    ms - 1,
    ms,
    ms + 1,
    Math.floor((ms + (boundaries[index + 1] ?? ms + 10_000)) / 2),
  ]);
  return [0, 1, ...around, (boundaries.at(-1) ?? 0) + 3_600_000].filter((ms) => ms >= 0);
}

const SEEDS = Array.from({ length: 20 }, (_, seed) => ({ seed, data: generate(seed, 60) }));

describe.each(SEEDS)('edition $seed', ({ data }) => {
  const timeline = createTimeline(data);
  const truth = slow(data);

  test('everything at every instant is what a plain walk finds', () => {
    for (const ms of instants(data)) {
      const time = ms / 1000;
      const moment = timeline.momentAt(time);
      expect({ ms, ...seen(moment) }).toEqual({ ms, ...truth(ms) });
      expect([ms, timeline.cueAt(time)]).toEqual([ms, moment.cue]);
      expect([ms, timeline.chapterAt(time)]).toEqual([ms, moment.chapter]);
    }
  });

  test('a moment is one object from its start until just before its end', () => {
    expect(momentsOf(timeline)[0]?.start).toBe(0);
    expect(momentsOf(timeline).at(-1)?.end).toBe(Infinity);
    momentsOf(timeline).forEach((moment, index) => {
      const last = Math.min(inMs(moment.end), inMs(moment.start) + 10_000) - 1;
      for (const ms of [inMs(moment.start), Math.floor((inMs(moment.start) + last) / 2), last])
        expect(timeline.momentAt(ms / 1000)).toBe(moment);
      const next = momentsOf(timeline)[index + 1];
      if (next) expect([next.start, timeline.momentAt(moment.end)]).toEqual([moment.end, next]);
    });
  });

  test('ranges are in order of time; quotes, notes and chapters end where they should', () => {
    for (const list of [timeline.chapters, timeline.quotes, timeline.notes, timeline.themes])
      expect(list.map(({ start }) => start)).toEqual(list.map(({ start }) => start).sort((a, b) => a - b));
    for (const { quote, cue, start, end } of timeline.quotes) {
      expect([cue.id, start, end]).toEqual([quote.from, cue.start, data.cues.find(({ id }) => id === quote.to)?.end]);
    }
    timeline.chapters.forEach(({ chapter, index, end, lastLineEnd }, nth) => {
      expect([index, end]).toEqual([nth, timeline.chapters[nth + 1]?.start ?? Infinity]);
      expect(lastLineEnd).toBe(data.cues.find(({ id }) => id === chapter.to)?.end);
      expect(timeline.chapterById(chapter.id)).toBe(timeline.chapters[nth]);
    });
    const lastLine = data.cues.at(-1)!.end;
    expect(timeline.end).toBe(lastLine);
    // The file of a film tells how long it is; one that is too short for its lines is not believed.
    const ofLength = (length: number) => createTimeline({ ...data, film: { ...data.film, length } }).end;
    expect([ofLength(lastLine + 3.5), ofLength(1)]).toEqual([lastLine + 3.5, lastLine]);
  });

  test('the moments of a theme are all its lines that belong to somebody', () => {
    for (const theme of THEMES) {
      const expected = data.cues
        .filter((cue) => cue.themes.includes(theme) && (cue.person ?? cue.paragraph))
        .map((cue) => [cue.id, cue.person ?? cue.paragraph?.person]);
      expect(themeMoments(data, timeline, theme).map(({ cue, person }) => [cue.id, person])).toEqual(expected);
    }
  });
});

test('the generated editions hold the cases that matter', () => {
  const all = SEEDS.map(({ data }) => ({ data, timeline: createTimeline(data) }));
  const some = (check: (of: { data: EditionData; timeline: Timeline }) => boolean) => all.some(check);
  expect(some(({ data }) => data.cues[0]!.start > 0)).toBe(true);
  expect(some(({ data }) => data.cues[0]!.start === 0)).toBe(true);
  expect(some(({ data }) => data.quotes.some(({ from, to }) => from !== to))).toBe(true);
  expect(some(({ timeline }) => momentsOf(timeline).some(({ themes }) => themes.length > 2))).toBe(true);
  expect(some(({ data }) => data.cues.some((cue, index) => cue.start === data.cues[index - 1]?.end))).toBe(true);
  expect(some(({ timeline }) => momentsOf(timeline).some(({ cue, themes }) => !cue && themes.length > 0))).toBe(true);
  const touches = (edge: 'start' | 'end', other: 'start' | 'end') =>
    some(({ data }) => data.descriptions.some((each) => data.cues.some((cue) => cue[other] === each[edge])));
  expect([touches('start', 'end'), touches('end', 'start')]).toEqual([true, true]);
});

describe('by hand', () => {
  const cue = (id: string, start: number, end: number): Cue => ({ id, start, end, themes: [] });
  const cues = [cue('a', 2, 3), cue('b', 3, 4), cue('c', 6, 7)];
  const timeline = createTimeline(
    edition({
      cues,
      chapters: [{ id: 'only', from: 'a', to: 'c' }],
      quotes: [{ id: 'wide', person: 'an', from: 'a', to: 'b', wording: 'retold' }],
      notes: [{ id: 'hard', from: 'b', to: 'b' }],
    }),
  );

  test('before the first line there is nothing', () => {
    for (const time of [-Infinity, -1, NaN, 0, 1.999]) {
      const moment = timeline.momentAt(time);
      expect(moment).toBe(momentsOf(timeline)[0]);
      expect(moment).toEqual({ start: 0, end: 2, themes: [], chapterBegins: false });
    }
  });

  test('after the last line its words stay the latest, and its chapter goes on', () => {
    for (const time of [7, 7.001, 3600, Infinity])
      expect(timeline.momentAt(time)).toMatchObject({
        start: 7,
        latest: cues[2],
        chapter: { chapter: { id: 'only' } },
      });
    expect(timeline.cueAt(7)).toBeUndefined();
    expect(timeline.momentAt(7)).not.toHaveProperty('cue');
  });

  test('a quote over two cues is one object through both', () => {
    const quote = timeline.quotes[0];
    expect([2, 2.999, 3, 3.999].map((time) => timeline.momentAt(time).quote)).toEqual([quote, quote, quote, quote]);
    expect(timeline.momentAt(2).quote).toBe(timeline.momentAt(3.999).quote);
    expect([timeline.momentAt(1.999).quote, timeline.momentAt(4).quote]).toEqual([undefined, undefined]);
  });

  test('only the first line of a chapter begins it', () =>
    expect([1.999, 2, 2.999, 3, 6].map((time) => timeline.momentAt(time).chapterBegins)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]));

  test('a description is there from its start until just before its end, also where a line begins at once', () => {
    const descriptions = [
      { id: 'd-first', start: 0, end: 2 },
      { id: 'd-pause', start: 4, end: 5.5 },
      { id: 'd-next', start: 5.5, end: 5.9 },
    ];
    const described = createTimeline(edition({ cues, descriptions }));
    const at = (time: number) => described.momentAt(time).description?.id;
    expect([0, 1.999, 2, 3.999, 4, 5.499, 5.5, 5.899, 5.9, 6].map(at)).toEqual([
      ...['d-first', 'd-first', undefined, undefined, 'd-pause', 'd-pause', 'd-next', 'd-next', undefined, undefined],
    ]);
    expect(described.descriptions).toBe(descriptions);
    expect(described.momentStarts).toEqual([0, 2, 3, 4, 5.5, 5.9, 6, 7]);
    expect(momentsOf(timeline).some((moment) => 'description' in moment)).toBe(false);
  });

  test('ids that are not there, and names that every object answers to', () => {
    for (const id of ['', 'x', '__proto__', 'constructor', 'toString']) {
      expect(timeline.cueById(id)).toBeUndefined();
      expect(timeline.chapterById(id)).toBeUndefined();
    }
    expect(timeline.cueById('b')).toBe(cues[1]);
  });

  test('an edition without lines has one moment, and no end', () => {
    const empty = createTimeline(edition({}));
    expect([empty.end, empty.momentStarts.length, empty.momentAt(5)]).toEqual([0, 1, momentsOf(empty)[0]]);
    expect([empty.cueAt(0), empty.chapterAt(0)]).toEqual([undefined, undefined]);
  });

  test('what is given is not sorted or changed in place', () => {
    const data = generate(3, 40);
    const before = structuredClone(data);
    createTimeline(data);
    expect(data).toEqual(before);
  });
});

describe('10,000 lines', () => {
  const data = generate(7, 10_000);
  let reads = 0;
  const counted = <T extends { start: number }>(items: readonly T[]): void => {
    for (const item of items) {
      const { start } = item;
      Object.defineProperty(item, 'start', {
        enumerable: true,
        get: () => {
          reads += 1;
          return start;
        },
      });
    }
  };
  const cues = data.cues.map((cue) => ({ ...cue }));
  counted(cues);
  const timeline = createTimeline({ ...data, cues });
  const building = reads;

  test('are read a few times each while the timeline is made', () => expect(building).toBeLessThan(cues.length * 8));

  test('a lookup takes some fifteen steps', () => {
    const steps = (look: () => unknown) => {
      reads = 0;
      look();
      return reads;
    };
    for (let part = 0; part <= 1000; part += 1) {
      const time = (timeline.end * part) / 1000;
      const search = Math.ceil(Math.log2(cues.length)) + 1;
      expect(steps(() => timeline.cueAt(time))).toBeLessThanOrEqual(search);
      expect(steps(() => timeline.momentAt(time))).toBeLessThanOrEqual(2 * search);
      expect(steps(() => timeline.momentAt(time))).toBe(0);
    }
  });
});
