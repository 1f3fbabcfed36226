/** A host whose pages come in piece by piece, as over a slow line: each piece when a test lets it come. Files come at once. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Letters of a piece; it ends with the tag that begins within them. The head of the site, whose parts share a row, comes finer. */
const PIECE = 2500;
const PIECE_OF_HEAD = 300;

export interface SlowLine {
  readonly origin: string;
  /** Sends the next piece of the page that was asked for last; false when that was all of it. */
  next(): boolean;
  stop(): void;
}

/** @param origin of the host that has the site */
export async function startSlowLine(origin: string): Promise<SlowLine> {
  let rest = '';
  let page: ServerResponse | undefined;

  const server = createServer((request, response) => {
    void fetch(new URL(request.url!, origin)).then(async (answer) => {
      for (const name of ['content-type', 'content-security-policy'])
        if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name)!);
      response.writeHead(answer.status);
      if (!answer.headers.get('content-type')?.startsWith('text/html'))
        return void response.end(Buffer.from(await answer.arrayBuffer()));
      const html = await answer.text();
      // A browser draws nothing of a page that has no body yet.
      const head = html.indexOf('<div id="app">');
      response.write(html.slice(0, head));
      rest = html.slice(head);
      page = response;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => {
      const isHead = rest.includes('<main');
      const end = rest.indexOf('>', isHead ? PIECE_OF_HEAD : PIECE) + 1 || rest.length;
      page!.write(rest.slice(0, end));
      rest = rest.slice(end);
      if (rest === '') page!.end();
      return rest !== '';
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
