/** What the files of a film tell, of those that the site has itself and that say anything. */
import { join } from 'node:path';
import { isHls } from '../timeline/film-source';
import { filmLayoutOf, type FilmLayout } from './film-layout';
import type { Film } from './schema';
import { isFile } from './text-file';

interface OwnLayout {
  /** Which source it is. */
  readonly nth: number;
  readonly file: string;
  readonly layout: FilmLayout;
}

export function ownLayoutsOf({ film }: Film, root: string): readonly OwnLayout[] {
  return film.sources.flatMap((source, nth) => {
    if (!('file' in source) || isHls(source) || !isFile(root, `public/${source.file}`)) return [];
    const layout = filmLayoutOf(join(root, 'public', source.file));
    return layout ? [{ nth, file: source.file, layout }] : [];
  });
}
