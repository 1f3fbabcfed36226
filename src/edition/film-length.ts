/** How long the film is, read from its file: a page tells it before anybody has fetched the film, and is not to take it back then. */
import { ownLayoutsOf } from './film-layouts';
import type { Film } from './schema';

/** Seconds; undefined where no file of the site tells it. */
export function filmLengthOf(film: Film, root: string): number | undefined {
  const length = ownLayoutsOf(film, root).find(({ layout }) => layout.length !== undefined)?.layout.length;
  return length === undefined ? undefined : Math.round(length * 1000) / 1000;
}
