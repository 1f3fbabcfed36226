/** Programmes to begin with, made from what any edition has. */
import type { EditionData } from '../timeline/edition-data';
import { routeOf } from '../timeline/route';
import type { ChapterRange, Timeline } from '../timeline/timeline';
import { agendaOf, MOST_ITEMS, MOST_TALK, plannedMinutes, wholeFilm, type ItemRef, type Programme } from './programme';

export interface Suggestion {
  readonly kind: 'whole' | 'three' | 'theme';
  readonly programme: Programme;
}

const THREE_MINUTES = 45;
const THEME_MINUTES = 30;

export function suggestionsOf(data: EditionData, timeline: Timeline): Suggestion[] {
  const suggestions: Suggestion[] = [];
  if (data.chapters.length > 0 && data.chapters.length <= MOST_ITEMS)
    suggestions.push({ kind: 'whole', programme: wholeFilm(data) });
  const three = threeChapters(data, timeline);
  if (three)
    suggestions.push({
      kind: 'three',
      programme: within(
        three.map(({ chapter }) => ({ kind: 'chapter', id: chapter.id })),
        THREE_MINUTES,
        data,
        timeline,
      ),
    });
  const theme = mostTold(data, timeline);
  if (theme !== undefined)
    suggestions.push({
      kind: 'theme',
      programme: within([{ kind: 'theme', id: theme }], THEME_MINUTES, data, timeline),
    });
  return suggestions;
}

/** The minutes that the film leaves, shared out evenly. */
function within(refs: readonly ItemRef[], wished: number, data: EditionData, timeline: Timeline): Programme {
  const items = refs.map((ref) => ({ ...ref, talk: 0 }));
  const { film } = plannedMinutes(agendaOf({ items }, data, timeline));
  const talk = Math.min(MOST_TALK, Math.max(1, Math.floor((wished - film) / items.length)));
  return { items: items.map((item) => ({ ...item, talk })), wished };
}

/** Of both sides of the table, far apart in the film, and without hard passages where the film has enough others. */
function threeChapters(data: EditionData, timeline: Timeline): readonly ChapterRange[] | undefined {
  const perspectives = new Map(data.people.map(({ id, perspective }) => [id, perspective]));
  /** The sides that are heard, a bit each: all threes of a hundred chapters are compared. */
  const sides = timeline.chapters.map(() => 0);
  for (const { start, person } of timeline.cues) {
    const chapter = timeline.chapterAt(start);
    const side = data.perspectives.indexOf(perspectives.get(person ?? '') ?? '');
    if (chapter && side >= 0) sides[chapter.index]! |= 1 << side;
  }
  const spoken = timeline.chapters.filter(({ index }) => sides[index] !== 0);
  const light = spoken.filter((range) => !timeline.notes.some(({ end }) => end > range.start && end <= range.end));
  const from = [light, spoken, timeline.chapters].find(({ length }) => length >= 3);
  if (!from) return undefined;

  let best: { three: readonly ChapterRange[]; worth: number } | undefined;
  for (const [first, one] of from.entries())
    for (const [second, two] of [...from.entries()].slice(first + 1))
      for (const three of from.slice(second + 1)) {
        const heard = sides[one.index]! | sides[two.index]! | sides[three.index]!;
        const apart = Math.min(two.index - one.index, three.index - two.index);
        const worth = (heard === 3 ? 2 : 1) * MOST_ITEMS + apart;
        if (!best || worth > best.worth) best = { three: [one, two, three], worth };
      }
  return best?.three;
}

function mostTold(data: EditionData, timeline: Timeline): string | undefined {
  const counted = data.themes.map(({ id }) => ({ id, count: routeOf(data, timeline, id).stops.length }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most === 0 ? undefined : counted.find(({ count }) => count === most)!.id;
}
