/**
 * The built site, with a small script in each page that tells what goes wrong in it: errors, warnings of the console, broken promises, what
 * the policy stops. Every engine is heard in the same way, also one whose driver tells nothing of its console. Only pages that a person
 * opens have it: what the service worker fetches is checked against its hash.
 */
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { serveFolder } from '../support/own-server';

const SCRIPT = '/-/watch.js';
const PROBLEM = '/-/problem';

const watch = `
// Told where one notice of a change of size leads to another, which the next frame brings.
const NO_PROBLEM = /^ResizeObserver loop completed/;
const tell = (text) => NO_PROBLEM.test(text) || navigator.sendBeacon('${PROBLEM}', location.pathname + ': ' + text);
addEventListener('error', (event) => tell(event.message ?? 'not loaded: ' + (event.target.currentSrc || event.target.src || event.target.href)), true);
addEventListener('unhandledrejection', ({ reason }) => tell('rejected: ' + (reason?.stack ?? reason)));
addEventListener('securitypolicyviolation', (event) => tell('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
for (const level of ['error', 'warn']) {
  const usual = console[level];
  console[level] = (...said) => (tell(level + ': ' + said.map((each) => each?.stack ?? each).join(' ')), usual.apply(console, said));
}
`;

export interface WatchedSite {
  /** With a slash at its end. */
  readonly address: string;
  /** What has been told since the last time. */
  takeProblems(): string[];
  stop(): Promise<void>;
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function withScript(received: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = (await bodyOf(received)).replace('<head>', () => `<head><script src="${SCRIPT}"></script>`);
  const headers = { ...received.headers };
  for (const name of ['content-length', 'etag']) delete headers[name];
  response.writeHead(received.statusCode ?? 502, headers).end(page);
}

/** @param folder of the built site */
export async function serveWatched(folder: string, port: number): Promise<WatchedSite> {
  const problems: string[] = [];
  const site = await serveFolder(folder, '');
  const passOn = (request: IncomingMessage, response: ServerResponse) => {
    const isPage = request.headers['sec-fetch-dest'] === 'document';
    const headers = { ...request.headers };
    if (isPage) for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name];
    const onward = ask(new URL(request.url ?? '/', site.address), { method: request.method, headers }, (received) => {
      response.on('close', () => received.destroy());
      if (isPage && received.headers['content-type']?.startsWith('text/html'))
        return void withScript(received, response);
      response.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const server = createServer((request, response) => {
    if (request.url === SCRIPT) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(watch);
    else if (request.url === PROBLEM)
      void bodyOf(request).then((problem) => {
        problems.push(problem);
        response.writeHead(204).end();
      });
    else passOn(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${port}/`,
    takeProblems: () => problems.splice(0),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await site.stop();
    },
  };
}
