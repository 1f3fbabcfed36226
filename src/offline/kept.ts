/**
 * What of this site lies on the device. Three kinds of caches, all by the site's folder, as other sites may stand on the same host: the
 * pages (of a worker's release), the film (a cache each, by its hash), and a note of which release is kept for a room.
 */
import { isHash } from './offline-list';

/** A release and the film that belongs to it. */
interface Pair {
  readonly version: string;
  /** Its hash. */
  readonly film: string;
}

export interface Kept {
  /** All of it is here, and it stays as it is until somebody asks for another. */
  readonly now?: Pair | undefined;
  /** Its film is here, and its pages may come in and take over: somebody has pressed for it. */
  readonly next?: Pair | undefined;
}

/** `site` is the address of the site's folder. */
const prefixOf = (site: URL) => `dichterbij-offline:${site.pathname}:`;
export const pagesCache = (site: URL): string => `${prefixOf(site)}pages`;
export const filmCache = (site: URL, hash: string): string => `${prefixOf(site)}film:${hash}`;
const noteCache = (site: URL) => `${prefixOf(site)}kept`;
const noteAddress = (site: URL) => new URL('kept.json', site);

export async function cacheNamesOf(site: URL): Promise<readonly string[]> {
  const prefix = prefixOf(site);
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** Takes everything off this device, but for the caches named. */
export async function clearCaches(site: URL, but: readonly string[] = []): Promise<void> {
  const names = await cacheNamesOf(site);
  await Promise.all(names.filter((name) => !but.includes(name)).map((name) => caches.delete(name)));
}

export async function readKept(site: URL): Promise<Kept> {
  const note = await caches.match(noteAddress(site), { cacheName: noteCache(site) });
  return decodeKept(await note?.json().catch(() => undefined));
}

/** What does not fit is not kept: it is gathered anew. */
export function decodeKept(value: unknown): Kept {
  const { now, next } = (value ?? {}) as Record<keyof Kept, unknown>;
  return { now: decodePair(now), next: decodePair(next) };
}

export async function writeKept(site: URL, kept: Kept): Promise<void> {
  await (await caches.open(noteCache(site))).put(noteAddress(site), Response.json(kept));
}

function decodePair(value: unknown): Pair | undefined {
  const { version, film } = (value ?? {}) as Record<keyof Pair, unknown>;
  return isHash(version) && isHash(film) ? { version, film } : undefined;
}

/** A release that is kept for a room lets no other in that nobody has pressed for. */
export const letsIn = ({ now, next }: Kept, version: string): boolean =>
  !now || now.version === version || next?.version === version;

/** The worker of `version` answers from now on: if somebody has asked for it, what was kept before makes way. */
export async function settle(site: URL, version: string): Promise<void> {
  const { next } = await readKept(site);
  if (next?.version !== version) return;
  await writeKept(site, { now: next });
  await clearCaches(site, [pagesCache(site), noteCache(site), filmCache(site, next.film)]);
}

/** A page is kept under the address of its folder, whatever is asked behind it. */
export function keptAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, '/');
}
