/** The two perspectives on a theme are the heart of an edition: each theme needs a moment from both. */
import type { CueIndex } from './cue-index';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';

export function checkThemes(film: JsonFile<Film>, cues: CueIndex): Problem[] {
  const { themes, perspectives, people } = film.value;
  const sideOf = new Map(people.map((person) => [person.id, person.perspective]));
  return themes.flatMap((theme, nth) => {
    const sides = new Set(
      cues.cues.filter((cue) => cue.classes.includes(theme)).map((cue) => cue.person && sideOf.get(cue.person)),
    );
    return [...new Set(perspectives)]
      .filter((perspective) => !sides.has(perspective))
      .map((perspective) => problem('theme-one-sided', film.at('themes', nth), { theme, perspective }));
  });
}
