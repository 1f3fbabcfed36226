/** What stands on the cover of a film, of one chapter or of one theme: the same where the page is written and where it is taken over. */
import type { Language } from '../language/language.svelte';
import { timeInWords } from '../stage/time-words';
import { chapterRun } from '../timeline/chapter-picture';
import type { EditionData, Words } from '../timeline/edition-data';
import { routeOf } from '../timeline/route';
import type { ChapterRange, Timeline } from '../timeline/timeline';
import type { CoverWords } from './resting-page';

export interface CoverSource {
  readonly data: EditionData;
  readonly timeline: Timeline;
  readonly words: Words;
  readonly t: Language['t'];
}

function filmCover({ timeline, words, t }: CoverSource): CoverWords {
  return {
    kind: t('film.label'),
    title: words.title,
    ...(words.titleLanguage !== undefined && { titleLanguage: words.titleLanguage }),
    length: timeInWords(t, timeline.end),
  };
}

export function chapterCover({ timeline, words, t }: CoverSource, chapter: ChapterRange): CoverWords {
  const { start, end } = chapterRun(chapter, timeline);
  return {
    kind: t('chapters.of', { index: chapter.index + 1, count: timeline.chapters.length }),
    title: words.chapters[chapter.chapter.id]?.title ?? '',
    length: timeInWords(t, end - start),
  };
}

export function themeCover({ data, timeline, words, t }: CoverSource, theme: string): CoverWords {
  const { stops, length } = routeOf(data, timeline, theme);
  return {
    kind: t('embed.theme'),
    title: words.themes[theme]?.label ?? theme,
    length: t('route.summary', {
      moments: t('theme.moments', { count: stops.length }),
      length: timeInWords(t, length),
    }),
  };
}

export function coverOf(source: CoverSource, { chapter, theme }: { chapter?: string; theme?: string }): CoverWords {
  const range = chapter === undefined ? undefined : source.timeline.chapterById(chapter);
  if (range) return chapterCover(source, range);
  return theme === undefined ? filmCover(source) : themeCover(source, theme);
}
