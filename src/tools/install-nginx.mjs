// Finds nginx for the tests, or fetches Debian's: unpacked into .cache, so that nothing is set up and no service starts.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { runChild } from './run-child.mjs';

const OURS = resolve('.cache/nginx');
const APT = '/usr/bin/apt-get';

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} the path of nginx, when there is one */
export function findNginx() {
  // Debian keeps it where only root looks.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', OURS].filter(Boolean);
  return folders.map((folder) => join(folder, 'nginx')).find(canRun);
}

async function workingNginx() {
  const path = findNginx();
  if (!path) return undefined;
  const { code } = await runChild(path, ['-v'], { keep: true, seconds: 30 });
  return code === 0 ? path : undefined;
}

/** The package with all it needs that isn't here yet. Needs no rights: the system's own store of packages is left alone. */
const download = (into) =>
  runChild(
    APT,
    [
      ...['install', '--yes', '--download-only', '--no-install-recommends'],
      ...['-o', 'Debug::NoLocking=1', '-o', `Dir::Cache::archives=${into}/`, 'nginx'],
    ],
    { keep: true, seconds: 300, env: { DEBIAN_FRONTEND: 'noninteractive' } },
  );

async function unpack() {
  const packages = join(OURS, 'packages');
  const root = join(OURS, 'root');
  rmSync(OURS, { recursive: true, force: true });
  mkdirSync(join(packages, 'partial'), { recursive: true });
  let result = await download(packages);
  if (result.code !== 0 && process.getuid?.() === 0) {
    // The list of packages may be missing, as in fresh images, or old.
    await runChild(APT, ['-o', 'DPkg::Lock::Timeout=300', 'update'], { keep: true, seconds: 300 });
    result = await download(packages);
  }
  for (const name of readdirSync(packages).filter((file) => file.endsWith('.deb')))
    result = await runChild('dpkg-deb', ['-x', join(packages, name), root], { keep: true, seconds: 60 });
  const program = join(root, 'usr/sbin/nginx');
  if (!existsSync(program)) return result;
  const libraries = ['usr/lib', 'lib'].flatMap((folder) => {
    const path = join(root, folder);
    return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
  });
  const start = join(OURS, 'nginx');
  writeFileSync(start, `#!/bin/sh\nLD_LIBRARY_PATH="${libraries.join(':')}" exec "${program}" "$@"\n`);
  chmodSync(start, 0o755);
  return result;
}

/** @returns {Promise<string>} the path. Throws with one line on what to install. */
export async function nginxForTests() {
  const found = await workingNginx();
  if (found) return found;
  if (existsSync(APT)) {
    console.log('No nginx; unpacking Debian’s into .cache/nginx …');
    const { code, output } = await unpack();
    const unpacked = await workingNginx();
    if (unpacked) return unpacked;
    const lines = output.trim().split('\n');
    console.log(`  that failed (code ${code}): ${lines.find((line) => /^(E:|Error:)/.test(line)) ?? lines.at(-1)}`);
  }
  throw new Error('Install nginx (any version from 1.22); the tests run it with the file that is written for hosts.');
}
