/** For the build: what the page of an embedded film has to know before its player is there. */
import { hardPassages } from '../timeline/hard-passages';
import { chapterPicture } from '../timeline/chapter-picture';
import { routeOf } from '../timeline/route';
import { chapterCover, themeCover, type CoverSource } from './cover-words';
import type { RestingPage, RestingPart } from './resting-page';

export function restingPageOf(source: CoverSource): Omit<RestingPage, 'partners' | 'parts'> {
  const { data, timeline } = source;
  return {
    languages: data.languages,
    duration: timeline.end,
    chapters: timeline.chapters.map((range): RestingPart => {
      const { id, thumbnail } = range.chapter;
      const { end } = chapterPicture(range, timeline);
      return {
        id,
        cover: chapterCover(source, range),
        ...(thumbnail !== undefined && { picture: thumbnail }),
        start: range.start,
        ...(end !== Infinity && { end }),
      };
    }),
    themes: data.themes.flatMap(({ id }): RestingPart[] => {
      const first = routeOf(data, timeline, id).stops[0];
      return first ? [{ id, cover: themeCover(source, id), start: first.start, end: first.end }] : [];
    }),
    hard: hardPassages(timeline),
  };
}
