// `npm run soak -- --minutes 60`: watches the built site at double speed for as long, and fails when what the page holds has grown.
import { parseArgs } from 'node:util';
import { endWithNpm } from './end-with-npm.mjs';
import { installWhenNeeded } from './install.mjs';
import { runChild } from './run-child.mjs';
import { stop } from './stop.mjs';

/** With less there is nothing to compare after the first minutes. */
const LEAST = 15;

function wantedMinutes() {
  try {
    const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
    const minutes = Number(values.minutes);
    return minutes >= LEAST ? minutes : stop(`--minutes ${values.minutes} is not a number of at least ${LEAST}.`);
  } catch (reason) {
    return stop(reason.message);
  }
}

const minutes = wantedMinutes();
endWithNpm();
await installWhenNeeded();
const { browserForTests } = await import('./install-browser.mjs');
const { build, isBuilt, notBuilt } = await import('./build.mjs');
const { freePort } = await import('./serve.mjs');
const browser = await browserForTests().catch((reason) => stop(reason.message));
if (!isBuilt()) await build().catch((reason) => stop(notBuilt(reason)));
const { code } = await runChild(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', 'tests/e2e/soak.spec.ts'],
  {
    env: {
      SOAK_MINUTES: String(minutes),
      BROWSER_PATH: browser,
      E2E_PORT: String(await freePort(Number(process.env.E2E_PORT) || 4329)),
    },
  },
);
process.exitCode = code;
