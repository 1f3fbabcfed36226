import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareFixture } from '../../tests/fixtures/prepare-fixture';
import { editionPlugin } from './vite-plugin';

let server: ViteDevServer;
let fixture: ReturnType<typeof prepareFixture>;

beforeEach(async () => {
  fixture = prepareFixture();
  server = await createServer({
    configFile: false,
    root: fixture.root,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
    plugins: [editionPlugin({ root: fixture.root })],
  });
});
afterEach(async () => {
  await server.close();
  fixture.remove();
});

test('a changed cue is read anew, and nothing but the edition is made again', async () => {
  const score = join(fixture.root, 'subtitles/broodlicht/nl.vtt');
  writeFileSync(join(fixture.root, 'other.js'), 'export default 1;');
  const text = async () => (await server.transformRequest('virtual:edition/text/nl'))?.code;
  const other = await server.transformRequest('/other.js');
  expect(await text()).not.toContain('Dit is nieuw.');

  const told = new Promise((done) => (server.ws.send = done as typeof server.ws.send));
  writeFileSync(score, readFileSync(score, 'utf8').replace(/(-->.*\n(?:<v [^>]*>)?)[^\n]*/, '$1Dit is nieuw.'));
  server.watcher.emit('change', score);
  expect(await told).toEqual({ type: 'full-reload' });
  expect(await text()).toContain('Dit is nieuw.');
  expect(await server.transformRequest('/other.js')).toBe(other);
});
