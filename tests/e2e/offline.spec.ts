/** The site on the device, with the real worker. */
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../support/own-server';
import { hostedCopy } from '../support/releases';
import { edition } from '../support/shipped-edition';
import { addressOf, forgetAll, wordsIn } from '../support/site';
import { expect, test } from '../support/test';

const t = wordsIn('nl');
const about = { view: 'about', language: 'nl' } as const;
const person = edition.data.people[1]!;
const portrait = (language: string) => addressOf({ view: 'portrait', language, id: person.id });
const built = process.env['OUT_DIR'] || 'dist';

// Elsewhere no test has a worker.
test.use({ serviceWorkers: 'allow' });
// A film goes over, and two slow cores have other work.
test.setTimeout(60_000);
const LONG = { timeout: 20_000 };

/** What this host has on the device: names of caches, and where workers answer. */
const onDevice = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  }));
const NOTHING = { caches: [], workers: [] };

const room = (page: Page) => page.locator('[data-part=ready-for-room]');
const button = (page: Page, name: string) => room(page).getByRole('button', { name, exact: true });
const state = (page: Page, kind: string) => expect(room(page)).toHaveAttribute('data-state', kind, LONG);
const heading = (page: Page, text: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(text);

async function keepAll(page: Page, address: string) {
  await page.goto(address);
  await button(page, t.offline.keep).click();
  await expect(room(page)).toContainText(t.offline.kept, LONG);
}

/** A part of the film is asked for by its first and last byte; players leave the last one open. */
const isPart = (range: string | undefined) => range !== undefined && !range.endsWith('-');
const cut = /ERR_(CONNECTION|INTERNET|FAILED|EMPTY)|Failed to load resource/;

test('a press keeps the pages once the page is at rest, and the next visit needs no network; forgetting takes all away', async ({
  site,
  page,
  context,
}) => {
  const server = await serveFolder(built, '/een/map');
  const at = (address: string) => server.address + address;
  try {
    await page.clock.install();
    await page.goto(at(portrait('nl')));
    await site.ready();
    await page.clock.runFor(60_000);
    expect(await onDevice(page), 'without a press').toEqual(NOTHING);
    await page.getByRole('link', { name: t.menu.themes, exact: true }).click();
    await heading(page, t.theme.title);
    await page.clock.runFor(4000);
    expect(await onDevice(page), 'before it is at rest').toEqual(NOTHING);
    await page.clock.runFor(2000);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  } finally {
    await server.stop();
  }
  await context.setOffline(true);

  // As people write addresses, too: a folder without its slash, a page by its file, a query behind it.
  for (const written of [portrait('nl').slice(0, -1), `${portrait('en')}index.html?via=mail#text`]) {
    await page.goto(at(written));
    await heading(page, person.name);
  }
  await expect(page.locator('main')).toContainText(edition.portraits['en']![person.id]!.paragraphs[0]!.title);
  await page.getByRole('link', { name: wordsIn('en').menu.film, exact: true }).click();
  await expect(site.part('transcript')).toContainText(edition.data.cues.length > 0 ? /\w/ : '');
  // The film itself is not on the device.
  await page.clock.runFor(1000);
  await expect(site.part('trouble')).toHaveAttribute('data-kind', 'offline');
  await expect(page.goto(at('/nl/nope/'))).rejects.toThrow(/ERR_(FAILED|INTERNET_DISCONNECTED)/);
  await page.waitForURL('chrome-error://chromewebdata/');

  await page.goto(at(addressOf(about)));
  await state(page, 'none');
  await forgetAll(page, t);
  await expect(page.getByText(t.memory.forgotten)).toBeVisible();
  await page.clock.runFor(60_000);
  expect(await onDevice(page)).toEqual(NOTHING);
  // The film itself is not there.
  for (const problem of site.problems.splice(0)) expect(problem).toMatch(cut);
});

test('the film comes in parts: stopped, cut or wrong it is never shown as kept, and the next press fetches the rest', async ({
  site,
  page,
}) => {
  let isHeld = () => {};
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const [source] = edition.data.film.sources;
  const size = readFileSync(join(built, source!.file)).length;
  let parts = 0;
  await page.route('**/film/film.*', async (route) => {
    const range = route.request().headers()['range'];
    if (!isPart(range)) return route.continue();
    parts += 1;
    // The third never comes, then it is cut, then it is other bytes.
    if (parts < 3) return route.continue();
    if (parts === 3) return isHeld();
    if (parts === 4) return route.abort('connectionreset');
    const [start, end] = range!.slice('bytes='.length).split('-').map(Number);
    const headers = { 'content-range': `bytes ${start}-${end}/${size}` };
    return route.fulfill({ status: 206, headers, contentType: 'video/mp4', body: Buffer.alloc(end! - start! + 1) });
  });
  await site.open(about);
  await expect(room(page)).toContainText(/\d+ MB/);
  expect(await onDevice(page), 'asking what it costs').toEqual(NOTHING);
  await button(page, t.offline.keep).click();
  await held;
  await button(page, t.offline.stop).click();
  await state(page, 'none');

  await button(page, t.offline.goOn).click();
  await state(page, 'failed');
  await expect(room(page)).toContainText(t.offline.failed.network);
  await button(page, t.offline.goOn).click();
  await expect(room(page)).toContainText('film/film.', LONG);
  await state(page, 'failed');
  await page.reload();
  await state(page, 'none');
  expect((await onDevice(page)).workers, 'the pages come when the film is there').toEqual([]);

  await page.unroute('**/film/film.*');
  const asked: string[] = [];
  page.on('request', (request) => {
    const range = request.headers()['range'];
    if (isPart(range)) asked.push(range!);
  });
  await button(page, t.offline.goOn).click();
  await expect(room(page)).toContainText(t.offline.kept, LONG);
  expect(asked[0], 'two parts were there').toMatch(/^bytes=4194304-/);
  expect(asked.length).toBe(Math.ceil(size / 2097152) - 2);
  for (const problem of site.problems.splice(0)) expect(problem).toMatch(cut);
});

test('with the network gone every page opens cold, the film is answered byte by byte, plays and is sought', async ({
  site,
  page,
  context,
}) => {
  const server = await serveFolder(built, '/een/map');
  const at = (address: string) => server.address + address;
  try {
    await keepAll(page, at(addressOf(about)));
  } finally {
    await server.stop();
  }
  await context.setOffline(true);
  await page.reload();
  await expect(room(page)).toContainText(t.offline.kept);
  await button(page, t.offline.check).click();
  await expect(room(page)).toContainText(t.offline.kept);
  await page.goto(at(portrait('en')));
  await heading(page, person.name);

  await page.goto(at('/'));
  await page.waitForURL(at('/nl/'));
  await site.ready();
  const source = await site.video.evaluate((video: HTMLVideoElement) => video.currentSrc);
  const film = readFileSync(join(built, new URL(source).pathname.slice('/een/map'.length)));
  const size = film.length;
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const part = (start: number, end: number) => [
    206,
    `bytes ${start}-${end - 1}/${size}`,
    digest(film.subarray(start, end)),
  ];
  const whole = [200, null, digest(film)];
  const nothing = [416, `bytes */${size}`, digest(Buffer.alloc(0))];
  const edges: Record<string, unknown> = {
    'bytes=0-': part(0, size),
    'bytes=0-0': part(0, 1),
    'bytes=0-1': part(0, 2),
    [`bytes=${size - 1}-`]: part(size - 1, size),
    [`bytes=${size - 1}-${size + 5}`]: part(size - 1, size),
    'bytes=2097151-2097152': part(2097151, 2097153),
    [`bytes=${size - 3_000_000}-`]: part(size - 3_000_000, size),
    'bytes=-1': part(size - 1, size),
    'bytes=-100': part(size - 100, size),
    [`bytes=-${size + 5}`]: part(0, size),
    [`bytes=${size}-`]: nothing,
    'bytes=99999999999-': nothing,
    'bytes=-0': nothing,
    'bytes=5-2': whole,
    abc: whole,
  };
  const answers = await page.evaluate(
    async ([address, ranges]) => {
      const found: Record<string, unknown> = {};
      for (const range of ranges) {
        const answer = await fetch(address, { headers: { range } });
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
        const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        found[range] = [answer.status, answer.headers.get('content-range'), hex];
      }
      return found;
    },
    [source, Object.keys(edges)] as const,
  );
  expect(answers).toEqual(edges);
  for (const problem of site.problems.splice(0)) expect(problem).toContain('416');

  await site.play();
  const nearEnd = await site.video.evaluate((video: HTMLVideoElement) => video.duration * 0.9);
  await site.video.evaluate((video: HTMLVideoElement, time) => (video.currentTime = time), nearEnd);
  await expect.poll(() => site.time()).toBeGreaterThan(nearEnd + 0.5);
  expect(await site.paused()).toBe(false);

  await page.goto(at(addressOf(about)));
  await forgetAll(page, t);
  await expect(page.getByText(t.memory.forgotten)).toBeVisible();
  expect(await onDevice(page)).toEqual(NOTHING);
});

test('a kept release stays whole, pages and film, until the new one is fetched and let in', async ({ site, page }) => {
  const host = await hostedCopy();
  const at = (address: string) => host.address + address;
  const film = () =>
    site.video.evaluate(async ({ currentSrc }: HTMLVideoElement) =>
      (await fetch(currentSrc, { headers: { range: 'bytes=0-0' } })).headers.get('content-range'),
    );
  const mark = (id: string) => page.locator(`#${id}`);
  let loads = 0;
  try {
    await keepAll(page, at(addressOf(about)));
    const before = await onDevice(page);

    host.releaseText(addressOf(about), 'newer');
    await page.reload();
    await expect(room(page)).toContainText(t.offline.outdated);
    // The browser looks for a newer worker by itself; it is not let in.
    await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      await registration.update();
      const { installing } = registration;
      if (installing) await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
      if (registration.waiting) throw new Error('A newer worker came in.');
    });
    await page.reload();
    await state(page, 'outdated');
    await expect(mark('newer'), 'the older page').toHaveCount(0);
    expect(await onDevice(page)).toEqual(before);

    const asked: string[] = [];
    page.on('request', (request) => isPart(request.headers()['range']) && asked.push(request.url()));
    page.on('load', () => (loads += 1));
    await button(page, t.offline.refresh).click();
    await expect(room(page)).toContainText(t.offline.renewed, LONG);
    expect(asked, 'the film is the same').toEqual([]);
    expect(loads, 'nothing is loaded anew by itself').toBe(0);
    await button(page, t.offline.reload).click();
    await expect(mark('newer')).toHaveCount(1);
    await expect(room(page)).toContainText(t.offline.kept);
    await expect(room(page)).not.toContainText(t.offline.renewed);
    expect(loads).toBe(1);

    // The film is another now: until it is here, the older one is answered, with its pages.
    const older = await film();
    host.edit(join(addressOf(about), 'index.html'), '</body>', '<p id="newest"></p></body>');
    host.releaseFilm();
    await page.reload();
    await state(page, 'outdated');
    await page.route('**/film/film.*', (route) =>
      isPart(route.request().headers()['range']) ? route.abort('connectionreset') : route.continue(),
    );
    await button(page, t.offline.refresh).click();
    await state(page, 'failed');
    await page.reload();
    await state(page, 'outdated');
    expect([await film(), await mark('newest').count()]).toEqual([older, 0]);
    await page.unroute('**/film/film.*');
    await button(page, t.offline.refresh).click();
    await expect(room(page)).toContainText(t.offline.renewed, LONG);
    expect([await film(), await mark('newest').count()]).toEqual([older, 0]);
    await button(page, t.offline.reload).click();
    await expect(mark('newest')).toHaveCount(1);
    await expect(room(page)).toContainText(t.offline.kept);
    expect(await film()).not.toBe(older);
    for (const problem of site.problems.splice(0)) expect(problem).toMatch(cut);
  } finally {
    // A page that still asks for the newest list would write an error of its own.
    await page.close();
    await host.stop();
  }
});

test('a page of an older release heals itself once, when the film does not play; a part that is merely missing loads nothing', async ({
  site,
  page,
}) => {
  const host = await hostedCopy();
  const film = `${host.address}${addressOf({ view: 'film', language: 'nl' })}`;
  let loads = 0;
  page.on('load', () => (loads += 1));
  const openThere = async () => {
    await page.goto('about:blank');
    await page.goto(`${film}#t=20`);
    await site.ready();
    await expect.poll(() => site.time()).toBeCloseTo(20, 1);
    loads = 0;
  };
  /** The player is such a part: without it the browser's own plays. */
  const playWithout = async () => {
    const list = page.waitForResponse('**/offline.json');
    // By its key: a pointer that comes near would ask for the part before the film plays, and a page that stands still may be loaded anew.
    await page.keyboard.press('k');
    await (await list).finished();
    await expect.poll(() => site.time()).toBeGreaterThan(20.5);
    expect(loads, 'while the film plays').toBe(0);
  };
  const assets = join(host.site, 'assets');
  const player = join(
    assets,
    readdirSync(assets).find((name) => name.startsWith('video-js-source'))!,
  );
  try {
    // Of the very same release.
    renameSync(player, `${player}.gone`);
    await openThere();
    await playWithout();
    await site.pause();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(loads, 'nothing to be had').toBe(0);

    renameSync(`${player}.gone`, player);
    await openThere();
    host.releaseScripts();
    await playWithout();
    await site.part('play').click();
    await expect.poll(() => loads).toBe(1);
    await site.ready();
    await expect.poll(() => site.time(), 'the same moment').toBeGreaterThan(20.4);
    expect(await site.paused()).toBe(true);
    await site.play();
    await expect(page.locator('.vjs-tech'), 'the newer player').toHaveCount(1);
    await site.pause();
    expect(loads).toBe(1);
    for (const problem of site.problems.splice(0)) expect(problem).toMatch(cut);
  } finally {
    await page.close();
    await host.stop();
  }
});

test('the kill switch takes this site off the device, and leaves the site beside it alone', async ({ page }) => {
  const host = await hostedCopy('een');
  cpSync(built, join(host.root, 'twee'), { recursive: true });
  const other = host.address.replace(/een$/, 'twee');
  try {
    await keepAll(page, other + addressOf(about));
    const neighbour = await onDevice(page);
    await keepAll(page, host.address + addressOf(about));
    expect((await onDevice(page)).workers.sort()).toEqual(['/een/', '/twee/']);

    host.releaseText(addressOf(about), 'newer');
    copyFileSync(join(host.site, 'hosting/kill-switch/worker.js'), join(host.site, 'worker.js'));
    await page.reload();
    await expect.poll(() => onDevice(page)).toEqual(neighbour);
    await page.reload();
    await expect(page.locator('#newer')).toHaveCount(1);
    await state(page, 'none');
    expect(await onDevice(page)).toEqual(neighbour);
    await page.goto(other + addressOf(about));
    await expect(room(page)).toContainText(t.offline.kept, LONG);
  } finally {
    await page.close();
    await host.stop();
  }
});

test('storage that is full is told, with how much must be free, and what is there stays', async ({
  site,
  page,
  baseURL,
}) => {
  // Chromium tells pages of more room than there is (its real limit, which the other lines set, shows when something is stored).
  await page.addInitScript(() => {
    const told = sessionStorage.getItem('told');
    if (told !== null) navigator.storage.estimate = () => Promise.resolve({ quota: Number(told), usage: 0 });
  });
  const cdp = await page.context().newCDPSession(page);
  const origin = new URL(baseURL!).origin;
  const quota = (quotaSize?: number) =>
    cdp.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== undefined && { quotaSize }) });
  await site.open(about);
  await page.evaluate(() => sessionStorage.setItem('told', '16000000'));
  await page.reload();
  await button(page, t.offline.keep).click();
  await state(page, 'failed');
  await expect(room(page)).toContainText(/Er moet (19|20) MB vrij zijn/);
  expect(await onDevice(page)).toEqual(NOTHING);

  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  let parts = 0;
  await page.route('**/film/film.*', async (route) => {
    if (isPart(route.request().headers()['range']) && (parts += 1) === 3) await quota(3_000_000);
    return route.continue();
  });
  await button(page, t.offline.keep).click();
  await state(page, 'failed');
  await expect(room(page)).toContainText(/Er moet 1[0-7] MB vrij zijn/);
  await page.reload();
  await state(page, 'none');
  await expect(button(page, t.offline.goOn)).toBeVisible();
  await quota();
});

for (const [name, refuse] of Object.entries({
  'has no workers, as in a private window': () =>
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
  'refuses to keep files': () => {
    for (const method of ['open', 'keys', 'match', 'has'] as const)
      Object.defineProperty(CacheStorage.prototype, method, {
        value: () => Promise.reject(new DOMException('refused', 'SecurityError')),
      });
  },
}))
  test(`a browser that ${name} says so, and the site works`, async ({ site, page }) => {
    await page.addInitScript(refuse);
    await page.clock.install();
    await site.open(about);
    await state(page, 'unavailable');
    await expect(room(page)).toContainText(t.offline.unavailable.browser);
    await page.getByRole('link', { name: t.menu.themes, exact: true }).click();
    await heading(page, t.theme.title);
    await page.clock.runFor(10_000);
    await page.getByRole('link', { name: t.menu.about, exact: true }).first().click();
    await state(page, 'unavailable');
  });
