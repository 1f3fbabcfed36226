/**
 * Makes a release of the built site: every page says which one it is of, `worker.js` says in its first line of which files it is made, and
 * `offline.json` what a page has to know of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  LIST,
  WORKER,
  type ListedFile,
  type ListedFilm,
  type OfflineList,
  type Release,
} from '../offline/offline-list';

/**
 * The list can't list itself, browsers keep the worker themselves, a film in parts is not kept and so neither is its engine, and the rest
 * is for hosts, programs and other sites.
 */
const LEFT_OUT =
  /^(offline\.json|worker\.js|404\.html|_headers|sbom\.cdx\.json|assets\/hls-engine-[^/]*|\.well-known\/.*|hosting\/.*|oembed\/.*|embed\/.*)$/;

/** Where a page says its release; ./document.ts leaves the place open. */
const STAMP = /(<html\b[^>]*\bdata-release=")[0-9a-f]*"/;
const FIRST_LINE = /^self\.RELEASE=.*\n/;

/** A cut costs at most so much, and a film of an hour is still a list that a page reads at once. */
const PART_BYTES = 2 * 1024 * 1024;

interface FilmSource {
  readonly file: string;
  readonly type: string;
}

/** A film in parts stays out: what a device keeps is a whole file, of which every moment can be shown without a network. */
const isPlaylist = (path: string) => path.endsWith('.m3u8');

/** To be called when everything else of the site has been written; again after a change of any file. */
export function writeRelease(outDir: string, sources: readonly FilmSource[]): Release {
  const all = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
  const inParts = all.filter(isPlaylist).map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  const paths = all.filter((path) => !isPlaylist(path) && !inParts.some((folder) => folder && path.startsWith(folder)));
  const ofFilm = new Set(sources.map(({ file }) => file));
  const others = paths.filter((path) => !ofFilm.has(path));
  const film = sources
    .filter(({ file }) => paths.includes(file))
    .map(({ file, type }) => listedFilm(readFileSync(join(outDir, file)), addressOf(file), type));

  // A page can't say the hash of itself: it is counted without.
  const version = hashOf(JSON.stringify([others.map((path) => [path, hashOf(unstamped(outDir, path))]), film]));
  const files = others.map((path) => listed(stamped(outDir, path, version), addressOf(path)));
  const release: Release = { version, files, film };
  const list: OfflineList = { version, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), film };
  writeFileSync(join(outDir, LIST), JSON.stringify(list));
  const worker = join(outDir, WORKER);
  if (existsSync(worker)) {
    const code = readFileSync(worker, 'utf8').replace(FIRST_LINE, '');
    writeFileSync(worker, `self.RELEASE=${JSON.stringify(release)};\n${code}`);
  }
  return release;
}

const isPage = (path: string) => path.endsWith('.html');

function unstamped(outDir: string, path: string): string | Buffer {
  const content = readFileSync(join(outDir, path));
  return isPage(path) ? content.toString('utf8').replace(STAMP, '$1"') : content;
}

function stamped(outDir: string, path: string, version: string): Buffer {
  const file = join(outDir, path);
  if (isPage(path)) writeFileSync(file, readFileSync(file, 'utf8').replace(STAMP, `$1${version}"`));
  return readFileSync(file);
}

function listed(content: Buffer, address: string): ListedFile {
  const integrity = `sha256-${createHash('sha256').update(content).digest('base64')}`;
  return { address, bytes: content.length, integrity };
}

function listedFilm(content: Buffer, address: string, type: string): ListedFilm {
  const parts: string[] = [];
  for (let start = 0; start < content.length; start += PART_BYTES)
    parts.push(hashOf(content.subarray(start, start + PART_BYTES)));
  return { address, bytes: content.length, hash: hashOf(content), type, partBytes: PART_BYTES, parts };
}

const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** As browsers ask for it: a page by its folder, which many hosts insist on. */
const addressOf = (path: string) =>
  encodeURI(path.replace(/(^|\/)index\.html$/, '$1')).replace(/[?#]/g, encodeURIComponent);
