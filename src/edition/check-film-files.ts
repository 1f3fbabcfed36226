/** How quickly the files of a film begin and go to a moment: advice for whoever has encoded them. */
import { ownLayoutsOf } from './film-layouts';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';

/** Seconds. A browser decodes all that lies between the key frame before a moment and that moment. */
const MOST_BETWEEN_KEYS = 5;

export function checkFilmFiles({ value, at }: JsonFile<Film>, root: string): Problem[] {
  return ownLayoutsOf(value, root).flatMap(({ nth, file: name, layout: { fastStart, keyFrames = 0 } }) => {
    const place = at('film', 'sources', nth, 'file');
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const how = extension === 'webm' ? '-cues_to_front 1' : '-movflags +faststart';
    return [
      ...(fastStart ? [] : [problem('film-not-fast-start', place, { name, how, extension })]),
      ...(keyFrames > MOST_BETWEEN_KEYS
        ? [problem('film-key-frames', place, { name, seconds: Math.round(keyFrames) })]
        : []),
    ];
  });
}
