/** A theme as a route through the film: only the moments about it, in the order of the film, each a stop with somebody who speaks. */
import { wholeMilliseconds } from './clock-time';
import type { Cue, EditionData } from './edition-data';
import { rangeAt, type Range } from './ranges';
import type { ThemeRange, Timeline } from './timeline';

/** Seconds of pause between two lines that are still said in one breath. */
const BREATH = 1;
/** Seconds below which a stop takes in what the same person says next to it: shorter is over before one has listened. */
const ENOUGH = 6;

export interface RouteStop extends Range {
  readonly cues: readonly Cue[];
  /** Whom it is about: who speaks or, where the narrator speaks, whose portrait tells of it. */
  readonly person: string;
  readonly perspective: string;
}

export interface Route {
  readonly theme: string;
  readonly stops: readonly RouteStop[];
  /** Seconds of film, the cards between the stops not counted. */
  readonly length: number;
}

type Draft = Omit<RouteStop, keyof Range>;

export function routeOf(data: EditionData, timeline: Timeline, theme: string): Route {
  const perspectives = new Map(data.people.map(({ id, perspective }) => [id, perspective]));
  const drafts = timeline.themes
    .filter((range) => range.theme === theme)
    .flatMap((range) => byPerson(range, perspectives))
    .map((draft) => ({ ...draft, cues: lengthened(draft.cues, timeline) }));
  const stops = merged(drafts).map((draft, index, all): RouteStop => {
    const { start } = draft.cues[0]!;
    const note = rangeAt(timeline.notes, start);
    const before = all[index - 1]?.cues.at(-1)?.end ?? 0;
    // In a hard passage the first stop begins in the pause before it, where the film can ask first.
    const asks = note !== undefined && before <= note.start;
    return { ...draft, start: asks ? note.start : start, end: draft.cues.at(-1)!.end };
  });
  const length = wholeMilliseconds(stops.reduce((sum, { start, end }) => sum + end - start, 0));
  return { theme, stops, length };
}

/** The index of the stop that holds `time`, else of the next one, else of the last. */
export function stopAt({ stops }: Route, time: number): number {
  const index = stops.findIndex(({ end }) => time < end);
  return index < 0 ? stops.length - 1 : index;
}

/** A new person is a new stop. What the narrator says goes with the person it leads to; on its own it is nobody's moment. */
function byPerson({ cues }: ThemeRange, perspectives: ReadonlyMap<string, string>): Draft[] {
  const drafts: { cues: Cue[]; person: string; perspective: string }[] = [];
  let leading: Cue[] = [];
  for (const cue of cues) {
    const person = cue.person ?? cue.paragraph?.person;
    const perspective = perspectives.get(person ?? '');
    const last = drafts.at(-1);
    if (person === undefined || perspective === undefined) {
      if (last) last.cues.push(cue);
      else leading.push(cue);
    } else if (last?.person === person) {
      last.cues.push(cue);
    } else {
      drafts.push({ cues: [...leading, cue], person, perspective });
      leading = [];
    }
  }
  return drafts;
}

/** Takes in neighbours until it is long enough or nothing more belongs to it: first of the same paragraph, then of the same chapter. */
function lengthened(stretch: readonly Cue[], timeline: Timeline): readonly Cue[] {
  const { cues } = timeline;
  let first = cues.indexOf(stretch[0]!);
  let last = cues.indexOf(stretch.at(-1)!);
  for (const belongs of [inSameParagraph, inSameChapter]) {
    for (let grew = true; grew && cues[last]!.end - cues[first]!.start < ENOUGH;) {
      // What leads up to a moment explains it; what follows only goes on.
      const [before, after] = [cues[first - 1], cues[last + 1]];
      grew = true;
      if (before && belongs(before, cues[first]!, timeline)) first -= 1;
      else if (after && belongs(cues[last]!, after, timeline)) last += 1;
      else grew = false;
    }
  }
  return cues.slice(first, last + 1);
}

type Belongs = (one: Cue, next: Cue, timeline: Timeline) => boolean;

/** Said by one person in one breath. A hard passage is never taken in: who comes for a theme has not asked for it. */
const inOneBreath: Belongs = (one, next, { notes }) =>
  one.person === next.person &&
  wholeMilliseconds(next.start - one.end) <= BREATH &&
  rangeAt(notes, one.start) === rangeAt(notes, next.start);

const inSameParagraph: Belongs = (one, next, timeline) =>
  one.paragraph !== undefined &&
  one.paragraph.person === next.paragraph?.person &&
  one.paragraph.paragraph === next.paragraph.paragraph &&
  inOneBreath(one, next, timeline);

/** What the narrator says next may be about somebody else. */
const inSameChapter: Belongs = (one, next, timeline) =>
  one.person !== undefined &&
  timeline.chapterAt(one.start) === timeline.chapterAt(next.start) &&
  inOneBreath(one, next, timeline);

/** Stops that share a line, or of one person without anything between them, are one stop. */
function merged(drafts: readonly Draft[]): Draft[] {
  const stops: Draft[] = [];
  for (const draft of drafts) {
    const last = stops.at(-1);
    const gap = last ? wholeMilliseconds(draft.cues[0]!.start - last.cues.at(-1)!.end) : Infinity;
    if (last && (gap < 0 || (gap <= BREATH && last.person === draft.person))) {
      const more = draft.cues.filter((cue) => !last.cues.includes(cue));
      stops.splice(-1, 1, { ...last, cues: [...last.cues, ...more] });
    } else {
      stops.push(draft);
    }
  }
  return stops;
}
