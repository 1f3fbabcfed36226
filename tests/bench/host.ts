/**
 * One host for all players, such as a site would have: what packs well is sent packed, as well as it can be, and made once; films can be
 * asked for in parts; connections stay open.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { headersFor, readHeaders } from '../../src/tools/site-headers.mjs';
import type { Encoding } from './options';

/** A folder that is shown below an address. */
export interface Mount {
  /** Begins and ends with a slash. */
  readonly prefix: string;
  readonly folder: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.vtt': 'text/vtt; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.html', '.js', '.css', '.json', '.vtt', '.txt', '.svg']);
const PACK: Readonly<Record<Encoding, (content: Buffer) => Buffer>> = {
  br: (content) => brotliCompressSync(content),
  gzip: (content) => gzipSync(content, { level: 9 }),
};

/** `bytes=5-9`, `bytes=5-` or `bytes=-9`, as first and last byte. */
function rangeOf(header: string | undefined, size: number): readonly [first: number, last: number] | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return undefined;
  if (first === '') return [Math.max(0, size - Number(last)), size - 1];
  return [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
}

function sendFilm(file: string, size: number, request: IncomingMessage, response: ServerResponse): void {
  const range = rangeOf(request.headers.range, size);
  const [first, last] = range ?? [0, size - 1];
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Content-Length', last - first + 1);
  if (range) response.setHeader('Content-Range', `bytes ${first}-${last}/${size}`);
  response.writeHead(range ? 206 : 200);
  const stream = createReadStream(file, { start: first, end: last });
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/** The headers that a site brings along in `_headers`; the pages of the others have none, and lose nothing by it. */
function headersOf({ prefix, folder }: Mount): (below: string) => Iterable<readonly [string, string]> {
  const file = join(folder, '_headers');
  if (!statSync(file, { throwIfNoEntry: false })) return () => [];
  const { prefix: own, rules } = readHeaders(readFileSync(file, 'utf8'));
  return (path) => headersFor(rules, own + path.slice(prefix.length));
}

export interface Host {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly close: () => void;
}

export async function serveAll(mounts: readonly Mount[], port: number, encoding: Encoding): Promise<Host> {
  const packed = new Map<string, Buffer>();
  const headers = new Map(mounts.map((mount) => [mount, headersOf(mount)]));

  function packedFile(file: string): Buffer {
    const made = packed.get(file) ?? PACK[encoding](readFileSync(file));
    packed.set(file, made);
    return made;
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURI(new URL(request.url ?? '/', 'http://host').pathname);
    const mount = mounts.find(({ prefix }) => path.startsWith(prefix));
    const below = mount && normalize(path.slice(mount.prefix.length));
    const file = mount && join(mount.folder, below!.endsWith('/') || below === '.' ? `${below}/index.html` : below!);
    const found = file !== undefined && !below!.startsWith('..') && statSync(file, { throwIfNoEntry: false });
    if (!mount || !found || !found.isFile()) return void response.writeHead(404).end();
    const kind = extname(file);
    response.setHeader('Content-Type', TYPES[kind] ?? 'application/octet-stream');
    for (const [name, value] of headers.get(mount)!(path)) response.setHeader(name, value);
    if (kind === '.mp4' || kind === '.webm') return sendFilm(file, found.size, request, response);
    if (PACKED.has(kind)) {
      response.setHeader('Content-Encoding', encoding);
      response.setHeader('Vary', 'Accept-Encoding');
    }
    const content = PACKED.has(kind) ? packedFile(file) : readFileSync(file);
    response.setHeader('Content-Length', content.length);
    response.end(content);
  }

  const server: Server = createServer(answer);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
