/** What to do about a film that has failed: pure, from what the media says and what its host answers about each file. */
import type { MediaErrorKind, MediaFile } from './media-port';
import type { Verdict } from './media-probe';

export type TroubleKind =
  | Exclude<Verdict, 'there' | 'silent'>
  /** It comes, or might, and too slowly to be played. */
  | 'slow'
  /** What comes can't be played on: the file is damaged. */
  | 'broken'
  /** This browser plays none of the files. */
  | 'unsupported';

export interface Answer {
  readonly file: MediaFile;
  readonly verdict: Verdict;
}

export type Remedy =
  /** Fetch the next of its files, now. */
  | { readonly kind: 'next' }
  /** Fetch the film anew after a while; without words where it is only an accident of the line. */
  | { readonly kind: 'again'; readonly trouble?: TroubleKind }
  /** Nothing will change by itself. */
  | { readonly kind: 'none'; readonly trouble: TroubleKind };

/** Addresses of files about which something is known. Grows with each failure, until the film goes well. */
export interface KnownFiles {
  /** Of no use: gone, refused, damaged. */
  readonly lost: Set<string>;
  /** There, and not played all the same: once may be an accident, twice is not. */
  readonly doubted: Set<string>;
}

const PASSING: Partial<Record<Verdict, TroubleKind>> = {
  offline: 'offline',
  unreachable: 'unreachable',
  busy: 'busy',
  silent: 'slow',
};

export const passingTrouble = (verdict: Verdict): TroubleKind | undefined => PASSING[verdict];

/** @param answers about the files that may be to blame @param files all that this browser plays, the preferred first */
export function remedyFor(
  error: MediaErrorKind,
  answers: readonly Answer[],
  files: readonly MediaFile[],
  { lost, doubted }: KnownFiles,
): Remedy {
  // A service elsewhere has no files of ours, and tells no more than that it does not answer.
  if (files.length === 0 && error === 'network') return { kind: 'again', trouble: 'unreachable' };
  let passing: TroubleKind | undefined;
  let accident = false;
  let last: TroubleKind = error === 'decode' || error === 'unknown' ? 'broken' : 'unsupported';
  for (const { file, verdict } of answers) {
    const trouble = passingTrouble(verdict);
    if (trouble) passing ??= trouble;
    else if (verdict !== 'there') {
      lost.add(file.src);
      last = verdict as TroubleKind;
    } else if (error === 'network') accident = true;
    else if (error === 'unsupported' && !doubted.has(file.src)) {
      doubted.add(file.src);
      accident = true;
    } else lost.add(file.src);
  }
  // Another file of the same host would wait for the same.
  if (accident) return { kind: 'again' };
  if (passing) return { kind: 'again', trouble: passing };
  return files.some(({ src }) => !lost.has(src)) ? { kind: 'next' } : { kind: 'none', trouble: last };
}
