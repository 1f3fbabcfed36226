/**
 * The kill switch: a worker for a host who wants the site off all devices. It takes the place of `worker.js`; browsers find it at the next
 * visit, and it takes away the worker, itself and all that this site has kept. What other sites on the host have kept stays.
 */
import { clearCaches } from '../kept';

declare const self: ServiceWorkerGlobalScope;

const site = new URL(self.registration.scope);

// It waits for nobody: pages that are open go on, from the network. None is loaded anew, as a film may be playing.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(takeAway()));

async function takeAway(): Promise<void> {
  await self.registration.unregister();
  await clearCaches(site);
}
