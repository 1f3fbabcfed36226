/** The film in a window of its own, as the browser opens it: Chromium has document picture-in-picture with and without a screen. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { Site, addressOf, wordsIn } from '../support/site';
import { edition, linkedCue, timeline } from '../support/shipped-edition';

const t = wordsIn('nl');

/** Writes down what happens to the film's element from now on, and gives it a mark to know it by. */
async function watch(site: Site): Promise<void> {
  await site.video.evaluate((video: HTMLVideoElement) => {
    const events: string[] = [];
    for (const name of ['pause', 'emptied', 'loadstart', 'abort', 'seeking'])
      video.addEventListener(name, () => events.push(name));
    Object.assign(window, { film: video, filmEvents: events });
  });
}
const eventsOf = (page: Page) => page.evaluate(() => (window as unknown as { filmEvents: string[] }).filmEvents);
const isSameFilm = (page: Page, inside: Page | undefined) =>
  page.evaluate((away) => {
    const { film, documentPictureInPicture } = window as unknown as {
      film: HTMLVideoElement;
      documentPictureInPicture: { window: Window };
    };
    return film === (away ? documentPictureInPicture.window.document : document).querySelector('video');
  }, inside !== undefined);

async function moveOut(site: Site, press = () => site.page.getByRole('button', { name: t.pip.window }).click()) {
  const [window] = await Promise.all([site.page.context().waitForEvent('page'), press()]);
  const inside = new Site(window);
  await expect(inside.video).toBeVisible();
  return inside;
}

test('the film plays on in its own window, with its lines, and comes back when that closes', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start - 2);
  await site.play();
  await expect.poll(() => page.locator('.vjs-tech').count()).toBe(1);
  await watch(site);
  const before = await site.time();
  const inside = await moveOut(site);

  await expect(page.getByText(t.pip.away)).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  expect(await isSameFilm(page, inside.page)).toBe(true);
  await expect.poll(() => inside.time()).toBeGreaterThan(before + 0.5);
  await expect(inside.page).toHaveTitle(edition.texts['nl']!.words.title);
  await expect(inside.page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(inside.subtitles.locator('p')).not.toHaveCount(0);
  await expect(inside.page.locator('.row')).toHaveCSS('display', 'flex');

  const left = await inside.time();
  await inside.page.close();
  await expect(site.video).toBeVisible();
  expect(await isSameFilm(page, undefined)).toBe(true);
  expect(await site.time()).toBeGreaterThanOrEqual(left);
  expect(await eventsOf(page)).toEqual([]);
  expect(inside.problems).toEqual([]);
});

test('a phrase that is pressed there opens the text in the page; the film waits where it is', async ({
  site,
  page,
}) => {
  const { person, paragraph } = linkedCue.paragraph!;
  await site.openFilm('nl', linkedCue.start);
  const inside = await moveOut(site);
  await inside.play();
  await inside.subtitles.locator('p a:not(.who)').first().click();
  await expect(page).toHaveURL(
    new RegExp(`${addressOf({ view: 'portrait', language: 'nl', id: person }, `#${paragraph}`)}$`),
  );
  await expect(inside.video).toBeVisible();
  expect(await inside.paused()).toBe(true);
  await expect(page.locator(`#${paragraph}`)).toBeInViewport();
  // The picture there still shows all that the film view shows.
  await expect(inside.subtitles).toBeVisible();

  await inside.page.keyboard.press('b');
  await expect(page).toHaveURL(new RegExp(addressOf({ view: 'film', language: 'nl' })));
  await expect.poll(() => inside.paused()).toBe(false);
  await page.getByRole('button', { name: t.pip.bring }).click();
  await expect(site.video).toBeVisible();
  await expect(site.part('play')).toBeFocused();
  expect(inside.page.isClosed()).toBe(true);
});

test('keys, presses on the picture and the question before a hard passage are answered there', async ({
  site,
  page,
}) => {
  const note = timeline.notes[0]!;
  await site.openFilm('nl', note.start - 0.3);
  const inside = await moveOut(site, () => page.keyboard.press('i'));
  await inside.page.keyboard.press('k');
  const overlay = inside.part('overlay-note');
  await expect(overlay).toBeVisible();
  await expect.poll(() => inside.paused()).toBe(true);
  await expect(site.part('overlay-note')).toHaveCount(0);
  await overlay.getByRole('button', { name: t.note.skip }).click();
  await expect.poll(() => inside.time()).toBeGreaterThanOrEqual(note.end);
  await expect.poll(() => inside.paused()).toBe(false);
  await inside.video.click();
  await expect.poll(() => inside.paused()).toBe(true);
  // In the page: a key that is still held while its window closes can't be let go there.
  await page.keyboard.press('i');
  await expect(site.video).toBeVisible();
});

test('where only the bare film can leave the page, it does, and its subtitles go with it', async ({ site, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'documentPictureInPicture'));
  await site.openFilm('nl', linkedCue.start);
  await page.getByRole('button', { name: t.pip.window }).click();
  const isAway = () => page.evaluate(() => document.pictureInPictureElement === document.querySelector('video'));
  const native = () =>
    site.video.evaluate((video: HTMLVideoElement) =>
      [...video.textTracks]
        .filter(({ kind, mode }) => kind === 'subtitles' && mode === 'showing')
        .map(({ language }) => language),
    );
  await expect.poll(isAway).toBe(true);
  await expect.poll(native).toEqual(['nl']);
  await page.getByRole('button', { name: t.pip.bring }).click();
  await expect.poll(isAway).toBe(false);
  await expect.poll(native).toEqual([]);
  await expect(page.getByText(t.pip.away)).toHaveCount(0);
});

test('where the film can not leave the page, nothing speaks of it', async ({ site, page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'documentPictureInPicture');
    Object.defineProperty(document, 'pictureInPictureEnabled', { value: false });
  });
  await site.openFilm('nl');
  await expect(page.getByRole('button', { name: t.pip.window })).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByText(t.keys.pictureInPicture)).toHaveCount(0);
});
