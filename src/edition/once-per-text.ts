/**
 * Work that is done once for each text: a build reads an edition twice, and while it is written one file changes at a time, mostly one
 * cue of ten thousand. What is kept is dropped when the file has another text.
 */
import type { Problem } from './problems';
import type { TextFile } from './text-file';

/** Work on a whole file that tells problems as it goes. `detail` is all that it depends on besides the file. */
type FileWork<T> = (source: TextFile, problems: Problem[], detail: string) => T;

export function oncePerFile<T>(work: FileWork<T>): (source: TextFile, problems: Problem[], detail?: string) => T {
  interface Done {
    readonly text: string;
    readonly detail: string;
    readonly problems: readonly Problem[];
    readonly result: T;
  }
  const done = new Map<string, Done>();
  return (source, problems, detail = '') => {
    let kept = done.get(source.file);
    if (kept?.text !== source.text || kept.detail !== detail) {
      const found: Problem[] = [];
      kept = { text: source.text, detail, result: work(source, found, detail), problems: found };
      done.set(source.file, kept);
    }
    for (const one of kept.problems) problems.push(one);
    return kept.result;
  };
}

/** More than the cues of ten hours in two languages; beyond it all are forgotten, so that a long day of writing does not pile up. */
const MOST_PIECES = 30_000;

/** Work on the pieces of a text, such as its cues: of a file that changes, most pieces stay. */
export function oncePerPiece<T>(work: (piece: string) => T): (piece: string) => T {
  const done = new Map<string, T>();
  return (piece) => {
    const kept = done.get(piece);
    if (kept !== undefined) return kept;
    if (done.size >= MOST_PIECES) done.clear();
    const result = work(piece);
    done.set(piece, result);
    return result;
  };
}
