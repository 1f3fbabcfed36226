import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeOfflineList } from '../../src/edition/offline-files';
import { serveFolder } from '../support/own-server';
import { edition } from '../support/shipped-edition';
import { addressOf, wordsIn } from '../support/site';
import { expect, test } from '../support/test';

const t = wordsIn('nl');
const about = { view: 'about', language: 'nl' } as const;
const built = process.env['OUT_DIR'] || 'dist';

/** What this site has on the device: names of caches, and how many workers. */
const onDevice = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const NOTHING = { caches: [], workers: 0 };

const room = (page: Page) => page.locator('[data-part=ready-for-room]');
const button = (page: Page, name: string) => room(page).getByRole('button', { name, exact: true });

// A film goes over, and two slow cores have other work.
test.setTimeout(60_000);
const LONG = { timeout: 20_000 };

test('looking around and asking what it costs keep nothing', async ({ site, page }) => {
  await site.open({ view: 'film', language: 'nl' });
  await site.open(about);
  await expect(room(page)).toContainText(/\d+ MB/);
  expect(await onDevice(page)).toEqual(NOTHING);
});

test('a film that comes in short is reported, never shown as kept, and the next press goes on', async ({
  site,
  page,
}) => {
  let held = () => {};
  const isHeld = new Promise<void>((resolve) => (held = resolve));
  // The first is never answered, the second is cut.
  let times = 0;
  await page.route('**/film/film.*', async (route) => {
    if (route.request().headers()['range'] !== undefined) return route.continue();
    times += 1;
    if (times === 1) return held();
    return route.fulfill({ contentType: 'video/mp4', body: Buffer.alloc(100_000) });
  });
  await site.open(about);
  await button(page, t.offline.keep).click();
  await isHeld;
  await button(page, t.offline.stop).click();
  await expect(room(page)).toHaveAttribute('data-state', 'none');

  await button(page, t.offline.goOn).click();
  await expect(room(page)).toHaveAttribute('data-state', 'failed', LONG);
  await expect(room(page)).toContainText('film/film.');
  await page.reload();
  await expect(room(page)).toHaveAttribute('data-state', 'none');

  await page.unroute('**/film/film.*');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await button(page, t.offline.goOn).click();
  await expect(room(page)).toContainText(t.offline.kept, LONG);
  expect(
    asked.filter((path) => !/film\.|offline\.json|worker\.js/.test(path)),
    'what was there',
  ).toEqual([]);
});

test('with the network gone every page opens cold, and the film plays and is sought', async ({
  site,
  page,
  context,
}) => {
  const server = await serveFolder(built, '/een/map');
  const at = (address: string) => server.address + address;
  try {
    await page.goto(at(addressOf(about)));
    await button(page, t.offline.keep).click();
    await expect(room(page)).toContainText(t.offline.kept, LONG);
  } finally {
    await server.stop();
  }
  await context.setOffline(true);

  await page.reload();
  await expect(room(page)).toContainText(t.offline.kept);
  const person = edition.data.people[1]!;
  const portrait = (language: string, rest = '') => at(addressOf({ view: 'portrait', language, id: person.id }, rest));
  // As people write addresses, too: a folder without its slash, a page by its file, a query behind it.
  for (const written of [portrait('nl').slice(0, -1), portrait('en', 'index.html?via=mail#text'), portrait('nl')]) {
    await page.goto(written);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
  }
  await page.getByRole('link', { name: t.menu.themes, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.theme.title);

  // Safari plays nothing without this; Chromium makes do with the whole film.
  const { currentSrc, slice } = await site.video.evaluate(async (video: HTMLVideoElement) => {
    const answer = await fetch(video.currentSrc, { headers: { range: 'bytes=100-199' } });
    const range = answer.headers.get('content-range');
    return { currentSrc: video.currentSrc, slice: [answer.status, range, (await answer.arrayBuffer()).byteLength] };
  });
  const { size } = statSync(join(built, new URL(currentSrc).pathname.slice('/een/map'.length)));
  expect(slice).toEqual([206, `bytes 100-199/${size}`, 100]);

  await page.goto(at('/'));
  await site.ready();
  await site.play();
  const nearEnd = await site.video.evaluate((video: HTMLVideoElement) => video.duration * 0.9);
  await site.video.evaluate((video: HTMLVideoElement, time) => (video.currentTime = time), nearEnd);
  await expect.poll(() => site.time()).toBeGreaterThan(nearEnd + 0.5);
  expect(await site.paused()).toBe(false);

  await page.goto(at(addressOf(about)));
  await page.getByRole('button', { name: t.memory.forget }).click();
  await expect(page.getByText(t.memory.forgotten)).toBeVisible();
  expect(await onDevice(page)).toEqual(NOTHING);
});

test('a kept release stays whole until the new one is fetched, then makes way for it', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dichterbij-'));
  cpSync(built, folder, { recursive: true });
  const file = join(folder, addressOf(about), 'index.html');
  const release = (find: string, put: string) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace(find, put));
    writeOfflineList(folder, edition.data.film.sources);
  };
  const server = await serveFolder(folder, '');
  const at = (address: string) => server.address + address;
  try {
    await page.goto(at(addressOf(about)));
    await button(page, t.offline.keep).click();
    await expect(room(page)).toContainText(t.offline.kept, LONG);
    const before = await onDevice(page);

    release('</body>', '<p id="newer"></p></body>');
    await page.reload();
    await expect(room(page)).toContainText(t.offline.outdated);
    await expect(page.locator('#newer'), 'the older page').toHaveCount(0);
    expect(await onDevice(page)).toEqual(before);

    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await button(page, t.offline.refresh).click();
    await expect(room(page)).toContainText(t.offline.renewed, LONG);
    expect(
      asked.filter((path) => path.includes('/film/')),
      'the film is not fetched again',
    ).toEqual([]);
    await button(page, t.offline.reload).click();
    await expect(page.locator('#newer')).toHaveCount(1);
    await expect(room(page)).toContainText(t.offline.kept);
    const after = await onDevice(page);
    expect(after.caches).toHaveLength(1);
    expect(after.caches).not.toEqual(before.caches);
  } finally {
    // A page that still asks for the newest list would write an error of its own.
    await page.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
