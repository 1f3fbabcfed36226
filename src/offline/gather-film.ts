/**
 * Brings the film onto the device, part by part. What has come in whole stays, whatever happens then; what is not what the list says to
 * the letter is never stored.
 */
import { hashOf, missingParts, partAddress, partLength, partRange } from './film-parts';
import { filmCache } from './kept';
import type { ListedFilm } from './offline-list';

export type Trouble = 'network' | 'space' | 'broken';

/** What went wrong, and with which file. */
export class GatherError extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly address: string,
    cause?: unknown,
  ) {
    super(`${address}: ${trouble}`, { cause });
  }
}

export interface Gathering {
  readonly site: URL;
  readonly film: ListedFilm;
  readonly signal: AbortSignal;
  /** Called with how many bytes are there, again and again. */
  readonly onBytes: (bytes: number) => void;
}

export async function gatherFilm(gathering: Gathering): Promise<void> {
  const { site, film, signal } = gathering;
  const missing = await missingParts(site, film);
  if (missing.length === 0) return gathering.onBytes(film.bytes);
  const store = new PartStore(gathering, await caches.open(filmCache(site, film.hash)), missing);
  for (const part of missing) {
    if (!store.lacks(part)) continue;
    signal.throwIfAborted();
    const { start, end } = partRange(film, part);
    const headers = { Range: `bytes=${start}-${end - 1}` };
    const response = await fetch(new URL(film.address, site), { headers, cache: 'no-store', signal }).catch(
      store.networkTrouble,
    );
    const isPart =
      response.status === 206 && response.headers.get('content-range') === `bytes ${start}-${end - 1}/${film.bytes}`;
    // A server that knows no ranges sends all of it, from the beginning.
    if (isPart) await store.receive(response, part, part + 1);
    else if (response.status === 200) await store.receive(response, 0, film.parts.length);
    else throw new GatherError('broken', film.address);
  }
}

class PartStore {
  readonly #gathering: Gathering;
  readonly #cache: Cache;
  readonly #missing: Set<number>;
  #present: number;

  constructor(gathering: Gathering, cache: Cache, missing: readonly number[]) {
    const { film, onBytes } = gathering;
    this.#gathering = gathering;
    this.#cache = cache;
    this.#missing = new Set(missing);
    this.#present = missing.reduce((sum, part) => sum - partLength(film, part), film.bytes);
    onBytes(this.#present);
  }

  lacks(part: number): boolean {
    return this.#missing.has(part);
  }

  networkTrouble = (reason: unknown): never => {
    const { signal, film } = this.#gathering;
    throw signal.aborted ? reason : new GatherError('network', film.address, reason);
  };

  /** Reads an answer that begins with the part `from` and has to end before the part `to`. */
  async receive(response: Response, from: number, to: number): Promise<void> {
    const { film, onBytes } = this.#gathering;
    const headers = keptHeaders(response.headers, film);
    const reader = response.body?.getReader();
    let part = from;
    let filled = 0;
    let content = new Uint8Array(partLength(film, part));
    for (;;) {
      const { done, value: chunk } = (await reader?.read().catch(this.networkTrouble)) ?? { done: true };
      if (done) break;
      for (let used = 0; used < chunk.length;) {
        if (part === to) throw new GatherError('broken', film.address);
        const piece = chunk.subarray(used, used + content.length - filled);
        content.set(piece, filled);
        used += piece.length;
        filled += piece.length;
        if (this.lacks(part)) onBytes((this.#present += piece.length));
        if (filled < content.length) continue;
        if (this.lacks(part)) await this.#keep(part, content, headers);
        part += 1;
        filled = 0;
        content = new Uint8Array(part < to ? partLength(film, part) : 0);
      }
    }
    if (part < to) throw new GatherError('broken', film.address);
  }

  async #keep(part: number, content: Uint8Array<ArrayBuffer>, headers: Headers): Promise<void> {
    const { site, film } = this.#gathering;
    if ((await hashOf(content)) !== film.parts[part]) throw new GatherError('broken', film.address);
    headers.set('Content-Length', String(content.length));
    await this.#cache
      .put(partAddress(site, film, part), new Response(content, { headers }))
      .catch((reason: unknown) => {
        const isFull = reason instanceof DOMException && reason.name === 'QuotaExceededError';
        throw new GatherError(isFull ? 'space' : 'network', film.address, reason);
      });
    this.#missing.delete(part);
  }
}

/** What is said of the way a file came; the rest stays, as the host's policies hold for a kept film too. */
const OF_THE_WAY = ['content-encoding', 'transfer-encoding', 'content-range', 'vary', 'last-modified', 'age', 'date'];

function keptHeaders(received: Headers, { hash }: ListedFilm): Headers {
  const headers = new Headers(received);
  for (const name of OF_THE_WAY) headers.delete(name);
  headers.set('ETag', `"${hash}"`);
  headers.set('Accept-Ranges', 'bytes');
  return headers;
}
