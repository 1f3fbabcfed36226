// Serves a built site as any static host would: `node src/tools/serve.mjs <folder> <port> [base]`. Range requests work, which films need.
import { existsSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview } from 'vite';

const HOST = process.env.HOST || '127.0.0.1';

/** Somebody answers there, on IPv4 or IPv6. */
const answers = (host, port) =>
  new Promise((done) => {
    const socket = createConnection({ host, port });
    const finish = (answer) => (socket.destroy(), done(answer));
    socket.setTimeout(1000, () => finish(false));
    socket.once('connect', () => finish(true)).once('error', () => finish(false));
  });

export async function isBusy(port) {
  return (await Promise.all(['127.0.0.1', '::1'].map((host) => answers(host, port)))).includes(true);
}

/** The first port from `wanted` on that nobody answers on. */
export async function freePort(wanted) {
  for (let port = wanted; port < Math.min(wanted + 100, 65536); port++) if (!(await isBusy(port))) return port;
  throw new Error(`the ports from ${wanted} on are all busy; choose another with PORT=<number>`);
}

/** A folder's address without its slash leads to the folder, as with any static host. */
const folderAddresses = (folder) => ({
  name: 'dichterbij:folder-addresses',
  configurePreviewServer({ middlewares, config }) {
    middlewares.use((request, response, next) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
      const below = pathname.startsWith(config.base) ? pathname.slice(config.base.length) : undefined;
      if (!below || below.endsWith('/') || !existsSync(join(folder, below, 'index.html'))) return next();
      response.writeHead(302, { Location: `${pathname}/${search}` }).end();
    });
  },
});

/** Listens until the process ends. Throws when it can't. @returns {Promise<string>} the address */
export async function serve(folder, port, base = '/') {
  if (!statSync(join(folder, 'index.html'), { throwIfNoEntry: false }))
    throw new Error(`there is no site in ${folder}; \`npm run build\` makes it`);
  await preview({
    configFile: false,
    root: folder,
    base,
    logLevel: 'error',
    // Each page is a file; an address without one is not found.
    appType: 'mpa',
    plugins: [folderAddresses(folder)],
    build: { outDir: folder },
    preview: { host: HOST, port, strictPort: true },
  });
  return `http://${HOST === '127.0.0.1' || HOST === '0.0.0.0' ? 'localhost' : HOST}:${port}${base}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { stop } = await import('./stop.mjs');
  const [folder = 'dist', port = '4173', base] = process.argv.slice(2);
  const address = await serve(resolve(folder), Number(port), base).catch((reason) =>
    stop(`No server: ${reason.message}.`),
  );
  console.log(address);
}
