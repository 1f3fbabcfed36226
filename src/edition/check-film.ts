/** film.json on its own: ids that are there once, and people and perspectives that exist. */
import type { JsonFile, JsonPath } from './json-file';
import { problem, type Problem } from './problems';
import type { Film, Words } from './schema';

export function checkFilm(film: JsonFile<Film>, edition: string): Problem[] {
  const { value, at } = film;
  const problems: Problem[] = [];
  const people = new Set(value.people.map((person) => person.id));
  const perspectives: readonly string[] = value.perspectives;

  if (value.id !== edition) problems.push(problem('edition-id', at('id'), { id: value.id, folder: edition }));

  const once = (kind: string, ids: readonly string[], path: (index: number) => JsonPath) => {
    const lines = new Map<string, number>();
    ids.forEach((id, index) => {
      const here = at(...path(index));
      const first = lines.get(id);
      if (first === undefined) lines.set(id, here.line);
      else problems.push(problem('double-id', here, { kind, id, first }));
    });
  };
  const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);
  once('languages', value.languages, (index) => ['languages', index]);
  once('perspectives', perspectives, (index) => ['perspectives', index]);
  once('people', ids(value.people), (index) => ['people', index, 'id']);
  once('themes', value.themes, (index) => ['themes', index]);
  once('chapters', ids(value.chapters), (index) => ['chapters', index, 'id']);
  once('quotes', ids(value.quotes), (index) => ['quotes', index, 'id']);
  once('notes', ids(value.notes), (index) => ['notes', index, 'id']);
  once('terms', value.glossary, (index) => ['glossary', index]);

  value.people.forEach(({ perspective }, index) => {
    if (perspectives.includes(perspective)) return;
    const details = { perspective, perspectives: perspectives.join(', ') };
    problems.push(problem('unknown-perspective', at('people', index, 'perspective'), details));
  });
  const known = (person: string | undefined, ...path: JsonPath) => {
    if (person !== undefined && !people.has(person)) problems.push(problem('unknown-person', at(...path), { person }));
  };
  value.chapters.forEach(({ person }, index) => known(person, 'chapters', index, 'person'));
  value.quotes.forEach(({ person }, index) => known(person, 'quotes', index, 'person'));
  return problems;
}

/** A voice tag holds a name, so a name must mean one person. */
export function checkNames(film: JsonFile<Film>, words: readonly JsonFile<Words>[]): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  film.value.people.forEach(({ name }, index) => {
    if (names.has(name)) problems.push(problem('double-name', film.at('people', index, 'name'), { name }));
    names.add(name);
  });
  for (const { value, at } of words) {
    if (names.has(value.narrator)) problems.push(problem('double-name', at('narrator'), { name: value.narrator }));
  }
  return problems;
}
