// Serves a built site as a static host would that reads `_headers`: `node src/tools/serve.mjs <folder> <port> [base]`. Range requests work,
// which films need.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview } from 'vite';
import { headersFor, readHeaders } from './site-headers.mjs';

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

/** Of the address that is asked for; as it is written when nobody can read it. */
function pathOf(request) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
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

/** The headers that the build has written, and its page for what is missing. A folder without them is served as it is. */
function hostFiles(folder) {
  const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined);
  let known;
  let knownAt;
  /** A build beside a server that runs brings pages and headers that belong together. */
  const headers = () => {
    const at = statSync(join(folder, '_headers'), { throwIfNoEntry: false })?.mtimeMs;
    if (!known || at !== knownAt) known = readHeaders(read('_headers') ?? '');
    knownAt = at;
    return known;
  };
  headers();
  const isFile = (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile();
  return {
    name: 'dichterbij:host-files',
    configurePreviewServer({ middlewares, config }) {
      middlewares.use((request, response, next) => {
        const path = pathOf(request);
        // The rules hold for the folder of the site, wherever it is shown here.
        if (!path.startsWith(config.base)) return next();
        const below = path.slice(config.base.length);
        const { prefix, rules } = headers();
        for (const [name, value] of headersFor(rules, prefix + below)) response.setHeader(name, value);
        // Files for hosts are not shown by them.
        if (below === '_headers' || below.startsWith('hosting/')) request.url = `${path}.not-shown`;
        next();
      });
      // After the files have been looked for, and before the bare answer that there is none.
      return () =>
        middlewares.use((request, response, next) => {
          const page = isFile(pathOf(request)) ? undefined : read('404.html');
          if (page === undefined) return next();
          response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
        });
    },
  };
}

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
    plugins: [hostFiles(folder), folderAddresses(folder)],
    build: { outDir: folder },
    // What other sites may read is said by the headers of the site, not by this server.
    preview: { host: HOST, port, strictPort: true, cors: false },
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
