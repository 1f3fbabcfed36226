/** Where a chapter can be cut out of the film, to be shown on its own. */
import { wholeMilliseconds } from './clock-time';
import type { Range } from './ranges';
import type { ChapterRange, Timeline } from './timeline';

/** A chapter as it is shown on its own: from its first line to where it is cut, or to the end of the film. */
export function chapterRun(chapter: ChapterRange, timeline: Pick<Timeline, 'chapters' | 'end'>): Range {
  return { start: chapter.start, end: Math.min(chapterPicture(chapter, timeline).end, timeline.end) };
}

/** A film is cut between two chapters in the pause between their lines: half of it belongs to each. The last one never ends. */
export function chapterPicture(chapter: ChapterRange, { chapters }: Pick<Timeline, 'chapters'>): Range {
  const before = chapters[chapter.index - 1];
  const middle = (one: ChapterRange, next: ChapterRange) =>
    wholeMilliseconds((Math.min(one.lastLineEnd, next.start) + next.start) / 2);
  const after = chapters[chapter.index + 1];
  return {
    start: before ? middle(before, chapter) : 0,
    end: after ? middle(chapter, after) : Infinity,
  };
}
