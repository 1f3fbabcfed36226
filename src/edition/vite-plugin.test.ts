import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  vi.restoreAllMocks();
});

const text = async () => (await server.transformRequest('virtual:edition/text/nl'))?.code;

/** Writes a file of the edition anew, and waits for what the page is told. */
async function change(file: string, how: (content: string) => string): Promise<unknown[]> {
  const path = join(fixture.root, file);
  const told = new Promise<unknown[]>((done) => (server.ws.send = (...news: unknown[]) => done(news)));
  writeFileSync(path, how(readFileSync(path, 'utf8')));
  server.watcher.emit('change', path);
  return told;
}

test('a changed word is told to the page, and nothing but the edition is made again', async () => {
  writeFileSync(join(fixture.root, 'other.js'), 'export default 1;');
  const other = await server.transformRequest('/other.js');
  expect(await text()).not.toContain('Dit is nieuw.');

  const [event, changed] = await change('subtitles/broodlicht/nl.vtt', (score) =>
    score.replace(/(-->.*\n(?:<v [^>]*>)?)[^\n]*/, '$1Dit is nieuw.'),
  );
  expect(event).toBe('dichterbij:text');
  expect(JSON.stringify(changed)).toContain('Dit is nieuw.');
  expect(await text()).toContain('Dit is nieuw.');
  expect(await server.transformRequest('/other.js')).toBe(other);
});

test('another time makes the page anew', async () => {
  const [told] = await change('subtitles/broodlicht/nl.vtt', (score) =>
    score.replace(/(\d)00( -->)/, (_, digit: string, arrow: string) => `${digit}20${arrow}`),
  );
  expect(told).toEqual({ type: 'full-reload' });
});

test('a changed word is told to the page first, and then what could be said plainer', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await change('subtitles/broodlicht/nl.vtt', (score) => score.replace(/(-->.*\n(?:<v [^>]*>)?)[^\n]*/, '$1Teneinde.'));
  expect(warn).not.toHaveBeenCalled();
  await vi.waitFor(() =>
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/nl\.vtt[\s\S]*teneinde[\s\S]*word-stiff/i)),
  );
});
