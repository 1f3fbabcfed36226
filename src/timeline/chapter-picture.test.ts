import { expect, test } from 'vitest';
import { timeline } from '../../tests/support/shipped-edition';
import { chapterPicture, chapterRun } from './chapter-picture';

test('the film is cut where one chapter gives way to the next, and nothing of it is lost', () => {
  const pictures = timeline.chapters.map((chapter) => chapterPicture(chapter, timeline));
  expect(pictures[0]!.start).toBe(0);
  expect(pictures.slice(1).map(({ start }) => start)).toEqual(pictures.slice(0, -1).map(({ end }) => end));
  expect(pictures.at(-1)!.end).toBe(Infinity);
});

test('on its own, a chapter lasts from its first line to the cut, and the last one to the end of the film', () => {
  for (const chapter of timeline.chapters) {
    const { start, end } = chapterRun(chapter, timeline);
    expect(start).toBe(chapter.start);
    expect(end).toBeGreaterThanOrEqual(chapter.lastLineEnd);
    expect(end).toBeLessThanOrEqual(Math.min(chapter.end, timeline.end));
  }
  expect(chapterRun(timeline.chapters.at(-1)!, timeline).end).toBe(timeline.end);
});
