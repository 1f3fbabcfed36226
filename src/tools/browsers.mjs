// `npm run test:browsers -- --only firefox,webkit`: the smoke of the built site in every engine that is on this machine.
import { endWithNpm } from './end-with-npm.mjs';
import { installWhenNeeded } from './install.mjs';
import { runChild } from './run-child.mjs';
import { stop } from './stop.mjs';

endWithNpm();
await installWhenNeeded();
const { build, isBuilt, notBuilt } = await import('./build.mjs');
if (!isBuilt()) await build().catch((reason) => stop(notBuilt(reason)));
const { code } = await runChild(process.execPath, [
  'src/tools/run.mjs',
  'tests/browsers/browsers.ts',
  ...process.argv.slice(2),
]);
process.exitCode = code;
