import type { Inline } from '../timeline/edition-data';
import type { TermFinder, TermPiece } from '../timeline/terms';

/**
 * The terms of a written text, each marked once, by the piece of text they stand in. Words of links stay whole, as a button in a link
 * would have two answers to one press; so do words of another language.
 */
export function termsInText(
  blocks: readonly (readonly Inline[])[],
  find: TermFinder,
): ReadonlyMap<Inline, readonly TermPiece[]> {
  const seen = new Set<string>();
  const found = new Map<Inline, readonly TermPiece[]>();
  const look = (part: Inline): void => {
    if (part.kind === 'text') found.set(part, find(part.text, seen));
    else if (part.kind === 'emphasis' || part.kind === 'strong') part.parts.forEach(look);
  };
  blocks.flat().forEach(look);
  return found;
}
