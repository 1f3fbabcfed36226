/**
 * The service worker: answers from the release that was kept on this device, and leaves all else to the network. It keeps nothing by
 * itself; the page does that after a press (../gather.ts). The build makes one file of it, `worker.js` in the folder of the site.
 */
import { contentRange, sliceOf } from '../byte-range';
import { keptAddress, servingCache } from '../releases';

declare const self: ServiceWorkerGlobalScope;

const site = new URL(self.registration.scope);
/** The film that plays, so that a browser which copies what it takes from a cache does so once and not at every seek. */
let film: { readonly key: string; readonly blob: Blob } | undefined;

self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(site.href)) return;
  // The page fetches a newer release past every store of the browser, and so past this one.
  if (request.cache === 'no-store') return;
  event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const kept = await fromKept(request).catch(() => undefined);
  return kept ?? fetch(request);
}

async function fromKept(request: Request): Promise<Response | undefined> {
  const cacheName = await servingCache(site);
  if (cacheName === undefined) return undefined;
  const url = keptAddress(request.url);
  const kept = await caches.match(url, { cacheName });
  if (kept) return request.headers.has('range') ? part(request, kept, `${cacheName} ${url}`) : kept;
  // Addresses in a page are relative: a folder without its slash leads to the folder, as hosts do.
  const folder = request.mode === 'navigate' ? await caches.match(`${url}/`, { cacheName }) : undefined;
  return folder && Response.redirect(`${url}/${new URL(request.url).search}`, 302);
}

/** A part of a kept file, cut out without reading the rest. Browsers ask films in parts, and Safari takes nothing else. */
async function part(request: Request, kept: Response, key: string): Promise<Response> {
  const ifRange = request.headers.get('if-range');
  // Who has a part of another release gets the whole of this one (RFC 9110, 13.1.5).
  if (ifRange !== null && ifRange !== kept.headers.get('etag')) return kept;
  if (film?.key !== key) film = { key, blob: await kept.blob() };
  const { blob } = film;
  const slice = sliceOf(request.headers.get('range'), blob.size);
  const headers = new Headers(kept.headers);
  if (slice.kind === 'whole') return new Response(blob, { headers });
  headers.set('Content-Range', contentRange(slice, blob.size));
  headers.set('Content-Length', String(slice.kind === 'none' ? 0 : slice.end - slice.start));
  if (slice.kind === 'none') return new Response(null, { status: 416, headers });
  return new Response(blob.slice(slice.start, slice.end, blob.type), { status: 206, headers });
}
