/** What must not be in `package-lock.json`: versions with known holes, and packages that want to run something when they are installed. */
import type { KnownHole } from './known-holes';

export interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly hasInstallScript?: boolean; readonly name?: string }>
  >;
}

type Version = readonly [major: number, minor: number, patch: number, isEarly: boolean];

/** Something before a release (`2.0.0-beta.1`) is older than it. */
function read(version: string): Version {
  const [, major, minor, patch, early] = /^(\d+)\.(\d+)\.(\d+)(-[^+]*)?/.exec(version) ?? [];
  if (major === undefined) throw new Error(`"${version}" is no version.`);
  return [Number(major), Number(minor), Number(patch), early !== undefined];
}

function isBelow(version: Version, floor: Version): boolean {
  const place = [0, 1, 2].find((index) => version[index] !== floor[index]);
  return place === undefined ? version[3] && !floor[3] : version[place]! < floor[place]!;
}

/** Of several versions that closed a hole, each is for its own line: whoever is on an older line needs the version of that line. */
export function isOpen(version: string, closed: readonly string[]): boolean {
  const found = read(version);
  const floors = closed.map(read).sort((one, other) => (isBelow(one, other) ? -1 : 1));
  const isSameLine = (floor: Version) => floor[0] === found[0] && floor[1] === found[1];
  return isBelow(found, floors.find(isSameLine) ?? floors.findLast(([major]) => major <= found[0]) ?? floors[0]!);
}

const packagesOf = ({ packages }: Lockfile) =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ ...entry, path, name: entry.name ?? path.replace(/^.*node_modules\//, '') }));

/** @returns a line for each package that has a hole again */
export function openHoles(lockfile: Lockfile, holes: readonly KnownHole[]): readonly string[] {
  return packagesOf(lockfile).flatMap(({ name, version, path }) =>
    holes
      .filter((hole) => hole.name === name && version !== undefined && isOpen(version, hole.closed))
      .map(({ closed, advisory, about }) => `${path} ${version}: ${about} (${advisory}); take ${closed.join(' or ')}.`),
  );
}

/** @returns the packages that want to run something when they are installed, which `.npmrc` does not let them */
export function installScripts(lockfile: Lockfile): readonly string[] {
  return packagesOf(lockfile)
    .filter(({ hasInstallScript }) => hasInstallScript)
    .map(({ path }) => path);
}
