/** A page before anybody has come near: it is there to be read, plays at once, and loses no press while its app is on its way. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { changed, readPicture } from '../support/pixels';
import { addressOf, wordsIn } from '../support/site';
import { edition, timeline } from '../support/shipped-edition';

const film = addressOf({ view: 'film', language: 'nl' });
const APP = /assets\/app-[^/]*\.js$/;

/** Keeps the app on its way until it is let go. */
async function holdApp(page: Page): Promise<() => void> {
  let release = () => {};
  const free = new Promise<void>((resolve) => (release = resolve));
  await page.route(APP, async (route) => {
    await free;
    await route.continue();
  });
  return release;
}

/** The app has taken over: what stood in for it is gone. */
const awake = (page: Page) => expect(page.locator('[data-part=not-started]')).toHaveCount(0);

test('asks for its app when somebody comes near, and for nothing of it before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(film, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.endsWith('.js')).map((path) => path.replace(/^.*\/(\w+)-.*$/, '$1'))).toEqual([
    'main',
    'resting',
  ]);
  await expect(page.locator('[data-part=begin]')).toBeVisible();
  await expect(page.locator('video')).not.toHaveAttribute('controls');
  // A pointer that lies still, as browsers tell of one where a page comes in under it.
  await page.evaluate(async () => {
    document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    // What it would ask for is asked for in the next turn, so before this.
    await new Promise((next) => setTimeout(next));
    await fetch(location.href);
  });
  expect(asked.some((path) => APP.test(path))).toBe(false);
  await page.mouse.move(5, 5, { steps: 2 });
  await awake(page);
  expect(asked.some((path) => APP.test(path))).toBe(true);
});

/** The colour of paper, which the styles set; without them a page has none. */
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const UNSTYLED = 'rgba(0, 0, 0, 0)';

test('is drawn without a file of styles, and fetches none that it has', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(film, { waitUntil: 'load' });
  expect(await background(page)).not.toBe(UNSTYLED);
  await page.mouse.move(5, 5, { steps: 2 });
  await awake(page);
  expect(asked.filter((path) => path.endsWith('.css'))).toEqual([]);
});

for (const view of ['film', 'embed', 'about'] as const)
  test(`"${view}" fetches its styles where its host has the policy of another build`, async ({ page, site }) => {
    const address = addressOf({ view, language: 'nl' });
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      expect(policy).toContain("'sha256-");
      const old = policy.replace(/ 'sha256-[^']*'/g, '');
      await route.fulfill({ response, headers: { ...headers, 'content-security-policy': old } });
    });
    await page.goto(address, { waitUntil: 'load' });
    await expect.poll(() => background(page)).not.toBe(UNSTYLED);
    const inPage = page.evaluate(() => [...document.querySelectorAll('style')].filter(({ sheet }) => sheet).length);
    expect(await inPage).toBe(0);
    for (const problem of site.problems.splice(0)) expect(problem).toMatch(/inline style/);
  });

test('lays out what is out of sight when somebody has come near', async ({ page }) => {
  await page.goto(film, { waitUntil: 'load' });
  const laidOut = () =>
    page
      .locator('[data-part=transcript] ol')
      .last()
      .evaluate((list) => list.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }));
  await expect.poll(laidOut).toBe(false);
  await page.mouse.move(5, 5, { steps: 2 });
  await awake(page);
  expect(await laidOut()).toBe(true);
});

test('moves nothing when its app comes in', async ({ page }) => {
  await page.goto(film, { waitUntil: 'networkidle' });
  // Only a browser knows whether it has such windows; the button stands where it moves no other.
  await page.evaluate(() =>
    document.styleSheets[0]!.insertRule('[data-part=picture-in-picture] { visibility: hidden }'),
  );
  // Painted whole, as it is later: the edge of a picture that came in over another comes out a shade different.
  for (const width of [1300, 1280]) await page.setViewportSize({ width, height: 720 });
  const before = await page.screenshot();
  await page.mouse.move(1, 1, { steps: 2 });
  await awake(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(changed(readPicture(before), readPicture(await page.screenshot()), 1.02), 'pixels that changed').toBe(0);
});

test('plays at the press, and plays on when the app is there', async ({ page, site }) => {
  const release = await holdApp(page);
  await page.goto(film);
  await page.evaluate(() => {
    const video = document.querySelector('video')!;
    const told: string[] = [];
    for (const name of ['pause', 'emptied', 'seeking']) video.addEventListener(name, () => told.push(name));
    Object.assign(window, { told });
  });
  await page.locator('[data-part=begin]').click();
  await expect.poll(() => site.paused()).toBe(false);
  await expect.poll(() => site.time()).toBeGreaterThan(0.2);
  release();
  await awake(page);
  await expect(page.locator('[data-part=begin]')).toHaveCount(0);
  await expect(page.locator('[data-part=play]')).toHaveAccessibleName(wordsIn('nl').film.pause);
  await expect(site.video).not.toHaveAttribute('controls');
  const { start } = timeline.cues[0]!;
  await expect.poll(() => site.time()).toBeGreaterThan(start);
  await expect(site.subtitles).not.toBeEmpty();
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([]);
});

test('a second press pauses it again', async ({ page, site }) => {
  const release = await holdApp(page);
  await page.goto(film);
  await page.locator('[data-part=play]').click();
  await expect.poll(() => site.paused()).toBe(false);
  await page.locator('[data-part=play]').click();
  await expect.poll(() => site.paused()).toBe(true);
  release();
  await awake(page);
  expect(await site.paused()).toBe(true);
});

test('does what was pressed meanwhile: a switch, a chapter, a key', async ({ page, site }) => {
  const release = await holdApp(page);
  await page.goto(film);
  const { chapter, start } = timeline.chapters[2]!;
  const subtitles = page.locator('.subtitles-switch');
  await subtitles.click();
  await page.locator(`[data-part=chapter-list] a[href$="#${chapter.id}"]`).click();
  await page.keyboard.press('m');
  expect(new URL(page.url()).hash, 'the app goes there').toBe('');
  release();
  await awake(page);
  await expect(subtitles).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(start);
  await expect.poll(() => site.paused(), 'a chapter that is pressed plays').toBe(false);
  expect(await site.video.evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
});

test('a link to another page needs no app', async ({ page }) => {
  await holdApp(page);
  await page.goto(film);
  await page.locator('header a', { hasText: wordsIn('nl').menu.about }).click();
  await expect(page).toHaveURL(addressOf({ view: 'about', language: 'nl' }));
});

test('an app that did not come in comes with the next press, and its buttons stay', async ({ page, site }) => {
  await page.route(APP, (route) => route.abort());
  await page.goto(film, { waitUntil: 'networkidle' });
  await page.mouse.move(5, 5, { steps: 2 });
  const html = page.locator('html');
  await expect(html).not.toHaveAttribute('data-started');
  await expect(page.locator('video')).toHaveAttribute('controls');
  await page.unroute(APP);
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.play());
  await awake(page);
  // What tells that a page has not started takes the buttons away after five seconds.
  await expect(html).toHaveAttribute('data-started');
  await expect(page.locator('video')).not.toHaveAttribute('controls');
  await expect(site.part('play').first()).toBeVisible();
  const missing = /ERR_FAILED|Failed to fetch dynamically imported module/;
  expect(site.problems.splice(0).filter((problem) => !missing.test(problem))).toEqual([]);
});

test('wakes by itself for a moment in its address, and for what the device keeps', async ({ page, site }) => {
  await page.goto(`${film}#t=20`);
  await awake(page);
  await expect.poll(() => site.time()).toBeCloseTo(20, 2);
  await page.goto('about:blank');
  await page.goto(film, { waitUntil: 'networkidle' });
  await expect(page.locator('[data-part=not-started]')).toHaveCount(1);
  await page.evaluate((key) => localStorage.setItem(key, '20'), `dichterbij:${edition.data.id}:viewer:film`);
  await page.reload();
  await awake(page);
});

for (const [how, point] of [
  ['a pointer', (link: Locator) => link.hover()],
  ['the keyboard', (link: Locator) => link.focus()],
] as const)
  test(`once awake, what ${how} has come to is at hand when it is pressed`, async ({ page, site }) => {
    await page.goto(film);
    await site.ready();
    const [person] = edition.data.people;
    const parts = [person!.id, 'PortraitView'].map((name) =>
      page.waitForResponse(new RegExp(`assets/${name}-.*\\.js$`)),
    );
    const people = page.getByRole('region', { name: wordsIn('nl').portrait.heading });
    const link = people.getByRole('link', { name: person!.name });
    await point(link);
    await Promise.all((await Promise.all(parts)).map((answer) => answer.finished()));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await link.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${addressOf({ view: 'portrait', language: 'nl', id: person!.id })}`));
    await expect(page.locator('h1')).toContainText(person!.name);
    expect(asked.filter((url) => url.includes(`/${person!.id}-`) || url.includes('PortraitView'))).toEqual([]);
  });
