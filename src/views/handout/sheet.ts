/** What a handout says of one item of the programme: pure, a language at a time. */
import type { EditionData } from '../../timeline/edition-data';
import { routeFragment } from '../../timeline/route-link';
import type { QuoteRange } from '../../timeline/timeline';
import type { AgendaItem, ItemRef } from '../../programme/programme';

/** More quotes than this would push the questions off the page. */
const MOST_QUOTES = 4;

/** Where the item begins in the film: chapters by name, themes as their route. */
export function fragmentOf({ kind, id }: ItemRef, language: string, { themes }: Pick<EditionData, 'themes'>): string {
  if (kind === 'chapter') return `#${id}`;
  return routeFragment({ slug: themes.find((theme) => theme.id === id)?.slugs[language] ?? id });
}

/** The first few that are said in it; both sides of the table have their turn, as far as they speak. */
export function fewQuotes(
  { quotes }: Pick<AgendaItem, 'quotes'>,
  { people, perspectives }: Pick<EditionData, 'people' | 'perspectives'>,
): readonly QuoteRange[] {
  if (quotes.length <= MOST_QUOTES) return quotes;
  const sideOf = new Map(people.map(({ id, perspective }) => [id, perspective]));
  const bySide = perspectives.map((side) => quotes.filter(({ quote }) => sideOf.get(quote.person) === side));
  const inTurn = quotes.flatMap((_, place) => bySide.flatMap((own) => own[place] ?? []));
  return inTurn.slice(0, MOST_QUOTES).toSorted((one, other) => one.start - other.start);
}

export const elementId = ({ key }: Pick<AgendaItem, 'key'>): string => `item-${key.replace(':', '-')}`;
