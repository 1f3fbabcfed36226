/**
 * Which packages have code in what browsers load. The bundler tells it, file by file, so that nothing is missed that somebody forgot to
 * write down: the list of licences and the bill of software are made from this.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { build } from 'vite';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its `package.json` says it, an SPDX expression; nothing when it says nothing. */
  readonly licence: string | undefined;
  readonly homepage: string | undefined;
  readonly folder: string;
  /** A build tool that has written helpers of its own into the files. It is none of the site's dependencies. */
  readonly isTool: boolean;
}

/** The last `node_modules` counts: a package within a package is itself. */
const IN_PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
/** Modules that are no files: what the build tools write themselves, by the beginning of its name. */
const TOOLS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^(vite\/|__vite)/, 'vite'],
  [/^rolldown\//, 'rolldown'],
];
const OURS = /^virtual:(?:edition|interface)(\/|$)/;

export type Origin = { readonly folder: string } | { readonly tool: string } | 'ours' | 'unknown';

/** @param id of a module, as the bundler names it; a zero byte marks what is no file */
export function originOf(id: string): Origin {
  const name = id.replace(/^\0/, '');
  const tool = TOOLS.find(([start]) => start.test(name))?.[1];
  if (tool !== undefined) return { tool };
  if (OURS.test(name)) return 'ours';
  const folder = IN_PACKAGE.exec(name)?.[1];
  if (folder !== undefined) return { folder };
  return /^(\/|[a-z]:[\\/])/i.test(name) ? 'ours' : 'unknown';
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly homepage?: unknown;
  /** An expression today; packages of before 2015 have an object, or several. */
  readonly license?: unknown;
  readonly licenses?: unknown;
}

export function licenceOf({ license, licenses }: Pick<Manifest, 'license' | 'licenses'>): string | undefined {
  const named = [license, licenses]
    .flat()
    .map((one) => (typeof one === 'object' && one !== null && 'type' in one ? one.type : one))
    .filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  if (named.length === 0) return undefined;
  return named.length === 1 ? named[0]! : `(${named.join(' OR ')})`;
}

function readPackage(folder: string, isTool: boolean): ShippedPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, homepage } = manifest;
  const page = typeof homepage === 'string' ? homepage : undefined;
  return { name, version, folder, isTool, licence: licenceOf(manifest), homepage: page };
}

/** What a build gives back. */
export type Built = Awaited<ReturnType<typeof build>>;

/** The modules in all files of a build, by the name that the bundler has for them. */
function idsOf(built: Built): readonly string[] {
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return outputs.flatMap((file) =>
    file.type === 'chunk' ? file.moduleIds : file.originalFileNames.map((name) => resolve(name)),
  );
}

/**
 * @param builds of everything that browsers load
 * @returns the packages by name. Throws when there is code of which nobody knows whose it is, or when no package is found at all.
 */
export function shippedPackages(builds: readonly Built[]): readonly ShippedPackage[] {
  const origins = builds.flatMap(idsOf).map((id) => ({ id, origin: originOf(id) }));
  const unknown = origins.find(({ origin }) => origin === 'unknown');
  if (unknown) {
    const id = JSON.stringify(unknown.id);
    throw new Error(`${id} is in the site, and nobody knows whose code it is: name it in shipped-packages.ts.`);
  }
  const { resolve: find } = createRequire(resolve('package.json'));
  const folders = new Map<string, boolean>();
  for (const { origin } of origins) {
    if (typeof origin !== 'object') continue;
    if ('folder' in origin) folders.set(origin.folder, false);
    else folders.set(dirname(find(`${origin.tool}/package.json`)), true);
  }
  if (folders.size === 0) throw new Error('The bundler names no package that is in the site, which can’t be.');
  // The same version may lie in two folders.
  const found = new Map(
    [...folders].map(([folder, isTool]) => readPackage(folder, isTool)).map((one) => [nameOf(one), one]),
  );
  return [...found.keys()].sort().map((name) => found.get(name)!);
}

export const nameOf = ({ name, version }: Pick<ShippedPackage, 'name' | 'version'>): string => `${name}@${version}`;
