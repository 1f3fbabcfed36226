/** The real nginx, with a file as it is written for hosts. Only the lines that say "change" are changed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNginx } from '../../src/tools/install-nginx.mjs';
import { freePort, type OwnServer } from './own-server';

interface Nginx extends OwnServer {
  /** Where the shipped file listens without encryption. */
  readonly plain: string;
}

/** As somebody would who has no certificate and no domain: only on this machine, without encryption. */
function adapted(shipped: string, root: string, port: number, plainPort: number): string {
  const adapt = (line: string): string => {
    const [, directive, value = ''] = /^\s*(\w+) (.*?);/.exec(line) ?? [];
    if (directive === 'root') return `root "${root}";`;
    if (directive === 'server_name') return 'server_name 127.0.0.1;';
    if (directive === 'set') return line;
    if (directive?.startsWith('ssl_certificate') || value.startsWith('[::]')) return '';
    if (directive === 'listen') return `listen 127.0.0.1:${value.startsWith('443') ? port : plainPort};`;
    throw new Error(`The file for nginx asks to change a line that this test doesn't know: ${line}`);
  };
  return shipped
    .split('\n')
    .map((line) => (line.includes('# change') ? adapt(line) : line))
    .join('\n');
}

/** @param shipped the text of `hosting/nginx.conf` @param root the folder that it shall serve */
export async function startNginx(shipped: string, root: string): Promise<Nginx> {
  const program = findNginx();
  if (program === undefined) throw new Error('There is no nginx: install it, or let `npm test` fetch it.');
  const folder = mkdtempSync(join(tmpdir(), 'dichterbij-nginx-'));
  const [port, plainPort] = [await freePort(), await freePort()];
  const stores = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(join(folder, 'site.conf'), adapted(shipped, root, port, plainPort));
  writeFileSync(
    join(folder, 'nginx.conf'),
    [
      // Else it would drop its rights, and may not see the folder of a root.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      `pid ${folder}/nginx.pid;`,
      'error_log stderr;',
      'events {}',
      'http {',
      'access_log off;',
      ...stores.map((store) => `${store}_temp_path ${folder}/${store};`),
      `include ${folder}/site.conf;`,
      '}',
    ].join('\n'),
  );
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`nginx ended: ${said}`);
  });
  // Whoever waits for it hears of it; when it is stopped nobody does.
  ended.catch(() => undefined);
  await Promise.race([answers(`http://127.0.0.1:${plainPort}/`), ended]);
  return {
    address: `http://127.0.0.1:${port}`,
    plain: `http://127.0.0.1:${plainPort}`,
    stop: async () => {
      child.kill();
      await ended.catch(() => undefined);
      rmSync(folder, { recursive: true });
    },
  };
}

/** It writes nothing when it listens, so it is asked. */
async function answers(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
    if (answer) return;
    await new Promise((later) => setTimeout(later, 20));
  }
}
