/** Bundles the service worker into one file: a worker of the classic kind, which every browser starts, imports nothing. */
import { build } from 'vite';
import type { Built } from './shipped-packages';

export function buildWorker(outDir: string): Promise<Built> {
  return build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: 'src/offline/worker/worker.ts',
        output: { format: 'iife', entryFileNames: 'worker.js' },
        checks: { pluginTimings: false },
      },
    },
  });
}
