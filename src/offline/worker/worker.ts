/**
 * The service worker of one release: brings its pages onto the device when it is installed, and answers with them where the network can't.
 * While a release is kept for a room everything comes from the device; otherwise what is on the network is newer, and only files that carry
 * their content in their name are taken from here. The build makes one file of it, `worker.js` in the folder of the site.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { keptAddress, letsIn, pagesCache, readKept, settle, type Kept } from '../kept';
import type { Release, Report } from '../offline-list';
import { filmAnswer, letGo } from './film-answer';
import type { Order, Told } from './orders';

/** The build writes the release into the first line. */
declare const self: ServiceWorkerGlobalScope & { readonly RELEASE: Release };

/** Milliseconds that a page from the network is waited for while there is one on the device. */
const PATIENCE = 4000;
const NAMED_BY_CONTENT = /^assets\//;

const site = new URL(self.registration.scope);
const { version, files, film } = self.RELEASE;
const urlOf = (address: string) => new URL(address, site).href;

let lastTried = '';
const pages = new PrecacheController({
  cacheName: pagesCache(site),
  plugins: [
    {
      requestWillFetch: ({ request }) => {
        lastTried = request.url;
        return Promise.resolve(request);
      },
    },
  ],
});
pages.addToCacheList(
  files.map(({ address, integrity }) => ({
    url: urlOf(address),
    revision: NAMED_BY_CONTENT.test(address) ? null : integrity,
    integrity,
  })),
);

/** Undefined until somebody has looked. */
let kept: Kept | undefined;
async function look(): Promise<Kept> {
  letGo();
  kept = await readKept(site).catch(() => ({}));
  return kept;
}
const looked = look();
const isKeptForRoom = () => kept?.now?.version === version;

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => event.waitUntil(activate(event)));

async function install(event: ExtendableEvent): Promise<void> {
  // Pages and film belong together: nobody has asked for these pages.
  if (!letsIn(await look(), version)) throw new Error('Another release is kept on this device.');
  try {
    await pages.install(event);
  } catch (reason) {
    await tellWhy(reason);
    throw reason;
  }
}

/** A browser tells pages that a worker did not come in, and not why. */
async function tellWhy(reason: unknown): Promise<void> {
  const isFull = reason instanceof DOMException && reason.name === 'QuotaExceededError';
  const isReached = isFull || (await fetch(lastTried, { cache: 'no-store' }).catch(() => undefined)) !== undefined;
  const told: Told = {
    trouble: isFull ? 'space' : isReached ? 'broken' : 'network',
    address: lastTried.slice(site.href.length),
  };
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(told);
}

async function activate(event: ExtendableEvent): Promise<void> {
  await pages.activate(event);
  await settle(site, version);
  await look();
}

self.addEventListener('message', (event) => {
  const order = event.data as Order;
  if (order === 'let-in') event.waitUntil(self.skipWaiting());
  else if (order === 'claim') event.waitUntil(self.clients.claim());
  else if (order === 'look') event.waitUntil(look());
  else event.waitUntil(report(order === 'mend').then((told) => event.ports[0]?.postMessage(told)));
});

/** Measures every file. With `mend` what is not right is fetched again. */
async function report(mend: boolean): Promise<Report> {
  const missing: string[] = [];
  for (const { address, bytes, integrity } of files) {
    const isThere = async () => (await (await fromPages(urlOf(address)))?.blob())?.size === bytes;
    if (await isThere()) continue;
    if (mend) await bring(urlOf(address), integrity).catch(() => {});
    if (!mend || !(await isThere())) missing.push(address);
  }
  return { version, film, missing };
}

async function bring(url: string, integrity: string): Promise<void> {
  const response = await fetch(url, { cache: 'reload', integrity });
  if (response.status === 200)
    await (await caches.open(pagesCache(site))).put(pages.getCacheKeyForURL(url) ?? url, response);
}

/** Looking makes nothing: after "forget everything" there is no cache, and none comes back. */
async function fromPages(url: string): Promise<Response | undefined> {
  const key = pages.getCacheKeyForURL(url);
  return key === undefined ? undefined : caches.match(key, { cacheName: pagesCache(site) });
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(site.href)) return;
  // What is fetched past every store of the browser goes past this one.
  if (request.cache === 'no-store') return;
  const url = keptAddress(request.url);
  const listed = film.find(({ address }) => urlOf(address) === url);
  if (listed) {
    // A film that is not kept goes its own way, as if there were no worker.
    if (kept && kept.now?.film !== listed.hash) return;
    event.respondWith(looked.then(() => ofFilm(request, listed)));
  } else if (pages.getCacheKeyForURL(url) !== undefined) {
    event.respondWith(looked.then(() => ofPage(request, url)));
  } else if (request.mode === 'navigate' && pages.getCacheKeyForURL(`${url}/`) !== undefined) {
    // Addresses in a page are relative: a folder without its slash leads to the folder, as hosts do.
    event.respondWith(Promise.resolve(Response.redirect(`${url}/${new URL(request.url).search}`, 302)));
  }
});

async function ofFilm(request: Request, listed: Release['film'][number]): Promise<Response> {
  if (kept?.now?.film !== listed.hash) return fetch(request);
  return (await filmAnswer(site, listed, request).catch(() => undefined)) ?? fetch(request);
}

async function ofPage(request: Request, url: string): Promise<Response> {
  const own = () => fromPages(url).catch(() => undefined);
  if (isKeptForRoom() || NAMED_BY_CONTENT.test(url.slice(site.href.length))) return (await own()) ?? fetch(request);
  const network = fetch(request);
  const isLate = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([network.catch(() => undefined), isLate]);
  // A host that is out of order says so with 500 and above.
  return answer && answer.status < 500 ? answer : ((await own()) ?? network);
}
