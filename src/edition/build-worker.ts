/** Bundles the service worker into one file: a worker of the classic kind, which every browser starts, imports nothing. */
import { build } from 'vite';

export async function buildWorker(outDir: string): Promise<void> {
  await build({
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
