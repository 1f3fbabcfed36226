/** What a workshop host shows, in which order, and how long people talk after each part. Film times come from the timeline alone. */
import { chapterPicture } from '../timeline/chapter-picture';
import { wholeMilliseconds } from '../timeline/clock-time';
import type { EditionData } from '../timeline/edition-data';
import type { Range } from '../timeline/ranges';
import { routeOf } from '../timeline/route';
import type { ChapterRange, NoteRange, QuoteRange, Timeline } from '../timeline/timeline';

/** A chapter of the film, or all moments about a theme one after another. */
export interface ItemRef {
  readonly kind: 'chapter' | 'theme';
  readonly id: string;
}

export interface ProgrammeItem extends ItemRef {
  /** Minutes of talk that are planned after the film. */
  readonly talk: number;
}

export interface Programme {
  /** Each chapter and theme at most once. */
  readonly items: readonly ProgrammeItem[];
  /** Minutes that all of it together may take, where the host has said so. */
  readonly wished?: number;
}

/** Minutes of talk for what has just been chosen. */
export const USUAL_TALK = 8;
export const MOST_TALK = 120;
/** Minutes for the whole where none can be read. */
export const USUAL_WISHED = 45;
export const MOST_WISHED = 480;
/** More is no workshop, and no address. */
export const MOST_ITEMS = 40;

/** What tells the items of a programme apart: `sander`, `theme:luisteren`. */
export const itemKey = ({ kind, id }: ItemRef): string => (kind === 'theme' ? `theme:${id}` : id);

/** What an item is on the film's timeline. */
export interface AgendaItem {
  readonly item: ProgrammeItem;
  readonly key: string;
  /** Stretches of film to show one after another; the last may never end, then it ends with the film. */
  readonly ranges: readonly Range[];
  /** Seconds of film. */
  readonly length: number;
  readonly chapter?: ChapterRange;
  /** Quotes that are said in it. */
  readonly quotes: readonly QuoteRange[];
  /** Hard passages in it. */
  readonly notes: readonly NoteRange[];
}

/** What the edition does not have is left out; the reader of an address says so, see `programme-link`. */
export function agendaOf(programme: Programme, data: EditionData, timeline: Timeline): AgendaItem[] {
  return programme.items.flatMap((item): AgendaItem[] => {
    const chapter = item.kind === 'chapter' ? timeline.chapterById(item.id) : undefined;
    const ranges = chapter ? [chapterPicture(chapter, timeline)] : routeRanges(item, data, timeline);
    if (ranges.length === 0) return [];
    const within = ({ start }: Range) => ranges.some((range) => start >= range.start && start < range.end);
    return [
      {
        item,
        key: itemKey(item),
        ranges,
        length: wholeMilliseconds(
          ranges.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, timeline.end) - start), 0),
        ),
        ...(chapter && { chapter }),
        quotes: timeline.quotes.filter(within),
        notes: timeline.notes.filter((note) => {
          // A note begins in the pause before its first line, of which half may belong to the chapter before.
          const first = timeline.cueById(note.note.from)!.start;
          return ranges.some(({ start, end }) => first < end && note.end > start);
        }),
      },
    ];
  });
}

function routeRanges({ kind, id }: ItemRef, data: EditionData, timeline: Timeline): readonly Range[] {
  if (kind !== 'theme' || !data.themes.some((theme) => theme.id === id)) return [];
  return routeOf(data, timeline, id).stops.map(({ start, end }) => ({ start, end }));
}

/** Minutes of the whole, as it is planned. */
export function plannedMinutes(agenda: readonly AgendaItem[]): { film: number; talk: number; all: number } {
  const film = agenda.reduce((sum, { length }) => sum + length, 0) / 60;
  const talk = agenda.reduce((sum, { item }) => sum + item.talk, 0);
  return { film, talk, all: film + talk };
}

/** As people plan: a part of a minute counts, and what is less than a second is reckoning. */
export const wholeMinutes = (minutes: number): number => Math.ceil(Math.round(minutes * 60) / 60);

/** The chapters of the whole film, for who has chosen nothing yet. */
export function wholeFilm({ chapters }: Pick<EditionData, 'chapters'>): Programme {
  return { items: chapters.map(({ id }) => ({ kind: 'chapter', id, talk: USUAL_TALK })) };
}
