/** Writes `offline.json`: every file of the built site with its size and a hash, so that a device can keep exactly that. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ListedFile, ListedFilm, OfflineList } from '../offline/offline-list';

/** The list can't list itself, browsers keep the worker themselves, and the rest is for hosts, programs and other sites. */
const LEFT_OUT =
  /^(offline\.json|worker\.js|404\.html|_headers|sbom\.cdx\.json|\.well-known\/.*|hosting\/.*|oembed\/.*|embed\/.*)$/;

interface FilmSource {
  readonly file: string;
  readonly type: string;
}

/** A film in parts stays out: what a device keeps is a whole file, of which every moment can be shown without a network. */
const isPlaylist = (path: string) => path.endsWith('.m3u8');

/** To be called when everything else of the site has been written. */
export function writeOfflineList(outDir: string, sources: readonly FilmSource[]): OfflineList {
  const all = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
  const inParts = all.filter(isPlaylist).map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  const paths = all.filter((path) => !isPlaylist(path) && !inParts.some((folder) => folder && path.startsWith(folder)));
  const ofFilm = new Set(sources.map(({ file }) => file));
  const files = paths.filter((path) => !ofFilm.has(path)).map((path) => listed(outDir, path));
  const film = sources
    .filter(({ file }) => paths.includes(file))
    .map(({ file, type }): ListedFilm => ({ ...listed(outDir, file), type }));
  const list: OfflineList = { version: hashOf(JSON.stringify([files, film])), files, film };
  writeFileSync(join(outDir, 'offline.json'), JSON.stringify(list));
  return list;
}

function listed(outDir: string, path: string): ListedFile {
  const content = readFileSync(join(outDir, path));
  return { address: addressOf(path), bytes: content.length, hash: hashOf(content) };
}

const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** As browsers ask for it: a page by its folder, which many hosts insist on. */
const addressOf = (path: string) =>
  encodeURI(path.replace(/(^|\/)index\.html$/, '$1')).replace(/[?#]/g, encodeURIComponent);
