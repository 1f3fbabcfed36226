import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { readEdition } from './src/edition/read-edition';
import { editionPlugin } from './src/edition/vite-plugin';
import { findBrowser } from './src/tools/find-browser.mjs';
import { readableMutants } from './tests/support/readable-mutants';
import { TIMES } from './tests/support/seeded';

const browser = findBrowser();
const smallEdition = resolve('tests/fixtures/small');

/** Films play in real time: waiting for two at once costs two cores little. */
const MOST_AT_ONCE = 2;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        test: {
          name: 'node',
          maxWorkers: MOST_AT_ONCE,
          environment: 'node',
          // A process for each file costs more than the tests do; what a test puts in place of something is put back after it.
          isolate: false,
          // A property is tried many times on a machine that may have other work; what one try costs is measured in the test (tests/support/hostile.ts).
          testTimeout: 20_000 * TIMES,
          unstubGlobals: true,
          unstubEnvs: true,
          restoreMocks: true,
          include: ['src/**/*.test.ts', 'tests/bench/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts'],
        },
      },
      {
        plugins: [svelte(), editionPlugin({ root: smallEdition })],
        publicDir: resolve(smallEdition, 'public'),
        // As in vite.config.ts: one copy of Video.js, also for its engine.
        resolve: { alias: [{ find: /^video\.js$/, replacement: 'video.js/core.es.js' }] },
        // What tests import, so that nothing is found while they run, which would load their page anew.
        optimizeDeps: {
          include: [
            'i18next',
            'vitest-browser-svelte',
            'video.js/core.es.js',
            '@videojs/http-streaming',
            'videojs-vtt.js',
            'virtua/svelte',
          ],
        },
        test: {
          name: 'browser',
          // For what has to hold with the words that people will see.
          provide: { shippedEdition: readEdition({ root: '.' }).edition! },
          maxWorkers: MOST_AT_ONCE,
          include: ['src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { readableMutants },
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                ...(browser !== undefined && { executablePath: browser }),
                args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
              },
            }),
          },
        },
      },
    ],
  },
});
