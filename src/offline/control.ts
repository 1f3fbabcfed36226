/** The service worker of this site, as a page sees it. */
import { WORKER } from './offline-list';

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

/** The registration for just this folder: a site around it may have one of its own. */
export async function registrationOf(site: URL): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(site);
  return found?.scope === site.href ? found : undefined;
}

/** Registers the worker and waits until it answers for this page. */
export async function takeControl(site: URL, signal: AbortSignal): Promise<void> {
  const script = new URL(WORKER, site).href;
  const { serviceWorker } = navigator;
  const stop = AbortSignal.any([signal, AbortSignal.timeout(LIMIT)]);
  await serviceWorker.register(addresses?.createScriptURL(script) ?? script, {
    scope: site.pathname,
    updateViaCache: 'none',
  });
  const { active } = await orAborted(serviceWorker.ready, stop);
  const isOurs = () => serviceWorker.controller?.scriptURL === script;
  if (isOurs()) return;
  const changed = new Promise<void>((resolve) =>
    serviceWorker.addEventListener('controllerchange', () => isOurs() && resolve(), { signal: stop }),
  );
  active?.postMessage('claim');
  await orAborted(changed, stop);
}

function orAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    result,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}
