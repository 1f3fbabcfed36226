/**
 * Asks a film's host what is the matter. A media element only tells that its file can't be had; so one byte of the file is asked for, past
 * every store of the browser, and the answer says the rest.
 */
export type Verdict =
  | 'there'
  /** 404 and the like: asking again is no use. */
  | 'gone'
  /** The host lets nobody have it, or not this viewer. */
  | 'refused'
  /** The host is there and can't just now. */
  | 'busy'
  /** Something else came in its place, such as the log-in page of a network. */
  | 'elsewhere'
  /** Nobody answers. */
  | 'unreachable'
  /** The device itself has no network. */
  | 'offline'
  /** The connection stands, and nothing comes. */
  | 'silent';

/** Milliseconds for an answer to begin. With the two seconds before somebody asks, people are told within five. */
const LIMIT = 2500;

const GONE = [404, 410, 416];
const REFUSED = [401, 402, 403, 407, 451];
const BUSY = [408, 425, 429];
/** What hosts call a film: some know no types, and a list of pieces is a film too. */
const FILM = /^(video|audio)\/|octet-stream|mpegurl/i;

/** @param type the `Content-Type`, or null where the host names none */
export function verdictOf(status: number, type: string | null): Verdict {
  if (status >= 500 || BUSY.includes(status)) return 'busy';
  if (REFUSED.includes(status)) return 'refused';
  if (GONE.includes(status)) return 'gone';
  if (status !== 200 && status !== 206) return 'gone';
  return type === null || FILM.test(type) ? 'there' : 'elsewhere';
}

/** Rejects only when `signal` says that nobody wants to know any more. */
export async function probe(address: string, signal: AbortSignal): Promise<Verdict> {
  const limit = AbortSignal.timeout(LIMIT);
  const answered = new AbortController();
  try {
    const { status, headers } = await fetch(address, {
      // From a frame without an origin, some browsers would ask the host for leave first, and few hosts of files answer that.
      ...(self.origin !== 'null' && { headers: { Range: 'bytes=0-0' } }),
      cache: 'no-store',
      signal: AbortSignal.any([signal, limit, answered.signal]),
    });
    return verdictOf(status, headers.get('content-type'));
  } catch {
    signal.throwIfAborted();
    if (limit.aborted) return 'silent';
    return navigator.onLine ? 'unreachable' : 'offline';
  } finally {
    // A host that knows no ranges would go on to send the whole film.
    answered.abort();
  }
}
