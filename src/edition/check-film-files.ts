/** How quickly the files of a film begin and go to a moment: advice for whoever has encoded them. */
import { join } from 'node:path';
import { isHls } from '../timeline/film-source';
import { filmLayoutOf } from './film-layout';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';
import { isFile } from './text-file';

/** Seconds. A browser decodes all that lies between the key frame before a moment and that moment. */
const MOST_BETWEEN_KEYS = 5;

export function checkFilmFiles({ value, at }: JsonFile<Film>, root: string): Problem[] {
  return value.film.sources.flatMap((source, nth) => {
    if (!('file' in source) || isHls(source) || !isFile(root, `public/${source.file}`)) return [];
    const layout = filmLayoutOf(join(root, 'public', source.file));
    if (!layout) return [];
    const place = at('film', 'sources', nth, 'file');
    const name = source.file;
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const how = extension === 'webm' ? '-cues_to_front 1' : '-movflags +faststart';
    const { fastStart, keyFrames = 0 } = layout;
    return [
      ...(fastStart ? [] : [problem('film-not-fast-start', place, { name, how, extension })]),
      ...(keyFrames > MOST_BETWEEN_KEYS
        ? [problem('film-key-frames', place, { name, seconds: Math.round(keyFrames) })]
        : []),
    ];
  });
}
