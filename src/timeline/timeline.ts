/** What happens when: every time of the film, resolved once from its subtitle cues, and looked up by binary search. */
import type { Cue, DescriptionCue, EditionData, FilmChapter, FilmNote, FilmQuote } from './edition-data';
import { Moments, themeStretches } from './moments';
import { rangeAt, type Range } from './ranges';

export interface ChapterRange extends Range {
  readonly chapter: FilmChapter;
  /** From 0. */
  readonly index: number;
  /** End of the chapter's last line. `end` is where the next chapter begins: the pause between them still belongs to this one. */
  readonly lastLineEnd: number;
}

export interface QuoteRange extends Range {
  readonly quote: FilmQuote;
  readonly cue: Cue;
}

/** Begins in the pause before the hard passage, as soon as the line before it has ended: the film can wait before anything is said. */
export interface NoteRange extends Range {
  readonly note: FilmNote;
}

/** A stretch in which one theme is spoken of: neighbouring cues with only a breath between them are one stretch. */
export interface ThemeRange extends Range {
  readonly theme: string;
  readonly cues: readonly Cue[];
}

/** A stretch of the film in which nothing on the page changes. The same object for as long as it lasts. */
export interface Moment extends Range {
  /** The line that sounds. */
  readonly cue?: Cue;
  /** The line that sounds or sounded last: stays through a pause. */
  readonly latest?: Cue;
  /** The last line before `latest` that leads to another paragraph. */
  readonly before?: Cue;
  readonly chapter?: ChapterRange;
  readonly quote?: QuoteRange;
  readonly note?: NoteRange;
  readonly description?: DescriptionCue;
  readonly themes: readonly string[];
  /** True while the first line of a chapter sounds. */
  readonly chapterBegins: boolean;
}

export interface Timeline {
  /** End of the film, as its file tells it; of its last line where that is not known, or later. */
  readonly end: number;
  readonly cues: readonly Cue[];
  readonly chapters: readonly ChapterRange[];
  readonly quotes: readonly QuoteRange[];
  readonly notes: readonly NoteRange[];
  readonly descriptions: readonly DescriptionCue[];
  /** In order of time, all themes together. */
  readonly themes: readonly ThemeRange[];
  /** Each time at which a moment begins, in order. */
  readonly momentStarts: readonly number[];
  momentAt(time: number): Moment;
  cueAt(time: number): Cue | undefined;
  chapterAt(time: number): ChapterRange | undefined;
  cueById(id: string): Cue | undefined;
  chapterById(id: string): ChapterRange | undefined;
}

const timelines = new WeakMap<EditionData, Timeline>();

/** Nothing in it changes, so an edition has one: the build writes hundreds of pages with it. */
export function createTimeline(data: EditionData): Timeline {
  const timeline = timelines.get(data) ?? makeTimeline(data);
  timelines.set(data, timeline);
  return timeline;
}

function makeTimeline(data: EditionData): Timeline {
  const { cues, descriptions } = data;
  const byId = new Map(cues.map((cue) => [cue.id, cue]));
  // The edition's checks refuse a cue id that is not there, so a range always resolves.
  const startOf = (id: string) => byId.get(id)!.start;
  const endOf = (id: string) => byId.get(id)!.end;
  const end = Math.max(data.film.length ?? 0, cues.at(-1)?.end ?? 0);

  const chapters = data.chapters.map((chapter, index): ChapterRange => {
    const next = data.chapters[index + 1];
    const range = { start: startOf(chapter.from), end: next ? startOf(next.from) : Infinity };
    return { chapter, index, ...range, lastLineEnd: endOf(chapter.to) };
  });
  const inOrder = <T extends Range>(items: T[]) => items.sort((a, b) => a.start - b.start);
  const quotes = inOrder(
    data.quotes.map((quote) => ({
      quote,
      cue: byId.get(quote.from)!,
      start: startOf(quote.from),
      end: endOf(quote.to),
    })),
  );
  const pauseBefore = (id: string) => cues[cues.findIndex((cue) => cue.id === id) - 1]?.end ?? 0;
  const notes = inOrder(data.notes.map((note) => ({ note, start: pauseBefore(note.from), end: endOf(note.to) })));
  const themes = inOrder(
    themeStretches(
      data.themes.map(({ id }) => id),
      cues,
    ),
  );
  const moments = new Moments({ cues, chapters, quotes, notes, descriptions, themes });

  return {
    end,
    cues,
    chapters,
    quotes,
    notes,
    descriptions,
    themes,
    momentStarts: moments.starts,
    momentAt: (time) => moments.at(time),
    cueAt: (time) => rangeAt(cues, time),
    chapterAt: (time) => rangeAt(chapters, time),
    cueById: (id) => byId.get(id),
    chapterById: (id) => chapters.find(({ chapter }) => chapter.id === id),
  };
}
