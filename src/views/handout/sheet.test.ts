import { describe, expect, test } from 'vitest';
import { edition, languages, timeline } from '../../../tests/support/shipped-edition';
import { agendaOf } from '../../programme/programme';
import { elementId, fewQuotes, fragmentOf } from './sheet';

const { data } = edition;
const theme = data.themes[0]!;
const chapter = data.chapters[1]!;

test('an item is addressed in the language of its reader', () => {
  for (const language of languages) {
    expect(fragmentOf({ kind: 'chapter', id: chapter.id }, language, data)).toBe(`#${chapter.id}`);
    const slug = encodeURIComponent(theme.slugs[language]!);
    expect(fragmentOf({ kind: 'theme', id: theme.id }, language, data)).toBe(`#route=${slug}`);
  }
});

describe('quotes on the sheet', () => {
  const person = (side: string) => data.people.find(({ perspective }) => perspective === side)!.id;
  const [first, second] = data.perspectives.map(person) as [string, string];
  const said = (...people: string[]) => ({
    quotes: people.map((who, start) => ({ ...timeline.quotes[0]!, quote: { ...data.quotes[0]!, person: who }, start })),
  });
  const starts = (...people: string[]) => fewQuotes(said(...people), data).map(({ start }) => start);

  test('a few are all there', () => expect(starts(first, first, first)).toEqual([0, 1, 2]));
  test('of many both sides have theirs, in the order of the film', () =>
    expect(starts(first, first, first, first, second, second, second)).toEqual([0, 1, 4, 5]));
  test('one side alone fills the room', () => expect(starts(first, first, first, first, first)).toEqual([0, 1, 2, 3]));
});

test('each item has a name of its own in the page', () => {
  const programme = {
    items: [
      { kind: 'chapter' as const, id: chapter.id, talk: 8 },
      { kind: 'theme' as const, id: theme.id, talk: 8 },
    ],
  };
  expect(agendaOf(programme, data, timeline).map(elementId)).toEqual([`item-${chapter.id}`, `item-theme-${theme.id}`]);
});
