import type { Page } from '@playwright/test';
import type { TroubleKind } from '../../src/playback/remedy';
import { expect, test } from '../support/fault-test';
import { servePartner } from '../support/partner-server';
import { edition } from '../support/shipped-edition';
import { wordsIn, type Site } from '../support/site';

const FILM = /film\/film\.(mp4|webm)$/;
const [first, second] = edition.data.film.sources.map(({ file }) => new RegExp(`${file}$`));
/** Far behind what a browser fetches ahead. */
const FAR = 250;
/** Within so many milliseconds a person has to see what is wrong. */
const SOON = { timeout: 10_000 };
const LONG = { timeout: 15_000 };

const card = (page: Page, kind?: TroubleKind) =>
  page.locator(`[data-part=trouble]${kind ? `[data-kind=${kind}]` : ''}`);
const again = (page: Page, language = 'nl') =>
  card(page).getByRole('button', { name: wordsIn(language).film.again, exact: true });

/** The page that is there now: a reload would lose the mark. */
const mark = (page: Page) => page.evaluate(() => (document.body.dataset['mark'] = 'here'));
const isMarked = (page: Page) => page.evaluate(() => document.body.dataset['mark'] === 'here');

const seek = (site: Site, time: number) =>
  site.video.evaluate((video: HTMLVideoElement, to) => (video.currentTime = to), time);
const film = (site: Site) => site.video.evaluate((video: HTMLVideoElement) => new URL(video.currentSrc).pathname);

/** A film that plays, far from where it will be sent to. */
async function begin(site: Site, language = 'nl') {
  await site.openFilm(language, 20);
  await site.play();
}

/** The film plays from `time` on: at most a second of it is lost. */
async function playsFrom(site: Site, time: number) {
  await expect
    .poll(() => site.video.evaluate((video: HTMLVideoElement) => !video.paused && video.readyState > 2), LONG)
    .toBe(true);
  expect(Math.abs((await site.time()) - time)).toBeLessThan(2);
  const from = await site.time();
  await expect.poll(() => site.time(), LONG).toBeGreaterThan(from + 0.3);
  await expect(card(site.page)).toHaveCount(0);
}

test.describe('a film that is not there', () => {
  for (const language of ['nl', 'en'])
    test(`says so in "${language}", asks no more, and its text can be read`, async ({ site, host, page }) => {
      host.break(FILM, { kind: 'status', status: 404 });
      await page.goto(`/${language}/`);
      await expect(card(page, 'gone')).toBeVisible(SOON);
      const words = wordsIn(language).film.trouble.gone;
      await expect(card(page).getByRole('status')).toHaveText(`${words.title} ${words.text}`);
      const since = performance.now();
      const asked = host.asked.length;
      await page.locator('[data-part=line]').nth(3).getByRole('link').first().click();
      await page.getByRole('link', { name: edition.data.people[0]!.name }).last().click();
      await expect(site.part('portrait')).toBeVisible();
      await page.goBack();
      await expect(card(page, 'gone')).toBeVisible();
      // The first try of what may pass would have come after a second.
      await expect.poll(() => performance.now() - since).toBeGreaterThan(1500);
      expect(host.asked.slice(asked).filter(({ path }) => FILM.test(path))).toEqual([]);
    });

  test('in one format is played from the next', async ({ site, host, page }) => {
    host.break(first!, { kind: 'status', status: 404 });
    await page.goto('/nl/');
    await site.ready();
    await site.play();
    expect(await film(site)).toMatch(second!);
    await expect(card(page)).toHaveCount(0);
  });
});

test.describe('a film that is held back', () => {
  const cases = [
    { name: 'a host that refuses it', fault: { kind: 'status', status: 403 }, kind: 'refused' },
    { name: 'a log-in page in its place', fault: { kind: 'page' }, kind: 'elsewhere' },
    { name: 'a host that can not just now', fault: { kind: 'status', status: 503 }, kind: 'busy' },
  ] as const;
  for (const { name, fault, kind } of cases)
    test(`${name}: says so, and one press plays it when that is over`, async ({ site, host, page }) => {
      host.break(FILM, fault);
      await page.goto('/nl/');
      await expect(card(page, kind)).toBeVisible(SOON);
      await mark(page);
      host.break(FILM, undefined);
      await again(page).click();
      await expect(card(page)).toHaveCount(0, LONG);
      await site.play();
      expect(await isMarked(page)).toBe(true);
    });
});

test('a film that is not there says so in a frame without an origin too', async ({ site, host, page }) => {
  host.break(FILM, { kind: 'status', status: 404 });
  const partner = await servePartner(host.address);
  try {
    const frameLine = `<iframe sandbox="allow-scripts" width="640" height="480" src="${host.address}/embed/nl/"></iframe>`;
    await page.goto(partner.page(frameLine));
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-part=cover]').click();
    await expect(frame.locator('[data-part=trouble][data-kind=gone]')).toBeVisible(SOON);
    // The browser's own subtitle tracks want an origin; the page's do not.
    expect(site.problems.splice(0).filter((text) => !/\.vtt|^Failed to load/.test(text))).toEqual([]);
  } finally {
    await partner.stop();
  }
});

test.describe('half-way', () => {
  test('a film that is gone from its host says so, and plays on at the same moment when it is back', async ({
    site,
    host,
    page,
  }) => {
    await begin(site);
    await mark(page);
    host.break(FILM, { kind: 'status', status: 404 });
    await seek(site, FAR);
    await expect(card(page, 'gone')).toBeVisible(SOON);
    host.break(FILM, undefined);
    await again(page).press('Enter');
    await playsFrom(site, FAR);
    // The button that was pressed is gone; the keyboard is at the film.
    await expect(page.locator('[data-part=theatre] [data-part=play]')).toBeFocused();
    expect(await isMarked(page)).toBe(true);
  });

  test('a format that is gone makes way for the next, at the same moment', async ({ site, host, page }) => {
    await begin(site);
    host.break(first!, { kind: 'status', status: 404 });
    await seek(site, FAR);
    await playsFrom(site, FAR);
    expect(await film(site)).toMatch(second!);
    await expect(card(page)).toHaveCount(0);
  });

  test('a host that can not just now is asked again after 1, 2 and 4 seconds, and then plays on', async ({
    site,
    host,
    page,
  }) => {
    await begin(site);
    host.break(FILM, { kind: 'status', status: 503 });
    await seek(site, FAR);
    await expect(card(page, 'busy')).toBeVisible(SOON);
    const since = host.asked.length;
    // Each try asks for the film, and then, as it fails, what the matter is.
    const tries = () => {
      const times = host.asked
        .slice(since)
        .filter(({ path }) => FILM.test(path))
        .map(({ at }) => at);
      return times.filter((at, index) => index === 0 || at - times[index - 1]! > 500);
    };
    await expect.poll(() => tries().length, LONG).toBe(3);
    const [one, two, three] = tries();
    expect(two! - one!).toBeGreaterThan(1900);
    expect(two! - one!).toBeLessThan(3000);
    expect(three! - two!).toBeGreaterThan(3900);
    expect(three! - two!).toBeLessThan(5500);
    host.break(FILM, undefined);
    await playsFrom(site, FAR);
  });

  test('a host that is gone is told of, and the film goes on by itself when it is back', async ({
    site,
    host,
    page,
  }) => {
    await begin(site, 'en');
    await mark(page);
    await host.goDown();
    await seek(site, FAR);
    await expect(card(page, 'unreachable')).toBeVisible(SOON);
    await page.locator('[data-part=line]').nth(3).getByRole('link').first().hover();
    await host.comeBack();
    await playsFrom(site, FAR);
    expect(await isMarked(page)).toBe(true);
  });

  test('a film that stood still stands still at its moment', async ({ site, host, page }) => {
    await begin(site);
    await site.pause();
    host.break(FILM, { kind: 'status', status: 503 });
    await seek(site, FAR);
    await expect(card(page, 'busy')).toBeVisible(SOON);
    host.break(FILM, undefined);
    await expect(card(page)).toHaveCount(0, LONG);
    expect(await site.paused()).toBe(true);
    expect(await site.time()).toBeCloseTo(FAR, 1);
  });

  test('a network that goes is told of, and the film goes on by itself when it comes back', async ({
    site,
    page,
    context,
  }) => {
    await begin(site);
    await context.setOffline(true);
    await seek(site, FAR);
    await expect(card(page, 'offline')).toBeVisible(SOON);
    await context.setOffline(false);
    await playsFrom(site, FAR);
  });

  test('an answer that is cut again and again goes on where it was cut', async ({ site, host, page }) => {
    host.break(FILM, { kind: 'cut', bytes: 100_000 });
    await page.goto('/nl/');
    await site.ready();
    await site.play();
    await seek(site, FAR);
    await playsFrom(site, FAR);
  });

  test('a host that knows no ranges: the film plays on where it is, and says why it goes nowhere else', async ({
    site,
    host,
    page,
  }) => {
    host.break(FILM, { kind: 'no-ranges' });
    await page.goto('/nl/');
    await site.ready();
    await site.play();
    await page.locator('[data-part=line]').nth(3).getByRole('link').first().click();
    await expect(site.part('notice')).toContainText(wordsIn('nl').notice.fixed, SOON);
    await playsFrom(site, 0);
    await site
      .part('notice')
      .getByRole('button', { name: wordsIn('nl').notice.close })
      .click();
    await expect(site.part('notice')).toHaveCount(0);
  });

  for (const [name, fault] of [
    ['on which nothing comes any more', { kind: 'stall', bytes: 0 }],
    ['that is far too slow', { kind: 'slow', bytes: 600 }],
  ] as const)
    test(`a line ${name}: a sign after a second, words after ten`, async ({ site, host, page }) => {
      await begin(site);
      host.break(FILM, fault);
      await seek(site, FAR);
      const since = performance.now();
      await expect(site.part('theatre').getByText(wordsIn('nl').film.waiting)).toBeAttached();
      const sign = performance.now() - since;
      expect(sign).toBeGreaterThan(800);
      expect(sign).toBeLessThan(2500);
      await expect(card(page, 'slow')).toBeVisible(LONG);
      const words = performance.now() - since;
      expect(words).toBeGreaterThan(9500);
      expect(words).toBeLessThan(12_000);
      host.break(FILM, undefined);
      await playsFrom(site, FAR);
    });
});

test.describe('parts of the page', () => {
  const person = edition.data.people[1]!;
  const parts = /assets\/.*\.js$/;

  test('a page of which a part is gone is opened whole, as a newer release has it', async ({ site, host, page }) => {
    await site.open({ view: 'film', language: 'nl' });
    await mark(page);
    // Asked for beforehand, and when it is needed.
    host.break(/assets\/PortraitView.*\.js$/, { kind: 'status', status: 404 }, 2);
    await page.getByRole('link', { name: person.name }).last().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
    expect(await isMarked(page), 'another page').toBe(false);
  });

  test('without a network the page stays, says so, and one press opens it when the network is back', async ({
    site,
    page,
    context,
  }) => {
    await site.open({ view: 'film', language: 'en' });
    await site.play();
    await mark(page);
    await context.setOffline(true);
    await page.getByRole('link', { name: person.name }).last().click();
    await expect(site.part('notice')).toContainText(wordsIn('en').notice.page, SOON);
    expect(await site.paused()).toBe(false);
    await context.setOffline(false);
    await site
      .part('notice')
      .getByRole('button', { name: wordsIn('en').film.again })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
    await expect(site.part('notice')).toHaveCount(0);
    expect(await isMarked(page)).toBe(true);
  });

  test('subtitles that do not come in are told of, and come by themselves', async ({ site, host, page }) => {
    await site.openFilm('nl', 75);
    host.break(parts, { kind: 'status', status: 503 });
    await page.getByRole('button', { name: wordsIn('nl').film.settings, exact: true }).click();
    await page.getByRole('radio', { name: 'English', exact: true }).check();
    await expect(site.part('notice')).toContainText('English', SOON);
    host.break(parts, undefined);
    await expect(site.part('notice')).toHaveCount(0, LONG);
    await expect(site.subtitles.locator('p[lang=en]')).not.toBeEmpty();
  });

  test('without Video.js and the files of the subtitles the film plays all the same', async ({ site, host, page }) => {
    host.break(/video-js|subtitles\/.*\.vtt$/, { kind: 'status', status: 404 });
    await site.openFilm('nl', 75);
    await site.play();
    await expect(site.subtitles.locator('p[lang=nl]')).not.toBeEmpty();
    expect(host.asked.some(({ path }) => /video-js/.test(path))).toBe(true);
    await expect(card(page)).toHaveCount(0);
  });

  test('pictures that are missing leave their place as it was', async ({ site, host, page }) => {
    const boxes = () =>
      page.locator('main img').evaluateAll((images) =>
        images.map((image) => {
          const { width, height } = image.getBoundingClientRect();
          return [Math.round(width), Math.round(height)];
        }),
      );
    await site.open({ view: 'film', language: 'nl' });
    const whole = await boxes();
    expect(whole.length).toBeGreaterThan(3);
    host.break(/\.(jpg|avif|svg)$/, { kind: 'status', status: 404 });
    await page.reload();
    await site.ready();
    expect(await boxes()).toEqual(whole);
    await expect(
      site
        .part('theatre')
        .getByRole('button', { name: wordsIn('nl').film.play })
        .first(),
    ).toBeVisible();
  });

  for (const language of ['nl', 'en'])
    test(`a page in "${language}" whose script does not come in says so within six seconds, and plays`, async ({
      host,
      page,
    }) => {
      host.break(/assets\/main.*\.js$/, { kind: 'status', status: 404 });
      await page.goto(`/${language}/`);
      const since = performance.now();
      const words = page.locator('[data-part=not-started]');
      await expect(words).toBeHidden();
      await expect(words).toBeVisible({ timeout: 6000 });
      expect(performance.now() - since).toBeGreaterThan(4000);
      await expect(words).toHaveText(`${wordsIn(language).notice.start} ${wordsIn(language).notice.reload}`);
      await expect(page.locator('video')).toHaveAttribute('controls');
      await expect(page.locator('video'), 'the picture makes way for the film').toBeVisible();
      await expect(page.locator('img.poster')).toBeHidden();
      await expect(page.locator('[data-part=play]'), 'nobody would answer to it').toBeHidden();
      host.break(/assets\/main.*\.js$/, undefined);
      await words.getByRole('link').click();
      await expect(page.locator('html')).toHaveAttribute('data-started');
      await expect(words).toBeHidden();
      await expect(page.locator('video')).not.toHaveAttribute('controls');
      await expect(page.locator('[data-part=play]')).toBeVisible();
    });
});
