/** The words of a language against film.json: a text for every id, and none for an id that is not there. */
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film, Words } from './schema';

type Group = 'perspectives' | 'people' | 'themes' | 'chapters' | 'quotes' | 'notes' | 'glossary';

export function checkWords(words: JsonFile<Words>, film: Film): Problem[] {
  const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);
  const groups: readonly (readonly [group: Group, kind: string, ids: readonly string[]])[] = [
    ['perspectives', 'perspective', film.perspectives],
    ['people', 'person', ids(film.people)],
    ['themes', 'theme', film.themes],
    ['chapters', 'chapter', ids(film.chapters)],
    ['quotes', 'quote', ids(film.quotes)],
    ['notes', 'note', ids(film.notes)],
    ['glossary', 'term', film.glossary],
  ];
  return [...groups.flatMap(([group, kind, wanted]) => checkGroup(words, group, kind, wanted)), ...checkSlugs(words)];
}

function checkGroup({ value, at }: JsonFile<Words>, group: Group, kind: string, wanted: readonly string[]): Problem[] {
  const here = Object.keys(value[group]);
  return [
    ...[...new Set(wanted)]
      .filter((id) => !here.includes(id))
      .map((id) => problem('text-missing', at(group), { kind, id, group })),
    ...here.filter((id) => !wanted.includes(id)).map((id) => problem('text-unknown', at(group, id), { kind, id })),
  ];
}

function checkSlugs({ value, at }: JsonFile<Words>): Problem[] {
  const bySlug = new Map<string, string>();
  return Object.entries(value.themes).flatMap(([theme, { slug }]) => {
    const first = bySlug.get(slug);
    if (first !== undefined)
      return [problem('double-slug', at('themes', theme, 'slug'), { slug, first, second: theme })];
    bySlug.set(slug, theme);
    return [];
  });
}
