/** How long the film is, read from its file: a page tells it before anybody has fetched the film, and is not to take it back then. */
import { join } from 'node:path';
import { isHls } from '../timeline/film-source';
import { filmLayoutOf } from './film-layout';
import type { Film } from './schema';
import { isFile } from './text-file';

/** Seconds; undefined where no file of the site tells it. */
export function filmLengthOf({ film }: Film, root: string): number | undefined {
  for (const source of film.sources) {
    if (!('file' in source) || isHls(source) || !isFile(root, `public/${source.file}`)) continue;
    const length = filmLayoutOf(join(root, 'public', source.file))?.length;
    if (length !== undefined) return Math.round(length * 1000) / 1000;
  }
  return undefined;
}
