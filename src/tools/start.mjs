// `npm start`: installs, builds and serves, and skips what is done already. One process, so that ending it ends all of it.
import { endWithNpm } from './end-with-npm.mjs';
import { installWhenNeeded } from './install.mjs';
import { stop } from './stop.mjs';

endWithNpm();
await installWhenNeeded();
const { build, isBuilt, notBuilt, siteFolder, siteName } = await import('./build.mjs');
const { freePort, serve } = await import('./serve.mjs');

const DEFAULT_PORT = 4173;

function wantedPort() {
  const given = process.env.PORT;
  if (!given) return DEFAULT_PORT;
  const port = Number(given);
  return Number.isInteger(port) && port > 0 && port < 65536
    ? port
    : stop(`PORT=${given} is not a port from 1 to 65535.`);
}

const wanted = wantedPort();

if (isBuilt()) {
  console.log(`${siteName()} is up to date: nothing to build.`);
} else {
  console.log(`Building into ${siteName()} …`);
  await build().catch((reason) => stop(notBuilt(reason)));
}

try {
  const port = await freePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is busy; ${port} is free.`);
  console.log(`Dichterbij is at ${await serve(siteFolder(), port)} (Ctrl+C stops it)`);
} catch (reason) {
  stop(`The server could not start: ${reason.message}.`);
}
