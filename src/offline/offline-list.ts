/**
 * What one release of the site is made of: `offline.json`, which the build writes and the page reads. An address is relative to the
 * folder of the site and written as it is asked for: `nl/` for a page, `film/film.mp4` for a file.
 */
export interface ListedFile {
  readonly address: string;
  readonly bytes: number;
  /** The first 16 hexadecimal digits of its SHA-256. */
  readonly hash: string;
}

/** The film in one format; a browser plays one of them. */
export interface ListedFilm extends ListedFile {
  /** As `canPlayType` wants it. */
  readonly type: string;
}

export interface OfflineList {
  /** Of everything below: another release is another version. */
  readonly version: string;
  readonly files: readonly ListedFile[];
  /** In the order in which the page offers them. */
  readonly film: readonly ListedFilm[];
}

/** Where the list and the worker stand in the folder of the site. They are no part of the list. */
export const LIST = 'offline.json';
export const WORKER = 'worker.js';

const HASH = /^[0-9a-f]{16}$/;
const ANYWHERE = 'https://site.invalid/folder/';

/** Reads what a server says: a list with anything in it that does not fit is no list, as half a site is not the site. */
export function decodeOfflineList(value: unknown): OfflineList | undefined {
  if (!isRecord(value)) return undefined;
  const { version, files, film } = value;
  if (!isHash(version) || !Array.isArray(files) || !Array.isArray(film)) return undefined;
  if (!files.every(isFile) || !film.every(isFilm)) return undefined;
  const addresses = [...files, ...film].map(({ address }) => address);
  if (files.length === 0 || new Set(addresses).size < addresses.length) return undefined;
  return {
    version,
    files: files.map(({ address, bytes, hash }) => ({ address, bytes, hash })),
    film: film.map(({ address, bytes, hash, type }) => ({ address, bytes, hash, type })),
  };
}

/** What this browser needs of a release, the film last; undefined when it plays none of its formats. */
export function neededOf(list: OfflineList, plays: (type: string) => boolean): readonly ListedFile[] | undefined {
  const film = list.film.find(({ type }) => plays(type));
  return film && [...list.files, film];
}

export const bytesOf = (files: readonly ListedFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);

function isFile(value: unknown): value is ListedFile {
  if (!isRecord(value)) return false;
  const { address, bytes, hash } = value;
  return isAddress(address) && typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 && isHash(hash);
}

const isFilm = (value: unknown): value is ListedFilm =>
  isFile(value) && 'type' in value && typeof value.type === 'string' && value.address !== '';

/** Inside the folder of the site, and written as browsers write it, so that it is found again. */
function isAddress(value: unknown): value is string {
  if (typeof value !== 'string' || /[?#]/.test(value) || value === LIST || value === WORKER) return false;
  return URL.canParse(value, ANYWHERE) && new URL(value, ANYWHERE).href === ANYWHERE + value;
}
