/** The lines of the film as rows of its text, by chapter. */
import type { Cue, DescriptionCue } from '../../timeline/edition-data';
import { lastUpTo } from '../../timeline/ranges';
import { seenBefore } from '../../timeline/seen-before';
import type { Timeline } from '../../timeline/timeline';

export interface Row {
  readonly cue: Cue;
  /** Which line of the film, counted from 0. */
  readonly index: number;
  /** The chapter that begins with it. */
  readonly opens?: string;
  /** What is to be seen since the line before. */
  readonly before?: readonly DescriptionCue[];
  /** What is to be seen when all has been said. */
  readonly after?: readonly DescriptionCue[];
}

export interface Section {
  /** Of the chapter. */
  readonly id: string;
  readonly rows: readonly Row[];
}

/** Up to so many lines all are in the page: for reading without JavaScript, and for the browser's own search. */
export const ALL_AT_ONCE = 400;
/** Of a longer film so many are written into the page. */
const AT_THE_START = 200;

/** Which line is the first to begin at `time` or later. */
const firstFrom = (cues: readonly Cue[], time: number): number =>
  lastUpTo(cues.length, (index) => cues[index]!.start < time) + 1;

function described({ cues, descriptions }: Timeline): (index: number) => Pick<Row, 'before' | 'after'> {
  const seen = seenBefore(cues, descriptions);
  return (index) => {
    const before = seen.get(index);
    const after = index === cues.length - 1 ? seen.get(cues.length) : undefined;
    return { ...(before && { before }), ...(after && { after }) };
  };
}

export function sectionsOf(timeline: Timeline): readonly Section[] {
  const { chapters, cues } = timeline;
  const around = described(timeline);
  return chapters.map(({ chapter, start, end }) => {
    const first = firstFrom(cues, start);
    return {
      id: chapter.id,
      rows: cues.slice(first, firstFrom(cues, end)).map((cue, at): Row => ({
        cue,
        index: first + at,
        ...(at === 0 && { opens: chapter.id }),
        ...around(first + at),
      })),
    };
  });
}

/** What of a long film stands in the page before more is asked for. */
export function beginningOf(sections: readonly Section[], count = AT_THE_START): readonly Section[] {
  let left = count;
  return sections
    .map(({ id, rows }) => {
      const some = rows.slice(0, left);
      left -= some.length;
      return { id, rows: some };
    })
    .filter(({ rows }) => rows.length > 0);
}
