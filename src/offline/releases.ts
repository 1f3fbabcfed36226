/**
 * The releases of this site that lie on the device, a cache each. The list of a release is put into its cache last of all: a cache with
 * its list is complete. The worker answers from the first complete one only, so to take the older away is to switch, in one step.
 */
import { decodeOfflineList, LIST, type OfflineList } from './offline-list';

export interface Release {
  readonly cacheName: string;
  readonly list: OfflineList;
}

/** `site` is the address of the site's folder. Other sites may stand on the same host, in other folders. */
const prefixOf = (site: URL) => `dichterbij-offline:${site.pathname}:`;

export const cacheNameOf = (site: URL, version: string): string => prefixOf(site) + version;

/** Also of what was begun and not finished; in the order in which they were begun. */
export async function cacheNamesOf(site: URL): Promise<readonly string[]> {
  const prefix = prefixOf(site);
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** The cache that the worker answers from. */
export async function servingCache(site: URL): Promise<string | undefined> {
  for (const cacheName of await cacheNamesOf(site))
    if (await caches.match(new URL(LIST, site), { cacheName })) return cacheName;
  return undefined;
}

/** In the order in which they were begun. */
export async function completeReleases(site: URL): Promise<readonly Release[]> {
  const releases: Release[] = [];
  for (const cacheName of await cacheNamesOf(site)) {
    const kept = await caches.match(new URL(LIST, site), { cacheName });
    const list = decodeOfflineList(await kept?.json().catch(() => undefined));
    if (list) releases.push({ cacheName, list });
  }
  return releases;
}

/** A page is kept under the address of its folder, whatever is asked behind it. */
export function keptAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, '/');
}
