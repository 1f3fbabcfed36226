import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveFolder } from '../../tests/support/own-server';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'index.html'), '<p>A page</p>');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a build beside a server that runs is served with its own headers', async () => {
  const write = (policy: string) =>
    writeFileSync(join(folder, '_headers'), `/*\n  Content-Security-Policy: ${policy}\n`);
  write("default-src 'none'");
  const server = await serveFolder(folder, '');
  const policy = async () => (await fetch(`${server.address}/`)).headers.get('content-security-policy');
  expect(await policy()).toBe("default-src 'none'");
  write("default-src 'self'");
  expect(await policy()).toBe("default-src 'self'");
  rmSync(join(folder, '_headers'));
  expect(await policy()).toBeNull();
  await server.stop();
});
