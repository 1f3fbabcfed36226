/**
 * The whole site with its film on this device, for a room without internet. Nothing is stored or registered before `keep`, and "kept" is
 * said only of what was looked at: every file there, as long as it has to be, and a worker to answer with it.
 */
import { createContext } from 'svelte';
import { registrationOf, takeControl } from './control';
import { gather, GatherError, missingOf, type Trouble } from './gather';
import { bytesOf, decodeOfflineList, LIST, neededOf, type ListedFile, type OfflineList } from './offline-list';
import { cacheNameOf, cacheNamesOf, completeReleases, type Release } from './releases';

export type RoomState =
  | { readonly kind: 'unknown' | 'none' | 'kept' | 'outdated' }
  | { readonly kind: 'unavailable'; readonly reason: 'insecure' | 'browser' | 'film' }
  /** `progress` runs from 0 to 1, of `total` bytes; 0 bytes until the server has said how many. */
  | { readonly kind: 'keeping'; readonly progress: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: Trouble | 'worker'; readonly address: string };

/** Browsers count more than the bytes of files, and other sites write too. */
const HEADROOM = 1.2;

export class ReadyForRoom {
  state = $state.raw<RoomState>({ kind: 'unknown' });
  /** What a press would fetch, in bytes; undefined until the server has said it. */
  cost = $state<number>();
  /** Anything of it is on this device, even a part; undefined until somebody has looked. */
  holdsAny = $state<boolean>();
  /** The browser has promised not to clear it by itself. */
  isPersisted = $state(false);
  /** A newer release has taken the place of the one that this page is of. */
  isRenewed = $state(false);
  readonly #root: string;
  #stop = new AbortController();
  #busy: Promise<void> | undefined;

  /** `root` is the path of the site's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  get #site(): URL {
    return new URL(this.#root, location.href);
  }

  /** Looks whether there is anything at all, and asks nobody else. */
  async lookHere(): Promise<void> {
    try {
      this.holdsAny =
        lacking() === undefined &&
        ((await cacheNamesOf(this.#site)).length > 0 || (await registrationOf(this.#site)) !== undefined);
    } catch {
      // A browser that refuses storage holds nothing.
      this.holdsAny = false;
    }
  }

  /** Looks what is on this device and, when there is a network, whether the server has something newer. */
  async look(thorough = false): Promise<void> {
    try {
      await this.#look(thorough);
    } catch {
      this.#be({ kind: 'unavailable', reason: 'browser' });
    }
  }

  async #look(thorough: boolean): Promise<void> {
    if (this.#busy) return;
    const reason = lacking();
    await this.lookHere();
    if (reason !== undefined) return this.#be({ kind: 'unavailable', reason });
    this.isPersisted = (await navigator.storage?.persisted?.()) ?? false;
    const release = await this.#wholeRelease(thorough);
    if (this.#busy) return;
    this.#be({ kind: release ? 'kept' : 'none' });
    if (!navigator.onLine) return;
    const list = await this.#fetchList().catch(() => undefined);
    const needed = list && neededOf(list, plays);
    if (this.#busy || !list) return;
    if (!needed) return release ? undefined : this.#be({ kind: 'unavailable', reason: 'film' });
    this.cost = bytesOf(await this.#toFetch(list, needed, release));
    if (!this.#busy && release && release.list.version !== list.version) this.#be({ kind: 'outdated' });
  }

  /** Brings the newest release onto this device; goes on with what is missing. */
  keep(): Promise<void> {
    this.#busy ??= this.#keep().finally(() => (this.#busy = undefined));
    return this.#busy;
  }

  async #keep(): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#be({ kind: 'keeping', progress: 0, total: 0 });
    // Not waited for: a browser may ask a question that nobody answers.
    void navigator.storage?.persist?.().then((isGiven) => (this.isPersisted = isGiven));
    try {
      await this.#bring(signal);
    } catch (reason) {
      if (!signal.aborted) return this.#fail(reason);
      this.#be({ kind: (await this.#wholeRelease()) ? 'outdated' : 'none' });
    } finally {
      await this.lookHere();
    }
  }

  async #bring(signal: AbortSignal): Promise<void> {
    const site = this.#site;
    const list = await this.#fetchList(signal);
    const needed = neededOf(list, plays);
    if (!needed) return this.#be({ kind: 'unavailable', reason: 'film' });
    const cacheName = cacheNameOf(site, list.version);
    const releases = await completeReleases(site);
    const older = releases.find((release) => release.cacheName !== cacheName);
    await this.#clear([cacheName, ...releases.map((release) => release.cacheName)]);

    const total = bytesOf(needed);
    this.cost = bytesOf(await missingOf(site, cacheName, needed));
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (this.cost * HEADROOM > quota - usage) throw new GatherError('space', '');
    await gather({
      site,
      cacheName,
      files: needed,
      older: older && { cacheName: older.cacheName, files: [...older.list.files, ...older.list.film] },
      signal,
      onBytes: (bytes) => this.#progress(bytes, total),
    });
    const [lost] = await missingOf(site, cacheName, needed, true);
    if (lost) throw new GatherError('broken', lost.address);

    await takeControl(site, signal).catch((reason: unknown) => {
      throw signal.aborted ? reason : new WorkerError(undefined, { cause: reason });
    });
    signal.throwIfAborted();
    // The list makes it complete; then the older goes, and the worker answers from the new one.
    await (await caches.open(cacheName)).put(new URL(LIST, site), Response.json(list));
    await this.#clear([cacheName]);
    if ((await this.#wholeRelease())?.list.version !== list.version) throw new GatherError('broken', LIST);
    this.cost = 0;
    this.isRenewed = older !== undefined;
    this.#be({ kind: 'kept' });
  }

  /** Ends the gathering; what has come in whole stays, for a next press. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes everything of the site off this device. */
  async forget(): Promise<void> {
    this.stop();
    await this.#busy;
    if (lacking() !== undefined) return;
    await this.#clear([]);
    await (await registrationOf(this.#site))?.unregister();
    this.isRenewed = false;
    this.cost = undefined;
    await this.look();
  }

  #be(state: RoomState): void {
    this.state = state;
  }

  /** By whole percents: a film comes in thousands of pieces. */
  #progress(bytes: number, total: number): void {
    const progress = Math.floor((bytes / total) * 100) / 100;
    const { state } = this;
    if (state.kind === 'keeping' && state.progress === progress && state.total === total) return;
    this.#be({ kind: 'keeping', progress, total });
  }

  #fail(reason: unknown): void {
    if (reason instanceof GatherError) {
      const { trouble, address } = reason;
      this.#be({ kind: 'failed', reason: trouble, address });
    } else this.#be({ kind: 'failed', reason: reason instanceof WorkerError ? 'worker' : 'network', address: '' });
  }

  async #fetchList(signal?: AbortSignal): Promise<OfflineList> {
    const response = await fetch(new URL(LIST, this.#site), { cache: 'no-store', ...(signal && { signal }) });
    const list = decodeOfflineList(await response.json().catch(() => undefined));
    if (!list) throw new GatherError('broken', LIST);
    return list;
  }

  /** The release on this device, if every file that this browser needs of it is there, and a worker that answers with it. */
  async #wholeRelease(thorough = false): Promise<Release | undefined> {
    const site = this.#site;
    const releases = await completeReleases(site);
    const release = releases.at(-1);
    // A switch that was cut short, as by closing the page, is finished.
    for (const { cacheName } of releases.slice(0, -1)) await caches.delete(cacheName);
    const needed = release && neededOf(release.list, plays);
    if (!needed || (await missingOf(site, release.cacheName, needed, thorough)).length > 0) return undefined;
    return (await registrationOf(site))?.active ? release : undefined;
  }

  async #toFetch(
    list: OfflineList,
    needed: readonly ListedFile[],
    older: Release | undefined,
  ): Promise<readonly ListedFile[]> {
    const missing = await missingOf(this.#site, cacheNameOf(this.#site, list.version), needed);
    const known = new Set(older && [...older.list.files, ...older.list.film].map(nameAndHash));
    return missing.filter((file) => !known.has(nameAndHash(file)));
  }

  async #clear(but: readonly string[]): Promise<void> {
    const names = await cacheNamesOf(this.#site);
    await Promise.all(names.filter((name) => !but.includes(name)).map((name) => caches.delete(name)));
  }
}

const nameAndHash = ({ address, hash }: ListedFile) => `${hash} ${address}`;

class WorkerError extends Error {}

/** Why this browser can't keep anything, here and now. */
function lacking(): 'insecure' | 'browser' | undefined {
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator && 'caches' in window ? undefined : 'browser';
}

const plays = (type: string) => document.createElement('video').canPlayType(type) !== '';

export const [getReadyForRoom, setReadyForRoom] = createContext<ReadyForRoom>();
