/** The film on the device: in parts of the same length but for the last, each under an address of its own, in one cache. */
import type { Slice } from './byte-range';
import { filmCache } from './kept';
import type { ListedFilm } from './offline-list';

export const partAddress = (site: URL, film: ListedFilm, part: number): URL =>
  new URL(`${film.address}?part=${part}`, site);

/** From `start` up to and not including `end`, in bytes of the film. */
export function partRange({ bytes, partBytes }: ListedFilm, part: number): { start: number; end: number } {
  const start = part * partBytes;
  return { start, end: Math.min(start + partBytes, bytes) };
}

export function partLength(film: ListedFilm, part: number): number {
  const { start, end } = partRange(film, part);
  return end - start;
}

/** Which parts a slice of the film lies in, and from where to where in each. */
export function piecesOf(
  film: ListedFilm,
  { start, end }: Pick<Extract<Slice, { kind: 'part' }>, 'start' | 'end'>,
): readonly { part: number; start: number; end: number }[] {
  const pieces = [];
  for (let part = Math.floor(start / film.partBytes); part * film.partBytes < end; part += 1) {
    const range = partRange(film, part);
    pieces.push({
      part,
      start: Math.max(start, range.start) - range.start,
      end: Math.min(end, range.end) - range.start,
    });
  }
  return pieces;
}

/** Undefined when it is not there, or not as long as it has to be. */
export async function readPart(site: URL, film: ListedFilm, part: number): Promise<Response | undefined> {
  const kept = await caches.match(partAddress(site, film, part), { cacheName: filmCache(site, film.hash) });
  return kept?.headers.get('content-length') === String(partLength(film, part)) ? kept : undefined;
}

/** With `thorough` every byte is looked at, not what is written on the parts. */
export async function missingParts(site: URL, film: ListedFilm, thorough = false): Promise<readonly number[]> {
  const missing: number[] = [];
  for (const [part, hash] of film.parts.entries()) {
    const kept = await readPart(site, film, part);
    if (!kept || (thorough && (await hashOf(await kept.arrayBuffer())) !== hash)) missing.push(part);
  }
  return missing;
}

/** The first 16 hexadecimal digits of its SHA-256. */
export async function hashOf(content: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
