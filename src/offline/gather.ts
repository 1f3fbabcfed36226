/** Brings a release onto the device, file by file, and looks whether it is there. Nothing counts that is not whole. */
import { bytesOf, type ListedFile } from './offline-list';

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
  /** Of the release that is gathered; what it has already is not fetched again. */
  readonly cacheName: string;
  readonly files: readonly ListedFile[];
  /** An older release: what is the same in it is copied, as the film often is. */
  readonly older?: { readonly cacheName: string; readonly files: readonly ListedFile[] } | undefined;
  readonly signal: AbortSignal;
  /** Called with how many bytes are there, again and again. */
  readonly onBytes: (bytes: number) => void;
}

/** Enough for hosts far away, and few enough for a slow line. */
const AT_ONCE = 4;

export async function gather({ site, cacheName, files, older, signal, onBytes }: Gathering): Promise<void> {
  const missing = await missingOf(site, cacheName, files);
  const cache = await caches.open(cacheName);
  let present = bytesOf(files) - bytesOf(missing);
  onBytes(present);
  const came = (bytes: number) => onBytes((present += bytes));

  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const waiting = missing.values();
  const lane = async () => {
    for (const file of waiting) {
      both.throwIfAborted();
      const copied = await copyOf(site, older, file);
      if (copied) {
        await put(cache, site, file, copied);
        came(file.bytes);
      } else await bring(cache, site, file, both, came);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    // The first that fails ends the others.
    stop.abort();
  }
}

/** What is not there, or is not as long as it has to be. With `thorough` the files are measured, not what is written on them. */
export async function missingOf(
  site: URL,
  cacheName: string,
  files: readonly ListedFile[],
  thorough = false,
): Promise<readonly ListedFile[]> {
  if (!(await caches.has(cacheName))) return files;
  const cache = await caches.open(cacheName);
  const missing: ListedFile[] = [];
  for (const file of files) {
    const kept = await cache.match(new URL(file.address, site));
    const bytes = thorough ? (await kept?.blob())?.size : Number(kept?.headers.get('content-length') ?? Number.NaN);
    if (bytes !== file.bytes) missing.push(file);
  }
  return missing;
}

async function copyOf(site: URL, older: Gathering['older'], { address, hash, bytes }: ListedFile) {
  if (!older?.files.some((file) => file.address === address && file.hash === hash)) return undefined;
  const kept = await caches.match(new URL(address, site), { cacheName: older.cacheName });
  return kept?.headers.get('content-length') === String(bytes) ? kept : undefined;
}

/** Large files are stored while they come in; small ones are read first, and must be what the list says to the letter. */
const LARGE = 2_000_000;

async function bring(cache: Cache, site: URL, file: ListedFile, signal: AbortSignal, came: (bytes: number) => void) {
  const response = await fetch(new URL(file.address, site), { cache: 'no-store', signal }).catch((reason: unknown) => {
    throw signal.aborted ? reason : new GatherError('network', file.address, reason);
  });
  if (response.status !== 200 || !response.body) throw new GatherError('broken', file.address);
  const headers = keptHeaders(response.headers, file);
  if (file.bytes > LARGE) {
    const counter = new ByteCounter(file, came);
    await put(cache, site, file, new Response(response.body.pipeThrough(counter), { headers }), () => {
      if (counter.isRefused) return new GatherError('broken', file.address);
      return signal.aborted ? (signal.reason as Error) : undefined;
    });
    return;
  }
  const content = await response.arrayBuffer().catch((reason: unknown) => {
    throw signal.aborted ? reason : new GatherError('network', file.address, reason);
  });
  if (content.byteLength !== file.bytes || (await hashOf(content)) !== file.hash)
    throw new GatherError('broken', file.address);
  await put(cache, site, file, new Response(content, { headers }));
  came(file.bytes);
}

/** `why` is asked when it fails: browsers do not hand on what broke a stream. */
async function put(cache: Cache, site: URL, file: ListedFile, response: Response, why?: () => Error | undefined) {
  await cache.put(new URL(file.address, site), response).catch((reason: unknown) => {
    const isFull = reason instanceof DOMException && reason.name === 'QuotaExceededError';
    throw why?.() ?? new GatherError(isFull ? 'space' : 'network', file.address, reason);
  });
}

/** Counts what passes, and breaks what is too short or too long: a cache refuses a broken stream. */
class ByteCounter extends TransformStream<Uint8Array, Uint8Array> {
  isRefused = false;

  constructor(file: ListedFile, came: (bytes: number) => void) {
    let passed = 0;
    const refuse = (controller: TransformStreamDefaultController) => {
      this.isRefused = true;
      controller.error(new Error('Not as long as listed.'));
    };
    super({
      transform: (chunk, controller) => {
        passed += chunk.byteLength;
        if (passed > file.bytes) return refuse(controller);
        came(chunk.byteLength);
        controller.enqueue(chunk);
      },
      flush: (controller) => {
        if (passed < file.bytes) refuse(controller);
      },
    });
  }
}

/** What is said of the way a file came; the rest stays, as the host's policies hold for a kept page too. */
const OF_THE_WAY = ['content-encoding', 'transfer-encoding', 'content-range', 'vary', 'last-modified', 'age', 'date'];

function keptHeaders(received: Headers, { bytes, hash }: ListedFile): Headers {
  const headers = new Headers(received);
  for (const name of OF_THE_WAY) headers.delete(name);
  headers.set('Content-Length', String(bytes));
  headers.set('ETag', `"${hash}"`);
  headers.set('Accept-Ranges', 'bytes');
  return headers;
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
