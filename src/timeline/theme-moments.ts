/** A theme as its moments, on the two sides of the table. */
import type { Cue, EditionData } from './edition-data';
import type { Timeline } from './timeline';

export interface ThemeMoment {
  readonly cue: Cue;
  readonly person: string;
  readonly perspective: string;
}

type MomentsByTheme = ReadonlyMap<string, readonly ThemeMoment[]>;

const indexes = new WeakMap<Timeline, MomentsByTheme>();

/**
 * Every line about `theme` that somebody says, in order of time. What the narrator says counts for nobody's side: it is left out,
 * unless the line leads to a portrait; then it is about that person.
 */
export function themeMoments(data: EditionData, timeline: Timeline, theme: string): readonly ThemeMoment[] {
  // Asked for with every line of a film that may have ten thousand of them.
  const index = indexes.get(timeline) ?? indexByTheme(data, timeline);
  indexes.set(timeline, index);
  return index.get(theme) ?? [];
}

function indexByTheme({ people }: EditionData, { cues }: Timeline): MomentsByTheme {
  const perspectives = new Map(people.map(({ id, perspective }) => [id, perspective]));
  const index = new Map<string, ThemeMoment[]>();
  for (const cue of cues) {
    const person = cue.person ?? cue.paragraph?.person;
    const perspective = perspectives.get(person ?? '');
    if (person === undefined || perspective === undefined) continue;
    for (const theme of cue.themes) {
      const moments = index.get(theme) ?? [];
      moments.push({ cue, person, perspective });
      index.set(theme, moments);
    }
  }
  return index;
}
