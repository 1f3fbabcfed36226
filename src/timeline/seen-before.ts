/** What is to be seen, told among the lines that are said. */
import type { Cue, DescriptionCue } from './edition-data';
import { lastStartedIndex } from './ranges';

type Described = Pick<DescriptionCue, 'id' | 'start'>;

/**
 * By the index of the line that comes after it has begun; what is seen when all has been said is at the number of lines. In a pause between
 * two chapters the picture is that of the next, so it goes with the line that comes.
 */
export function seenBefore<Seen extends Described>(
  cues: readonly Cue[],
  descriptions: readonly Seen[],
): ReadonlyMap<number, readonly Seen[]> {
  const seen = new Map<number, Seen[]>();
  for (const description of descriptions) {
    const next = lastStartedIndex(cues, description.start) + 1;
    seen.set(next, [...(seen.get(next) ?? []), description]);
  }
  return seen;
}
