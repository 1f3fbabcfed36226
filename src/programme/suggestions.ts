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
  const sides = new Map(
    timeline.chapters.map((range) => {
      const cues = timeline.cues.filter(({ start }) => start >= range.start && start < range.end);
      return [range, new Set(cues.flatMap(({ person }) => perspectives.get(person ?? '') ?? []))] as const;
    }),
  );
  const spoken = timeline.chapters.filter((range) => sides.get(range)!.size > 0);
  const light = spoken.filter((range) => !timeline.notes.some(({ end }) => end > range.start && end <= range.end));
  const from = [light, spoken, timeline.chapters].find(({ length }) => length >= 3);
  if (!from) return undefined;

  let best: { three: readonly ChapterRange[]; worth: number } | undefined;
  for (const [first, one] of from.entries())
    for (const [second, two] of [...from.entries()].slice(first + 1))
      for (const three of from.slice(second + 1)) {
        const chosen = [one, two, three];
        const heard = new Set(chosen.flatMap((range) => [...sides.get(range)!])).size;
        const apart = Math.min(two.index - one.index, three.index - two.index);
        const worth = heard * MOST_ITEMS + apart;
        if (!best || worth > best.worth) best = { three: chosen, worth };
      }
  return best?.three;
}

function mostTold(data: EditionData, timeline: Timeline): string | undefined {
  const counted = data.themes.map(({ id }) => ({ id, count: routeOf(data, timeline, id).stops.length }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most === 0 ? undefined : counted.find(({ count }) => count === most)!.id;
}
