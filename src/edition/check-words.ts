/**
 * The words of a language against film.json: a text for every id, and none for an id that is not there. And against those of the
 * default language: a workshop can be held in each.
 */
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

/** Texts that are missing as a whole are problems of their language already. */
export function checkHostWords(here: JsonFile<Words>, main: JsonFile<Words>, film: Film): Problem[] {
  const themes = [...new Set(film.themes)];
  const chapters = [...new Set(film.chapters.map(({ id }) => id))];
  return [
    ...themes.flatMap((id) => checkQuestions(here, main, 'themes', 'theme', id)),
    ...themes.flatMap((id) => checkHostNote(here, main, id)),
    ...chapters.flatMap((id) => checkQuestions(here, main, 'chapters', 'chapter', id)),
  ];
}

function checkQuestions(
  { value, at }: JsonFile<Words>,
  main: JsonFile<Words>,
  group: 'themes' | 'chapters',
  kind: string,
  id: string,
): Problem[] {
  const [words, mainWords] = [value[group][id], main.value[group][id]];
  if (!words || !mainWords) return [];
  const [here, there] = [words.questions?.length ?? 0, mainWords.questions?.length ?? 0];
  if (here === there) return [];
  return [problem('questions-differ', at(group, id, 'questions'), { kind, id, here, there, other: main.file })];
}

function checkHostNote({ file, value, at }: JsonFile<Words>, main: JsonFile<Words>, id: string): Problem[] {
  const [words, mainWords] = [value.themes[id], main.value.themes[id]];
  if (!words || !mainWords || (words.hostNote === undefined) === (mainWords.hostNote === undefined)) return [];
  const [only, other] = words.hostNote === undefined ? [main.file, file] : [file, main.file];
  return [problem('host-note-differs', at('themes', id, 'hostNote'), { id, only, other })];
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
