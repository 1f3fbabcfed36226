/** The service worker of this site, as a page sees it. */
import { GatherError } from './gather-film';
import { decodeReport, WORKER, type Report } from './offline-list';
import type { Order, Question, Told } from './worker/orders';

/** Browsers give no word when a worker can't start; this is far longer than any needs (milliseconds). */
const LIMIT = 20_000;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/**
 * Under the site's policy (`edition/headers.ts`) a browser with Trusted Types takes the address of a script from here only, and here
 * there is one: the worker's. It hands out an object that stands for a text, of which TypeScript does not know yet.
 */
const addresses = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('dichterbij-worker', {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address);
    if (origin !== location.origin || !pathname.endsWith(`/${WORKER}`)) throw new Error(`${address} is no worker.`);
    return address;
  },
});

function addressOfWorker(site: URL): string {
  const { href } = new URL(WORKER, site);
  return addresses?.createScriptURL(href) ?? href;
}

/** The registration for just this folder: a site around it may have one of its own. */
export async function registrationOf(site: URL): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(site);
  return found?.scope === site.href ? found : undefined;
}

/** Done when the worker is on its way. Its script is asked of the server itself, never of a store of the browser. */
export const register = (site: URL): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(addressOfWorker(site), { scope: site.pathname, updateViaCache: 'none' });

export const order = (worker: ServiceWorker | null | undefined, what: Order): void => worker?.postMessage(what);

/** What a worker has; undefined when there is none, or one that can't say (as of an older kind). */
export function ask(worker: ServiceWorker | null | undefined, question: Question): Promise<Report | undefined> {
  if (!worker) return Promise.resolve(undefined);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(undefined), LIMIT);
    port1.onmessage = ({ data }) => {
      clearTimeout(limit);
      resolve(decodeReport(data));
    };
    worker.postMessage(question satisfies Order, [port2]);
  });
}

/** Brings the pages of a release onto the device. The worker that then has them may still wait to be let in. */
export async function bringRelease(site: URL, version: string, signal: AbortSignal): Promise<ServiceWorker> {
  let told: Told | undefined;
  const hear = new AbortController();
  navigator.serviceWorker.addEventListener('message', ({ data }) => (told = data as Told), { signal: hear.signal });
  try {
    const registration = await register(site);
    const { active, waiting } = registration;
    for (const worker of [active, waiting]) if (worker && (await hasRelease(worker, version))) return worker;
    if (!registration.installing) await registration.update();
    const coming = registration.installing ?? registration.waiting ?? registration.active;
    if (coming) {
      await stateOf(coming, ['installed', 'activated', 'redundant'], signal);
      // The first worker of a site does not wait.
      if (!active && coming.state === 'installed') await stateOf(coming, ['activated', 'redundant'], signal);
      if (await hasRelease(coming, version)) return coming;
    }
  } catch (reason) {
    // A script that does not come, or is none.
    throw signal.aborted ? reason : new GatherError(navigator.onLine ? 'broken' : 'network', WORKER, reason);
  } finally {
    hear.abort();
  }
  throw told ? new GatherError(told.trouble, told.address) : new GatherError('broken', WORKER);
}

const hasRelease = async (worker: ServiceWorker, version: string): Promise<boolean> =>
  worker.state !== 'redundant' && (await ask(worker, 'report'))?.version === version;

/** Lets a worker take over that waits, and has it answer for this page too. */
export async function letIn(worker: ServiceWorker, signal: AbortSignal): Promise<void> {
  const stop = AbortSignal.any([signal, AbortSignal.timeout(LIMIT)]);
  if (worker.state !== 'activated') {
    order(worker, 'let-in');
    await stateOf(worker, ['activated', 'redundant'], stop);
  }
  const { serviceWorker } = navigator;
  if (serviceWorker.controller === worker) return;
  const changed = new Promise<void>((resolve) =>
    serviceWorker.addEventListener('controllerchange', () => resolve(), { signal: stop }),
  );
  order(worker, 'claim');
  await orAborted(changed, stop);
}

function stateOf(worker: ServiceWorker, wanted: readonly ServiceWorkerState[], signal: AbortSignal): Promise<void> {
  if (wanted.includes(worker.state)) return Promise.resolve();
  const reached = new Promise<void>((resolve) =>
    worker.addEventListener('statechange', () => wanted.includes(worker.state) && resolve(), { signal }),
  );
  return orAborted(reached, signal);
}

function orAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    result,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}
