// Runs a TypeScript command of this project: `node src/tools/run.mjs src/edition/check-command.ts --json`.
// Node 20 doesn't read TypeScript; Vite, which builds the page anyway, does.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('run.mjs needs the file of a command.');
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
process.exitCode = (await module.run(args)) ?? 0;
