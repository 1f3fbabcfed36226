/** The film, the posters and the thumbnails that film.json names are there. */
import type { JsonFile, JsonPath } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';
import { isFile } from './text-file';

/** Every media file of the film, with where it is named. */
export function mediaOf({ film, chapters }: Film): { readonly name: string; readonly path: JsonPath }[] {
  return [
    ...film.sources.flatMap((source, nth) =>
      'file' in source ? [{ name: source.file, path: ['film', 'sources', nth, 'file'] }] : [],
    ),
    ...film.posters.map(({ file }, nth) => ({ name: file, path: ['film', 'posters', nth, 'file'] })),
    ...(film.sprite ? [{ name: film.sprite.file, path: ['film', 'sprite', 'file'] }] : []),
    ...chapters.flatMap(({ thumbnail }, nth) =>
      thumbnail === undefined ? [] : [{ name: thumbnail, path: ['chapters', nth, 'thumbnail'] }],
    ),
  ];
}

export function checkMedia(film: JsonFile<Film>, root: string): Problem[] {
  return mediaOf(film.value)
    .filter(({ name }) => !isFile(root, `public/${name}`))
    .map(({ name, path }) =>
      problem(name.endsWith('.m3u8') ? 'hls-not-made' : 'media-missing', film.at(...path), { name }),
    );
}
