/** What is to be seen, told among the lines that are said. */
import type { Cue, DescriptionCue } from './edition-data';
import { lastStartedIndex } from './ranges';

type Described = Pick<DescriptionCue, 'id' | 'start'>;

/** The index of the line that comes after `start`: the number of lines when all has been said. */
export const lineAfter = (cues: readonly Cue[], start: number): number => lastStartedIndex(cues, start) + 1;

/** By the index of the line that comes: in a pause between two chapters the picture is that of the next. */
export function seenBefore<Seen extends Described>(
  cues: readonly Cue[],
  descriptions: readonly Seen[],
): ReadonlyMap<number, readonly Seen[]> {
  const seen = new Map<number, Seen[]>();
  for (const description of descriptions) {
    const next = lineAfter(cues, description.start);
    seen.set(next, [...(seen.get(next) ?? []), description]);
  }
  return seen;
}
