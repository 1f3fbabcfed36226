import type { Words } from './edition-data';

type HelpLine = Words['notes'][string]['help'][number];

/** Every help line of the edition, once. */
export function helpLinesOf({ notes }: Pick<Words, 'notes'>): readonly HelpLine[] {
  const lines = Object.values(notes).flatMap(({ help }) => help);
  return [...new Map(lines.map((line) => [line.name, line])).values()];
}
