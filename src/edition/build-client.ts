/**
 * Bundles what partners' pages load, into one file, and keeps every version that was ever published: a page that names one with its
 * hash goes on with it after any later build.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Built } from './shipped-packages';

export const CLIENT = 'dichterbij-film.js';
const CLIENT_TYPES = 'dichterbij-film.d.ts';
const ENTRY = 'src/sync/embed/client/dichterbij-film.ts';
const PUBLISHED = 'src/sync/embed/published';
const TWIN = /^dichterbij-film-(\d+\.\d+\.\d+)\.js$/;

const bundle = () =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: CLIENT },
        checks: { pluginTimings: false },
      },
    },
  });

function codeOf(bundled: Built): string {
  if (!('output' in bundled) || bundled.output.length !== 1) throw new Error('The client is not one file.');
  return bundled.output[0].code;
}

/** The same input gives the same text. */
export const bundleClient = async (): Promise<string> => codeOf(await bundle());

/** `CLIENT_VERSION` is in the text: importing the client would run it, and it needs a page. */
export function clientVersion(): string {
  const source = readFileSync(ENTRY, 'utf8');
  const version = /CLIENT_VERSION = '(\d+\.\d+\.\d+)'/.exec(source)?.[1];
  if (version === undefined) throw new Error(`${ENTRY} names no version.`);
  return version;
}

/** What a partner's page writes into `integrity`. */
export const integrityOf = (code: string | Buffer): string =>
  `sha384-${createHash('sha384').update(code).digest('base64')}`;

export const twinName = (version: string): string => `dichterbij-film-${version}.js`;
export const publishedFile = (name: string): string => resolve(PUBLISHED, name);

export interface PublishedFile {
  readonly file: string;
  readonly integrity: string;
}
type Published = Readonly<Record<string, PublishedFile>>;

/** Each version with its hash, as it was on the day it was published: what partners have written into their pages. */
export const HASHES = 'integrity.json';

/**
 * Each published version with its file and hash, the newest last. Throws when a file is missing, is not what was published, or has no hash:
 * every page that pinned it would go without the film.
 */
export function publishedVersions(folder = publishedFile('.')): Published {
  const kept = JSON.parse(readFileSync(join(folder, HASHES), 'utf8')) as Published;
  const files = readdirSync(folder).filter((name) => TWIN.test(name));
  for (const [version, { file, integrity }] of Object.entries(kept)) {
    if (!files.includes(file))
      throw new Error(`Version ${version} of the client is published, but ${file} is missing.`);
    if (integrityOf(readFileSync(join(folder, file))) !== integrity)
      throw new Error(`${file} is not what was published: ${HASHES} has another hash.`);
  }
  const stray = files.find((name) => !Object.values(kept).some(({ file }) => file === name));
  if (stray !== undefined) throw new Error(`${HASHES} has no hash of ${stray}.`);
  const inOrder = Object.entries(kept).sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return Object.fromEntries(inOrder);
}

/** As it is kept, and as partners read it. */
export const hashesText = (versions: Published): string => `${JSON.stringify(versions, undefined, 2)}\n`;

export async function buildClient(outDir: string): Promise<Built> {
  const folder = join(outDir, 'embed');
  mkdirSync(folder, { recursive: true });
  const bundled = await bundle();
  writeFileSync(join(folder, CLIENT), codeOf(bundled));
  const versions = publishedVersions();
  for (const name of [CLIENT_TYPES, ...Object.values(versions).map(({ file }) => file)])
    copyFileSync(publishedFile(name), join(folder, name));
  writeFileSync(join(folder, HASHES), hashesText(versions));
  return bundled;
}
