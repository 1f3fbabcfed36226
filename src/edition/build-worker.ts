/**
 * Bundles the service worker, and the one that takes it away again, into a file each: a worker of the classic kind, which every browser
 * starts, imports nothing.
 */
import { join } from 'node:path';
import { build } from 'vite';
import type { Built } from './shipped-packages';

/** In the folder for hosts, which nobody is shown. */
const KILL_SWITCH = 'hosting/kill-switch';

export async function buildWorker(outDir: string): Promise<Built> {
  const worker = await bundle('src/offline/worker/worker.ts', outDir);
  await bundle('src/offline/worker/kill-switch.ts', join(outDir, KILL_SWITCH));
  return worker;
}

function bundle(input: string, outDir: string): Promise<Built> {
  return build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input,
        output: { format: 'iife', entryFileNames: 'worker.js' },
        checks: { pluginTimings: false },
      },
    },
  });
}
