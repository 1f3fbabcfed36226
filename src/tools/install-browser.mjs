// Finds a browser that starts, or installs one: Playwright's download, else the system's package on Debian and Ubuntu.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { runChild } from './run-child.mjs';

/** One that also starts: Ubuntu's `chromium-browser` may be a stub, and a download may lack system libraries. */
async function workingBrowser(wishes) {
  const path = findBrowser(wishes);
  if (!path) return undefined;
  const { code } = await runChild(path, ['--version'], { keep: true, seconds: 30 });
  return code === 0 ? path : undefined;
}

const playwright = () =>
  runChild(
    process.execPath,
    [
      join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js'),
      'install',
      'chromium',
    ],
    { keep: true, seconds: 600, env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' } },
  );

const aptGet = (...words) =>
  runChild('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
    keep: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
let listed;
async function apt(name) {
  await (listed ??= aptGet('update'));
  return aptGet('install', '-y', name);
}
const canApt = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

const WAYS = [
  { name: 'Playwright’s Chromium', can: () => true, install: playwright },
  { name: 'chromium with apt', can: canApt, install: () => apt('chromium') },
];

/** @returns {Promise<string>} the path. Throws with one line on what to install. */
export async function browserForTests() {
  const found = await workingBrowser();
  if (found) return found;
  for (const { name, can, install } of WAYS) {
    if (!can()) continue;
    console.log(`No browser that starts; installing ${name} …`);
    const { code, output } = await install();
    const installed = await workingBrowser();
    if (installed) return installed;
    const lines = output.trim().split('\n');
    console.log(`  that failed (code ${code}): ${lines.find((line) => /^(E:|Error:)/.test(line)) ?? lines.at(-1)}`);
  }
  throw new Error('Install Chromium or Chrome, or name one with BROWSER_PATH=<path>; the tests run in it.');
}

/**
 * For tests that open many pages: a Chromium without windows does the same in less time. Debian has one.
 * @returns {Promise<string | undefined>} its path, where it can be had and starts
 */
export async function shellForTests() {
  const workingShell = async () => {
    const path = await workingBrowser({ shell: true });
    return path === findBrowser() ? undefined : path;
  };
  const found = await workingShell();
  if (found || !canApt()) return found;
  console.log('Installing chromium-headless-shell with apt …');
  await apt('chromium-headless-shell');
  return workingShell();
}
