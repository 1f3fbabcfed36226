/**
 * The whole site with its film on this device, for a room without internet. Nothing of the film is stored before `keep`, and "kept" is said
 * only of what was looked at: every file there, as long as it has to be, and a worker of the same release to answer with it.
 */
import { createContext } from 'svelte';
import { ask, bringRelease, letIn, order, register, registrationOf } from './control';
import { missingParts, partLength } from './film-parts';
import { gatherFilm, GatherError, type Trouble } from './gather-film';
import { cacheNamesOf, clearCaches, filmCache, readKept, settle, writeKept } from './kept';
import { decodeOfflineList, LIST, WORKER, type ListedFilm, type OfflineList, type Report } from './offline-list';

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
  /** Somebody has begun to fetch the film before. */
  holdsFilm = $state(false);
  /** The browser has promised not to clear it by itself. */
  isPersisted = $state(false);
  /** A newer release is here as well, whole, and waits for a press. */
  isRenewed = $state(false);
  /** Somebody has pressed something of the site: its pages may be kept for a next visit. */
  isWanted = $state(false);
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
      const names = lacking() === undefined ? await cacheNamesOf(this.#site) : [];
      const isFilm = (name: string) => name.startsWith(filmCache(this.#site, ''));
      this.holdsFilm = names.some(isFilm);
      this.holdsAny = names.length > 0 || (lacking() === undefined && (await registrationOf(this.#site)) !== undefined);
    } catch {
      // A browser that refuses storage holds nothing.
      this.holdsFilm = this.holdsAny = false;
    }
  }

  /** Keeps the pages, without the film, for a next visit: without a word, and where it can't be, not. */
  async keepPages(): Promise<void> {
    // Another tab may forget everything: then only a new press brings it back.
    this.isWanted = false;
    if (lacking() !== undefined || savesData()) return;
    try {
      await register(this.#site);
    } catch {
      // The site works without it.
    }
  }

  /** Looks what is on this device and, when there is a network, whether the server has something newer. */
  async look(thorough = false): Promise<void> {
    try {
      await this.#look(thorough);
    } catch {
      if (!this.#busy) this.#be({ kind: 'unavailable', reason: 'browser' });
    }
  }

  async #look(thorough: boolean): Promise<void> {
    if (this.#busy) return;
    const reason = lacking();
    await this.lookHere();
    if (reason !== undefined) return this.#be({ kind: 'unavailable', reason });
    this.isPersisted = (await navigator.storage?.persisted?.()) ?? false;
    const kept = await this.#keptRelease(thorough);
    if (this.#busy) return;
    this.#be({ kind: kept === undefined ? 'none' : 'kept' });
    this.isRenewed = kept !== undefined && (await this.#waitingRelease()) !== undefined;
    if (!navigator.onLine) return;
    const list = await this.#fetchList().catch(() => undefined);
    const film = list && filmFor(list.film);
    if (this.#busy || !list) return;
    if (!film) return kept === undefined ? this.#be({ kind: 'unavailable', reason: 'film' }) : undefined;
    const { next } = await readKept(this.#site);
    this.cost = await this.#bytesToFetch(list, film);
    const isHere = list.version === kept || (this.isRenewed && list.version === next?.version);
    if (!this.#busy && kept !== undefined && !isHere) this.#be({ kind: 'outdated' });
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
      this.#be({ kind: (await this.#keptRelease()) === undefined ? 'none' : 'outdated' });
    } finally {
      await this.lookHere();
    }
  }

  async #bring(signal: AbortSignal): Promise<void> {
    const site = this.#site;
    const list = await this.#fetchList(signal);
    const { version } = list;
    const film = filmFor(list.film);
    if (!film) return this.#be({ kind: 'unavailable', reason: 'film' });
    const kept = await readKept(site);
    await this.#clearFilms([film.hash, kept.now?.film]);

    const total = list.bytes + film.bytes;
    this.cost = await this.#bytesToFetch(list, film);
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (this.cost * HEADROOM > quota - usage) throw new GatherError('space', '');
    try {
      await gatherFilm({ site, film, signal, onBytes: (bytes) => this.#progress(bytes, total) });
    } finally {
      this.cost = await this.#bytesToFetch(list, film);
    }
    if ((await missingParts(site, film, true)).length > 0) throw new GatherError('broken', film.address);
    signal.throwIfAborted();

    // From here on the worker of this release may come in: its film is there.
    await writeKept(site, { ...kept, next: { version, film: film.hash } });
    const worker = await bringRelease(site, version, signal);
    const [lost] = (await ask(worker, 'mend'))?.missing ?? [WORKER];
    if (lost !== undefined) throw new GatherError('broken', lost);
    signal.throwIfAborted();
    this.isRenewed = kept.now !== undefined && kept.now.version !== version && worker.state === 'installed';
    // What a host has kept makes way when he says so: this page is of it.
    if (!this.isRenewed) {
      await letIn(worker, signal).catch((reason: unknown) => {
        throw signal.aborted ? reason : new WorkerError(undefined, { cause: reason });
      });
      await settle(site, version);
      order(worker, 'look');
    }
    if ((await this.#keptRelease()) === undefined) throw new GatherError('broken', LIST);
    this.cost = 0;
    this.#be({ kind: 'kept' });
  }

  /** Lets the newer release in, and shows the page anew: the one time that it has to be. */
  async renew(): Promise<void> {
    const waiting = await this.#waitingRelease();
    if (waiting) await letIn(waiting, new AbortController().signal).catch(() => {});
    location.reload();
  }

  /** Ends the gathering; what has come in stays, for a next press. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes everything of the site off this device, and brings nothing before something is wanted again. */
  async forget(): Promise<void> {
    this.isWanted = false;
    this.stop();
    await this.#busy;
    if (lacking() !== undefined) return;
    const registration = await registrationOf(this.#site);
    await registration?.unregister();
    await clearCaches(this.#site);
    order(registration?.active, 'look');
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

  /** The version that is kept, if every file of it is there with its film, and the worker that answers is of it. */
  async #keptRelease(thorough = false): Promise<string | undefined> {
    const { now } = await readKept(this.#site);
    if (!now) return undefined;
    const report = await ask((await registrationOf(this.#site))?.active, 'report');
    return report && (await this.#isWhole(report, now, thorough)) ? now.version : undefined;
  }

  /** The worker of the release that was asked for and waits, if all of it is there. */
  async #waitingRelease(): Promise<ServiceWorker | undefined> {
    const { next } = await readKept(this.#site);
    const waiting = next && (await registrationOf(this.#site))?.waiting;
    const report = waiting && (await ask(waiting, 'report'));
    return report && (await this.#isWhole(report, next)) ? waiting : undefined;
  }

  async #isWhole(
    { version, missing, film }: Report,
    wanted: { readonly version: string; readonly film: string },
    thorough = false,
  ): Promise<boolean> {
    const listed = film.find(({ hash }) => hash === wanted.film);
    if (version !== wanted.version || missing.length > 0 || !listed || !plays(listed.type)) return false;
    return (await missingParts(this.#site, listed, thorough)).length === 0;
  }

  async #bytesToFetch(list: OfflineList, film: ListedFilm): Promise<number> {
    const parts = await missingParts(this.#site, film);
    const registration = await registrationOf(this.#site);
    const reports = await Promise.all([registration?.active, registration?.waiting].map((each) => ask(each, 'report')));
    const arePagesHere = reports.some((report) => report?.version === list.version && report.missing.length === 0);
    return parts.reduce((sum, part) => sum + partLength(film, part), arePagesHere ? 0 : list.bytes);
  }

  /** Of releases that nobody waits for any more. */
  async #clearFilms(but: readonly (string | undefined)[]): Promise<void> {
    const site = this.#site;
    const kept = but.map((hash) => filmCache(site, hash ?? ''));
    const names = (await cacheNamesOf(site)).filter((name) => name.startsWith(filmCache(site, '')));
    await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
  }
}

class WorkerError extends Error {}

/** Why this browser can't keep anything, here and now. */
function lacking(): 'insecure' | 'browser' | undefined {
  if (!isSecureContext) return 'insecure';
  const isInFrame = parent !== window;
  return !isInFrame && navigator.serviceWorker !== undefined && 'caches' in window ? undefined : 'browser';
}

/** Somebody has asked the browser to spare the line. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

const plays = (type: string) => document.createElement('video').canPlayType(type) !== '';
const filmFor = (film: readonly ListedFilm[]) => film.find(({ type }) => plays(type));

export const [getReadyForRoom, setReadyForRoom] = createContext<ReadyForRoom>();
