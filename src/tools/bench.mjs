// `npm run bench -- --runs 5`: what the site costs beside other players, in the same run. They are packages of tests/bench, which nothing
// but this installs.
import { join } from 'node:path';
import { root } from './build.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { installWhenNeeded } from './install.mjs';
import { runChild } from './run-child.mjs';
import { stop } from './stop.mjs';

endWithNpm();
await installWhenNeeded();
await installWhenNeeded(join(root, 'tests/bench'));
const { browserForTests } = await import('./install-browser.mjs');
const { code } = await runChild(
  process.execPath,
  ['src/tools/run.mjs', 'tests/bench/bench.ts', ...process.argv.slice(2)],
  { cwd: root, env: { BROWSER_PATH: await browserForTests().catch((reason) => stop(reason.message)) } },
);
process.exitCode = code;
