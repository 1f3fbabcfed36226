import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { forgetAll, wordsIn } from '../support/site';
import { edition, linkedCue, timeline } from '../support/shipped-edition';

const t = wordsIn('nl');
const PREFIX = `dichterbij:${edition.data.id}:viewer:`;
const kept = (page: Page) =>
  page.evaluate(() => Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)])));

test('looking around and scrolling write nothing', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await page.mouse.wheel(0, 600);
  await site.open({ view: 'portrait', language: 'nl', id: edition.data.people[0]!.id });
  await page.mouse.wheel(0, 2000);
  await site.open({ view: 'about', language: 'nl' });
  expect(await kept(page)).toEqual({});
});

test('the place in the film is kept when somebody has played it, and offered, not forced, at the next visit', async ({
  site,
  page,
}) => {
  const start = timeline.chapters[2]!.start;
  await site.openFilm('nl', start);
  await site.play();
  await expect.poll(() => site.time()).toBeGreaterThan(start + 0.3);
  await site.pause();
  const left = await site.time();
  await expect.poll(() => kept(page)).toHaveProperty([`${PREFIX}film`]);
  await page.goto('about:blank');
  await site.openFilm('nl');
  expect(await site.time()).toBe(0);
  await site.part('resume').click();
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(left - 0.05);
  expect(await site.time()).toBeLessThan(left + 5);
  await expect(site.part('resume')).toHaveCount(0);
});

test('an address that names a moment is followed, not the memory', async ({ site, page }) => {
  await page.addInitScript((key) => localStorage.setItem(key, '99'), `${PREFIX}film`);
  await site.openFilm('nl', linkedCue.start);
  await expect(site.part('resume')).toHaveCount(0);
});

test('each portrait has a place of its own', async ({ site, page }) => {
  const [one, two] = edition.data.people;
  const paragraphs = edition.portraits['nl']![one!.id]!.paragraphs;
  await site.open({ view: 'portrait', language: 'nl', id: one!.id });
  // A press, as people make on their way; scrolling alone leaves no trace.
  await page.getByRole('heading', { level: 1 }).click();
  const third = page.locator(`#${paragraphs[2]!.id}`);
  // Two frames on, the page has been told of the scrolling.
  await third.evaluate(async (paragraph) => {
    paragraph.scrollIntoView({ block: 'start', behavior: 'instant' });
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await expect(third).toBeInViewport();
  await page.getByRole('link', { name: t.menu.portraits, exact: true }).click();
  await expect.poll(() => kept(page), 'what is left is kept').toHaveProperty([`${PREFIX}portrait:${one!.id}`]);
  await page.locator(`main a[href$="/${two!.id}/"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(two!.name);
  await expect(site.part('resume')).toHaveCount(0);
  await site.open({ view: 'portrait', language: 'nl', id: one!.id });
  await site.part('resume').getByRole('link').click();
  await expect(page.locator(`#${paragraphs[2]!.id}`)).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`#${paragraphs[2]!.id}$`));
});

test('3.3.4: preferences come back, and all is forgotten by who is asked whether that is meant, and says so', async ({
  site,
  page,
}) => {
  await site.openFilm('nl', linkedCue.start + 0.1);
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('radio', { name: t.settings.sizes.large, exact: true }).check({ force: true });
  await page.getByRole('radio', { name: '0,75×' }).check({ force: true });
  await page.getByRole('radio', { name: 'English en Nederlands' }).check();
  await page.reload();
  await site.ready();
  await expect(site.subtitles.locator('p').first()).toHaveAttribute('lang', 'en');
  await expect(page.locator('.picture')).toHaveAttribute('data-size', 'large');
  await site.play();
  expect(await site.video.evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(0.75);
  expect(await site.video.evaluate((video: HTMLVideoElement) => video.preservesPitch)).toBe(true);
  await site.pause();

  await page.getByRole('button', { name: t.film.settings }).click();
  const before = await kept(page);
  expect(before).toHaveProperty([`${PREFIX}setting:size`]);
  const forget = page.getByRole('button', { name: t.memory.forget, exact: true });
  await forget.press('Enter');
  const question = page.getByRole('group', { name: t.memory.sure });
  await expect(question.getByRole('button', { name: t.memory.keep, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(forget).toBeFocused();
  await expect(question).toHaveCount(0);
  expect(await kept(page)).toEqual(before);
  await forgetAll(page, t);
  await expect(forget).toBeFocused();
  await expect(page.getByText(t.memory.forgotten)).toBeVisible();
  expect(await kept(page)).toEqual({});
  await expect(page.locator('.picture')).toHaveAttribute('data-size', 'normal');
  await page.reload();
  await site.ready();
  await expect(site.subtitles.locator('p')).toHaveCount(1);
  expect(await kept(page)).toEqual({});
});

test('forgetting while the film plays lasts, whatever the film does meanwhile', async ({ site, page }) => {
  const start = timeline.chapters[2]!.start;
  await site.openFilm('nl', start);
  await site.play();
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('radio', { name: '1,25×' }).check({ force: true });
  await expect.poll(() => kept(page)).toHaveProperty([`${PREFIX}rate`]);
  await forgetAll(page, t);
  await expect.poll(() => site.video.evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(1);
  await page.keyboard.press('Escape');
  await site.pause();
  expect(await kept(page)).toEqual({});
});

test('subtitles that were chosen are kept in every language of the page', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start + 0.1);
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('radio', { name: 'English', exact: true }).check();
  for (const language of ['en', 'nl']) {
    await site.openFilm(language, linkedCue.start + 0.1);
    await expect(site.subtitles.locator('p')).toHaveAttribute('lang', 'en');
  }
});

test('a browser whose storage is full plays, sets and forgets all the same, and portraits are read', async ({
  site,
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await site.openFilm('nl', linkedCue.start + 0.1);
  await site.play();
  await site.pause();
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('radio', { name: t.settings.sizes.large, exact: true }).check({ force: true });
  await expect(page.locator('.picture')).toHaveAttribute('data-size', 'large');
  await page.keyboard.press('Escape');
  const [person] = edition.data.people;
  await page.locator(`a[href$="/${person!.id}/"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person!.name);
  expect(await kept(page)).toEqual({});
});

test('a browser that refuses storage plays, sets and forgets all the same', async ({ site, page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await site.openFilm('nl', linkedCue.start + 0.1);
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('radio', { name: t.settings.sizes.large, exact: true }).check({ force: true });
  await expect(page.locator('.picture')).toHaveAttribute('data-size', 'large');
  await forgetAll(page, t);
  await expect(page.locator('.picture')).toHaveAttribute('data-size', 'normal');
});
