/** A site behind a host that can be broken: a real server in between answers wrongly, too little, too slowly, or not at all. */
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { freePort, type OwnServer } from './own-server';

export type Fault =
  /** Answers with this status and a small page. */
  | { readonly kind: 'status'; readonly status: 403 | 404 | 500 | 503 }
  /** Answers with this page of its own, as hosts do that let nobody through before a log-in. */
  | { readonly kind: 'page' }
  /** Sends so many bytes of each answer and closes the connection. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** Sends so many bytes of each answer and then nothing more, with the connection open. */
  | { readonly kind: 'stall'; readonly bytes: number }
  /** Bytes a second. */
  | { readonly kind: 'slow'; readonly bytes: number }
  /** Knows no ranges: answers with the whole file, whatever is asked. */
  | { readonly kind: 'no-ranges' };

export interface FaultyServer extends OwnServer {
  /** From now on all that matches `path` is answered so, or the next `times`; `undefined` mends it. What is on its way is cut. */
  break(path: RegExp, fault: Fault | undefined, times?: number): void;
  /** Nobody answers any more, and what was on its way is cut. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** What has been asked for, in order; `at` in milliseconds of this process. */
  readonly asked: readonly { readonly path: string; readonly at: number }[];
}

const PAGE = '<!doctype html><title>Elsewhere</title><p>Please log in.</p>';
/** Milliseconds between two pieces of a slow answer. */
const PIECE = 50;

/** @param site the address of a server that works, without the slash at its end */
export async function serveWithFaults(site: string): Promise<FaultyServer> {
  const faults = new Map<string, { readonly path: RegExp; readonly fault: Fault; left: number }>();
  const asked: { path: string; at: number }[] = [];
  const sockets = new Set<Socket>();
  const faultFor = (path: string) => {
    const found = [...faults.values()].find((each) => each.path.test(path) && each.left > 0);
    if (found) found.left -= 1;
    return found?.fault;
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', site).pathname;
    asked.push({ path, at: performance.now() });
    answer(site, request, response, faultFor(path));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const port = await freePort();
  const comeBack = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const goDown = async () => {
    const closed = once(server, 'close');
    server.close();
    hangUp();
    await closed;
  };
  await comeBack();
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    break: (path, fault, times = Infinity) => {
      if (fault) faults.set(String(path), { path, fault, left: times });
      else faults.delete(String(path));
      hangUp();
    },
    goDown,
    comeBack,
    stop: async () => {
      if (server.listening) await goDown();
    },
  };
}

function answer(site: string, request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
  if (fault?.kind === 'status' || fault?.kind === 'page') {
    const ofSite = { 'Access-Control-Allow-Origin': '*' };
    response
      .writeHead(fault.kind === 'page' ? 200 : fault.status, {
        'Content-Type': 'text/html',
        ...(fault.kind === 'status' && ofSite),
      })
      .end(PAGE);
    return;
  }
  const headers = { ...request.headers };
  if (fault?.kind === 'no-ranges') delete headers.range;
  const onward = ask(new URL(request.url ?? '/', site), { method: request.method, headers }, (received) => {
    const sent = { ...received.headers };
    if (fault?.kind === 'no-ranges') delete sent['accept-ranges'];
    response.writeHead(received.statusCode ?? 502, sent);
    response.on('close', () => received.destroy());
    if (fault === undefined || fault.kind === 'no-ranges') received.pipe(response);
    else void pass(received, response, fault);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/** Passes on as much and as fast as the fault allows. */
async function pass(
  received: IncomingMessage,
  response: ServerResponse,
  fault: Extract<Fault, { readonly bytes: number }>,
): Promise<void> {
  let passed = 0;
  const write = async (piece: Buffer) => {
    passed += piece.length;
    if (!response.write(piece) && !response.destroyed)
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  };
  try {
    for await (const chunk of received as AsyncIterable<Buffer>) {
      if (response.destroyed) return;
      if (fault.kind === 'slow') {
        const size = Math.max(1, Math.round((fault.bytes * PIECE) / 1000));
        for (let at = 0; at < chunk.length && !response.destroyed; at += size) {
          await write(chunk.subarray(at, at + size));
          await new Promise((later) => setTimeout(later, PIECE));
        }
        continue;
      }
      await write(chunk.subarray(0, Math.max(0, fault.bytes - passed)));
      if (passed < fault.bytes) continue;
      if (fault.kind === 'cut') response.destroy();
      return;
    }
    response.end();
  } catch {
    // Whoever asked has gone.
    response.destroy();
  }
}
