// Installs what the project needs, when it isn't there as package-lock.json says. Node built-ins only: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './run-child.mjs';
import { stop } from './stop.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What Vite can run on. @param {string} version as `process.versions.node` gives it */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** npm keeps its own lockfile in node_modules, written last of all: what that tells is what is installed. */
export function isInstalled(folder = root) {
  const kept = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  try {
    const wanted = packagesOf(join(folder, 'package-lock.json'));
    const present = packagesOf(kept);
    const same = ([path, entry]) => {
      const found = present[path];
      if (!found) return Boolean(entry.optional || entry.devOptional);
      return found.version === entry.version && found.integrity === entry.integrity;
    };
    return (
      Object.entries(wanted).every(([path, entry]) => path === '' || same([path, entry])) &&
      Object.keys(present).every((path) => path in wanted)
    );
  } catch {
    return false;
  }
}

export async function installWhenNeeded(folder = root) {
  if (!nodeIsNewEnough(process.versions.node))
    stop(`Node 20.19 or newer is needed (of 22: 22.12 or newer); this is ${process.version}.`);
  if (isInstalled(folder)) return;
  console.log('Installing packages as package-lock.json names them (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // The tools are development packages, which NODE_ENV=production would leave out.
  const { code } = await runChild(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: folder });
  if (code !== 0) stop(`npm ci failed with code ${code}; what it says is above.`);
}
