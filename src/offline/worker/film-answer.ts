/** Answers for the film from its kept parts: browsers ask for pieces of it, and Safari takes nothing else. */
import { contentRange, sliceOf } from '../byte-range';
import { piecesOf, readPart } from '../film-parts';
import type { ListedFilm } from '../offline-list';

/** The parts of the film that plays, so that a browser which copies what it takes from a cache does so once and not at every seek. */
const inHand = new Map<string, Promise<Blob | undefined>>();
let filmInHand = '';

function takePart(site: URL, film: ListedFilm, part: number): Promise<Blob | undefined> {
  if (filmInHand !== film.hash) inHand.clear();
  filmInHand = film.hash;
  const key = `${site.pathname} ${part}`;
  const known = inHand.get(key);
  if (known) return known;
  const taken = readPart(site, film, part).then((kept) => kept?.blob());
  inHand.set(key, taken);
  return taken;
}

export const letGo = (): void => inHand.clear();

/** Undefined when something of it is not there. */
export async function filmAnswer(site: URL, film: ListedFilm, request: Request): Promise<Response | undefined> {
  const first = await readPart(site, film, 0);
  if (!first) return undefined;
  const headers = new Headers(first.headers);
  const ifRange = request.headers.get('if-range');
  // Who has a piece of another film gets the whole of this one (RFC 9110, 13.1.5).
  const isAnother = ifRange !== null && ifRange !== headers.get('etag');
  const slice = sliceOf(isAnother ? null : request.headers.get('range'), film.bytes);
  if (slice.kind !== 'whole') headers.set('Content-Range', contentRange(slice, film.bytes));
  if (slice.kind === 'none') {
    headers.set('Content-Length', '0');
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = slice.kind === 'part' ? slice : { start: 0, end: film.bytes };
  const pieces = await Promise.all(
    piecesOf(film, { start, end }).map(async (piece) =>
      (await takePart(site, film, piece.part))?.slice(piece.start, piece.end),
    ),
  );
  const body = new Blob(
    pieces.filter((piece) => piece !== undefined),
    { type: headers.get('content-type') ?? '' },
  );
  if (body.size !== end - start) return undefined;
  headers.set('Content-Length', String(body.size));
  return new Response(body, { status: slice.kind === 'part' ? 206 : 200, headers });
}
