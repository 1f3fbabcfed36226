/** The end-to-end tests, on the site as `npm run build` leaves it. */
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './src/tools/find-browser.mjs';

const port = Number(process.env['E2E_PORT'] ?? 4329);
const folder = process.env['OUT_DIR'] || 'dist';
const browser = findBrowser({ shell: true });

/**
 * What Chromium is not to do. A second list takes the place of Playwright's own, so that its own stands here too; with the last three the
 * address bar loads two pages for every window, which nobody sees and which cost more than a page of the site.
 */
const UNUSED = [
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay',
  'MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,TcpPortRandomizationWin',
  'OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch',
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
];

/** They wait for what takes its time, so that other work can be done beside them. */
const WAITING = /(faults|soak)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Beside the tests, by what they are of; they are the same on every system.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}/`,
    // Recording every test costs two slow cores more than the tests do; `--trace on` records the one that is looked into.
    trace: 'off',
    // A worker would bring the whole site in beside every test that presses something; offline.spec.ts has the real one.
    serviceWorkers: 'block',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      args: [
        // Chromium doesn't start as root with its sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        `--disable-features=${UNUSED.join(',')}`,
      ],
    },
  },
  projects: [
    { name: 'chromium', testIgnore: WAITING },
    { name: 'waiting', testMatch: WAITING },
  ],
  webServer: {
    command: `node src/tools/serve.mjs "${folder}" ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
