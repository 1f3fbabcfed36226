/**
 * Who is there, by Web Locks: a window that holds a lock is there, and the browser itself takes the lock away when the window is closed,
 * loaded anew or crashes. No heartbeat to miss in a hidden window, and never two owners.
 */
export type Role = 'host' | 'room';

/** Both windows need it; browsers give it to pages of https and of the own machine. */
export const canPair = (): boolean =>
  typeof navigator !== 'undefined' && 'locks' in navigator && 'BroadcastChannel' in globalThis;

const lockOf = (edition: string, role: Role): string => `dichterbij:${edition}:${role}`;

export interface Hold {
  /** Gives the role up. */
  release(): void;
  /** Settles when another window has taken the role over. */
  readonly lost: Promise<void>;
}

/** Milliseconds in which a page that was just left gives up its role: a reload overlaps with its own past. */
const LINGER = 600;

/** Where no window can be found there is nobody to take a role from. */
const ALONE: Hold = { release: () => {}, lost: new Promise(() => {}) };

/** Takes a role; undefined when another window has it and keeps it. */
export async function takeRole(edition: string, role: Role): Promise<Hold | undefined> {
  if (!canPair()) return ALONE;
  return request(edition, role, { signal: AbortSignal.timeout(LINGER) });
}

/** Takes a role as soon as nobody else has it. */
export async function waitForRole(edition: string, role: Role, signal: AbortSignal): Promise<Hold | undefined> {
  return request(edition, role, { signal });
}

/** Takes a role away from whoever has it. */
export async function stealRole(edition: string, role: Role): Promise<Hold> {
  const hold = await request(edition, role, { steal: true });
  if (!hold) throw new Error('A role that is taken away is had.');
  return hold;
}

export async function isThere(edition: string, role: Role): Promise<boolean> {
  if (!canPair()) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockOf(edition, role));
}

/** Calls `gone` once nobody has the role any more. */
export function whenGone(edition: string, role: Role, gone: () => void, signal: AbortSignal): void {
  navigator.locks.request(lockOf(edition, role), { signal }, gone).catch(ignoreAbort);
}

function request(edition: string, role: Role, options: LockOptions): Promise<Hold | undefined> {
  return new Promise((resolve, reject) => {
    let release = () => {};
    let tellLost = () => {};
    const held = new Promise<void>((done) => (release = done));
    const lost = new Promise<void>((done) => (tellLost = done));
    let has = false;
    navigator.locks
      .request(lockOf(edition, role), options, () => {
        has = true;
        resolve({ release, lost });
        return held;
      })
      .catch((reason: unknown) => {
        if (has) tellLost();
        else if (isAbort(reason)) resolve(undefined);
        else reject(new Error('The browser gives no lock.', { cause: reason }));
      });
  });
}

const isAbort = (reason: unknown): boolean =>
  reason instanceof DOMException && (reason.name === 'AbortError' || reason.name === 'TimeoutError');

function ignoreAbort(reason: unknown): void {
  if (!isAbort(reason)) throw reason;
}
