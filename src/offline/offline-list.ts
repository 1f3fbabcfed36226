/**
 * What one release of the site is made of, written by the build: all of it as the first line of `worker.js`, and what a page has to know of
 * it in `offline.json`. An address is relative to the folder of the site and written as it is asked for: `nl/` for a page,
 * `film/film.mp4` for a file.
 */
export interface ListedFile {
  readonly address: string;
  readonly bytes: number;
  /** As `fetch` wants it: a browser refuses every other byte. */
  readonly integrity: string;
}

/** The film in one format; a browser plays one of them. It is kept in parts, so that a cut costs at most one. */
export interface ListedFilm {
  readonly address: string;
  readonly bytes: number;
  /** The first 16 hexadecimal digits of its SHA-256. The same hash is the same film, in whichever release. */
  readonly hash: string;
  /** As `canPlayType` wants it. */
  readonly type: string;
  /** Of each part but the last. */
  readonly partBytes: number;
  /** The hash of each part. */
  readonly parts: readonly string[];
}

export interface Release {
  /** Of everything in it: another release is another version. */
  readonly version: string;
  /** Everything but the film. */
  readonly files: readonly ListedFile[];
  /** In the order in which the page offers them. */
  readonly film: readonly ListedFilm[];
}

export interface OfflineList {
  readonly version: string;
  /** Of everything but the film. */
  readonly bytes: number;
  readonly film: readonly ListedFilm[];
}

/** What the worker of a release says when it is asked what is there. */
export interface Report {
  readonly version: string;
  /** Addresses of files that are not there, or not as long as they have to be. */
  readonly missing: readonly string[];
  readonly film: readonly ListedFilm[];
}

/** Where the list and the worker stand in the folder of the site. They are no part of the release. */
export const LIST = 'offline.json';
export const WORKER = 'worker.js';

const HASH = /^[0-9a-f]{16}$/;
const ANYWHERE = 'https://site.invalid/folder/';

/** Reads what a server says: a list with anything in it that does not fit is no list, as half a site is not the site. */
export function decodeOfflineList(value: unknown): OfflineList | undefined {
  if (!isRecord(value)) return undefined;
  const { version, bytes } = value;
  const film = decodeFilm(value['film']);
  return isHash(version) && isCount(bytes) && film ? { version, bytes, film } : undefined;
}

export function decodeReport(value: unknown): Report | undefined {
  if (!isRecord(value)) return undefined;
  const { version, missing } = value;
  const film = decodeFilm(value['film']);
  if (!isHash(version) || !film || !Array.isArray(missing) || !missing.every(isText)) return undefined;
  return { version, film, missing: [...missing] };
}

function decodeFilm(value: unknown): readonly ListedFilm[] | undefined {
  if (!Array.isArray(value) || !value.every(isFilm)) return undefined;
  if (new Set(value.map(({ address }) => address)).size < value.length) return undefined;
  return value.map(({ address, bytes, hash, type, partBytes, parts }) => ({
    ...{ address, bytes, hash, type, partBytes },
    parts: [...parts],
  }));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

export const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function isFilm(value: unknown): value is ListedFilm {
  if (!isRecord(value)) return false;
  const { address, bytes, hash, type, partBytes, parts } = value;
  if (!isAddress(address) || address === '' || typeof type !== 'string' || !isHash(hash)) return false;
  if (!isCount(bytes) || !isCount(partBytes) || partBytes === 0) return false;
  return Array.isArray(parts) && parts.length === Math.ceil(bytes / partBytes) && parts.every(isHash);
}

/** Inside the folder of the site, and written as browsers write it, so that it is found again. */
function isAddress(value: unknown): value is string {
  if (typeof value !== 'string' || /[?#]/.test(value) || value === LIST || value === WORKER) return false;
  return URL.canParse(value, ANYWHERE) && new URL(value, ANYWHERE).href === ANYWHERE + value;
}
