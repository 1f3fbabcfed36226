// Finds a browser that starts, or installs one: Playwright's download, else the system's package on Debian and Ubuntu.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { runChild } from './run-child.mjs';

/** One that also starts: Ubuntu's `chromium-browser` may be a stub, and a download may lack system libraries. */
async function workingBrowser() {
  const path = findBrowser();
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

async function apt() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runChild('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update'], { keep: true, env });
  return runChild('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', 'chromium'], { keep: true, env });
}

const WAYS = [
  { name: 'Playwright’s Chromium', can: () => true, install: playwright },
  { name: 'chromium with apt', can: () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0, install: apt },
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
