/** A server of a test's own, in a folder of its host, that can be taken away: what a page then shows came from the device. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export interface OwnServer {
  /** Of the folder of the site, without the slash at its end. */
  readonly address: string;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export async function serveFolder(folder: string, base: string): Promise<OwnServer> {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/tools/serve.mjs', folder, String(port), `${base}/`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It writes its address when it listens.
  await once(child.stdout, 'data');
  return {
    address: `http://127.0.0.1:${port}${base}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}
