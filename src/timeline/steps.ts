/** Where "next" and "previous" lead: to the chapter, quote, theme moment or line on either side of a time. */
import { wholeMilliseconds } from './clock-time';
import { lastStartedIndex } from './ranges';
import type { Timeline } from './timeline';

export type StepKind = 'chapter' | 'quote' | 'theme' | 'line';

/** Seconds in which "previous" still means the one before: a chapter is long, a line is soon gone. */
const GRACE: Record<StepKind, number> = { chapter: 3, quote: 1, theme: 1, line: 1 };

/** Each time at which a step of this kind begins, once: two themes may begin with the same line. */
function startsOf(timeline: Timeline, kind: StepKind): readonly { readonly start: number }[] {
  const { chapters, quotes, themes, cues } = timeline;
  const items = { chapter: chapters, quote: quotes, theme: themes, line: cues }[kind];
  return items.filter(({ start }, index) => start !== items[index - 1]?.start);
}

/** Undefined where nothing of this kind follows. */
export function nextStep(timeline: Timeline, kind: StepKind, time: number): number | undefined {
  if (Number.isNaN(time)) return undefined;
  const starts = startsOf(timeline, kind);
  return starts[lastStartedIndex(starts, time) + 1]?.start;
}

/**
 * The beginning of what plays, or of the one before when it has only just begun. Before the first chapter is the beginning of the film;
 * before the first of the others there is nothing to go to.
 */
export function previousStep(timeline: Timeline, kind: StepKind, time: number): number | undefined {
  if (Number.isNaN(time)) return undefined;
  const starts = startsOf(timeline, kind);
  const index = lastStartedIndex(starts, time);
  const started = starts[index];
  const isOver = started !== undefined && wholeMilliseconds(time - started.start) > GRACE[kind];
  const target = isOver ? started : starts[index - 1];
  return target?.start ?? (kind === 'chapter' ? 0 : undefined);
}
