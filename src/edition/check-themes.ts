/** The two perspectives on a theme are the heart of an edition: each theme needs a moment from both. */
import type { CueIndex } from './cue-index';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';

export function checkThemes(film: JsonFile<Film>, cues: CueIndex): Problem[] {
  const { themes, perspectives, people } = film.value;
  const sideOf = new Map(people.map((person) => [person.id, person.perspective]));
  const sidesOf = new Map(themes.map((theme) => [theme, new Set<string>()]));
  for (const { classes, person } of cues.cues) {
    const side = person === undefined ? undefined : sideOf.get(person);
    if (side !== undefined) for (const theme of classes) sidesOf.get(theme)?.add(side);
  }
  return themes.flatMap((theme, nth) =>
    [...new Set(perspectives)]
      .filter((perspective) => !sidesOf.get(theme)?.has(perspective))
      .map((perspective) => problem('theme-one-sided', film.at('themes', nth), { theme, perspective })),
  );
}
