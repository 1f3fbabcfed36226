/** A theme as its moments, on the two sides of the table. */
import type { Cue, EditionData } from './edition-data';
import type { Timeline } from './timeline';

export interface ThemeMoment {
  readonly cue: Cue;
  readonly person: string;
  readonly perspective: string;
}

/**
 * Every line about `theme` that somebody says, in order of time. What the narrator says counts for nobody's side: it is left out,
 * unless the line leads to a portrait; then it is about that person.
 */
export function themeMoments(data: EditionData, timeline: Timeline, theme: string): readonly ThemeMoment[] {
  const people = new Map(data.people.map((person) => [person.id, person]));
  return timeline.cues.flatMap((cue) => {
    if (!cue.themes.includes(theme)) return [];
    const person = people.get(cue.person ?? cue.paragraph?.person ?? '');
    return person ? [{ cue, person: person.id, perspective: person.perspective }] : [];
  });
}
