/** Programs of the system that are there for as long as the smoke runs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the first of these programs that is there. */
export const programOf = (...names: readonly string[]): string | undefined =>
  names
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(canRun);

/** A file of a package, in the folder of libraries of whatever machine this is: `x86_64-linux-gnu` and the like. */
export const libraryFile = (below: string): string | undefined =>
  (existsSync('/usr/lib') ? ['', ...readdirSync('/usr/lib')] : [])
    .map((machine) => join('/usr/lib', machine, below))
    .find((path) => existsSync(path));

export interface Program {
  readonly child: ChildProcess;
  /** The last of what it said, for whoever has to find out why it ended. */
  readonly said: () => string;
  readonly end: () => Promise<void>;
}

const LAST = 2000;

/** What it writes is kept, not shown: browsers complain of machines without sound or a graphics card. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  let said = '';
  // The fourth is for what a program tells its maker apart from what it writes.
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  const gone = once(child, 'exit').then(() => running.delete(child));
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-LAST)));
  return {
    child,
    said: () => said,
    end: async () => {
      child.kill();
      await gone;
    },
  };
}

/** A folder for what a browser keeps, so that nobody's own profile is touched. */
export function ownFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'dichterbij-browser-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
