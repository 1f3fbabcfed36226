/** Pages of partners and of strangers, each on an origin of its own: two ports of one machine are two origins. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const FIXTURE = 'tests/fixtures/partner';
const PLAYER_JS = 'node_modules/player.js/dist/player-0.1.0.js';
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

export interface PartnerServer {
  readonly origin: string;
  /** Address of a page with this in its body. */
  page(body: string): string;
  stop(): Promise<void>;
}

/** @param film origin of the film's site, which stands as `{{film}}` in the pages */
export async function servePartner(film: string): Promise<PartnerServer> {
  const bodies: string[] = [];
  const read = (path: string): string | undefined => {
    if (path === '/player.js') return readFileSync(PLAYER_JS, 'utf8');
    const made = /^\/page-(\d+)\.html$/.exec(path);
    if (made)
      return `<!doctype html><html lang="nl"><link rel="icon" href="data:,"><title>Partner</title>${bodies[Number(made[1])]}`;
    const name = path === '/' ? '/index.html' : path;
    return /^\/(index\.html|partner\.(css|js))$/.test(name) ? readFileSync(join(FIXTURE, name), 'utf8') : undefined;
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const text = read(path);
    response.writeHead(text === undefined ? 404 : 200, {
      'Content-Type': `${TYPES[extname(path)] ?? 'text/html'}; charset=utf-8`,
    });
    response.end(text?.replaceAll('{{film}}', film));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: (body) => `${origin}/page-${bodies.push(body) - 1}.html`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
