import type { Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { violations } from '../support/axe';
import { buildSite } from '../support/build-site';
import { serveFolder, type OwnServer } from '../support/own-server';
import { wordsIn } from '../support/site';
import { expect, test } from '../support/test';

const ID = 'aBcDeFgHiJk';
const SERVICE = 'https://www.youtube-nocookie.com';
const t = wordsIn('en').outside;
const named = (text: string) => text.replaceAll('{{service}}', 'YouTube');
const show = (page: Page) => page.getByRole('button', { name: named(t.show) });

/** Everything of the service is the stand-in: the real one can't be reached where tests run. Counts what is asked for. */
async function standIn(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(`${SERVICE}/**`, async (route) => {
    asked.push(route.request().url());
    const isFilm = route.request().url().endsWith('.mp4');
    await route.fulfill({
      path: isFilm ? 'tests/fixtures/media/ten-seconds.mp4' : 'tests/fixtures/services/youtube.html',
      contentType: isFilm ? 'video/mp4' : 'text/html',
    });
  });
  return asked;
}

const inFrame = (page: Page) => page.frameLocator('[data-part=outside] iframe').locator('video');
const timeOf = (page: Page) => inFrame(page).evaluate((video: HTMLVideoElement) => video.currentTime);
const isPaused = (page: Page) => inFrame(page).evaluate((video: HTMLVideoElement) => video.paused);

/** All scripts of a built site. */
const codeOf = (folder: string): string =>
  readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, 'assets', name), 'utf8'))
    .join('\n');
const OF_ENGINE = /EXT-X-STREAM-INF/;
const OF_SERVICES = /enablejsapi|getPlaybackRate/;

// Each builds a site of its own; a machine has one folder to do that in.
test.describe.configure({ mode: 'default', timeout: 120_000 });

test.describe('a film at a service', () => {
  let server: OwnServer;
  let folder: string;
  let remove: () => void;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    const built = await buildSite([{ service: 'youtube', id: ID }]);
    ({ folder, remove } = built);
    server = await serveFolder(built.folder, '/film');
  });
  test.afterAll(async () => {
    await server.stop();
    remove();
  });

  test('asks first, loads nothing before the press, and is then steered like any film', async ({ page, site }) => {
    const others: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) others.push(request.url());
    });
    const asked = await standIn(page);
    await page.goto(`${server.address}/en/`);
    await expect(page.getByText(named(t.title))).toBeVisible();
    await expect(page.getByText(named(t.asked))).toBeVisible();
    const away = '[rel~=preconnect], [rel~=dns-prefetch], [rel~=prefetch]';
    expect(await page.locator(away).count()).toBe(0);

    // Whoever plays by another button or a key is led to the question.
    await site.part('play').click();
    await expect(show(page)).toBeFocused();
    // Portraits and the text of the film need no answer.
    await page.locator('a[href*=portraits]').first().click();
    await expect(site.part('consent')).toBeHidden();
    await page.goBack();
    await expect(show(page)).toBeVisible();
    expect([asked, others]).toEqual([[], []]);
    expect(codeOf(folder)).toMatch(OF_SERVICES);
    expect(codeOf(folder)).not.toMatch(OF_ENGINE);
    expect(await violations(page)).toEqual([]);

    await show(page).press('Enter');
    await expect(site.part('outside')).toBeFocused();
    await expect.poll(() => timeOf(page), { timeout: 10_000 }).toBeGreaterThan(0.2);
    expect(new Set(asked.map((url) => new URL(url).pathname))).toEqual(new Set([`/embed/${ID}`, '/ten-seconds.mp4']));
    expect(others.every((url) => url.startsWith(SERVICE))).toBe(true);

    // The keys of the page, the page's own subtitles at their moment, and the page's own button.
    await expect(site.subtitles).not.toBeEmpty();
    await page.keyboard.press(' ');
    await expect.poll(() => isPaused(page)).toBe(true);
    await page.evaluate(() => (location.hash = 't=6.1'));
    await expect.poll(() => timeOf(page)).toBeCloseTo(6.1, 1);
    await site.part('play').click();
    await expect.poll(() => timeOf(page)).toBeGreaterThan(6.3);
    await site.part('play').click();
    await expect.poll(() => isPaused(page)).toBe(true);
  });

  test('asks in a frame of somebody else too', async ({ page, site }) => {
    await standIn(page);
    await page.goto(`${server.address}/embed/en/`);
    await site.part('cover').click();
    await show(page).click();
    await expect.poll(() => timeOf(page), { timeout: 10_000 }).toBeGreaterThan(0.2);
  });
});

test('a film in parts plays through its engine under the policy of its site, from the press on', async ({
  page,
  site,
}) => {
  const built = await buildSite(
    [
      { file: 'film/hls/film.m3u8', type: 'application/vnd.apple.mpegurl' },
      { file: 'film/film.mp4', type: 'video/mp4' },
      { service: 'vimeo', id: '123456789' },
    ],
    { OUTSIDE_FILMS: 'off' },
  );
  expect(readFileSync(join(built.folder, '_headers'), 'utf8')).toMatch(
    /media-src 'self' blob:;.* worker-src 'self' blob:/,
  );
  // Of a service that is switched off, nothing: no origin, and no part of a player that could ask for it.
  expect(readFileSync(join(built.folder, '_headers'), 'utf8')).not.toContain('vimeo');
  expect(codeOf(built.folder)).not.toMatch(OF_SERVICES);
  expect(readFileSync(join(built.folder, 'offline.json'), 'utf8')).not.toMatch(/m3u8|m4s/);
  const server = await serveFolder(built.folder, '/film');
  await page.goto(`${server.address}/en/`);
  await expect(site.video).not.toHaveAttribute('controls');
  await site.part('play').click();
  await expect.poll(() => site.time(), { timeout: 10_000 }).toBeGreaterThan(0.3);
  expect(await site.video.evaluate((video: HTMLVideoElement) => video.currentSrc)).toMatch(/^blob:/);
  // So that the checks of the code above are known to find what they look for.
  expect(codeOf(built.folder)).toMatch(OF_ENGINE);
  // The parts that are still on their way would be errors of the page.
  await page.goto('about:blank');
  await server.stop();
  built.remove();
});

test('the default site has no byte of an engine or of a service', () => {
  const built = resolve(process.env['OUT_DIR'] || 'dist');
  expect(codeOf(built)).not.toMatch(OF_SERVICES);
  expect(codeOf(built)).not.toMatch(OF_ENGINE);
  expect(readFileSync(join(built, '_headers'), 'utf8')).not.toMatch(/blob:|youtube|vimeo/);
});
