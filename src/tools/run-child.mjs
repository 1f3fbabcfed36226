// Runs another program so that none of it outlives us: it is a process group of its own, and what ends us ends the group.
import { spawn } from 'node:child_process';

const ownGroup = process.platform !== 'win32';
const running = new Set();

function end(child, signal) {
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended already.
  }
}

/** Ends all that still run. */
export function endChildren(signal = 'SIGTERM') {
  for (const child of running) end(child, signal);
}

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

const exitFor = (signal) => process.exit(128 + NUMBERS[signal]);

process.on('exit', () => endChildren());

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, keep?: boolean, seconds?: number }} [options]
 *   `keep` gathers the output instead of showing it; after `seconds` it is ended.
 * @returns {Promise<{ code: number, output: string }>} 127 when the program isn't there, 124 when its time was up
 */
export function runChild(command, args, { cwd, env, keep = false, seconds } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', ...(keep ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
      detached: ownGroup,
      shell: !ownGroup,
    });
    let output = '';
    let timedOut = false;
    const timer = seconds && setTimeout(() => ((timedOut = true), end(child, 'SIGKILL')), seconds * 1000);
    const done = (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (running.size === 0) for (const signal of Object.keys(NUMBERS)) process.off(signal, exitFor);
      resolve({ code: timedOut ? 124 : code, output });
    };
    if (running.size === 0) for (const signal of Object.keys(NUMBERS)) process.on(signal, exitFor);
    running.add(child);
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (reason) => {
      output += `${reason.message}\n`;
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? 128 + (NUMBERS[signal] ?? 9)));
  });
}
