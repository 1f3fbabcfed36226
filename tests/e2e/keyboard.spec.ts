import { expect, test } from '../support/test';
import { wordsIn } from '../support/site';
import { linkedCue, timeline } from '../support/shipped-edition';

const t = wordsIn('nl');

test('with the keyboard alone: play, read, and back', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: t.skip.toText })).toBeFocused();
  const play = site.part('play');
  for (
    let presses = 0;
    presses < 40 && !(await play.evaluate((button) => button === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(play).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => site.paused()).toBe(false);
  await page.keyboard.press('Space');
  await expect.poll(() => site.paused()).toBe(true);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: t.film.subtitles, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(site.subtitles.locator('p')).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
  await page.keyboard.press('r');
  await expect(page.locator(`#${linkedCue.paragraph!.paragraph}`)).toBeFocused();
  await page.keyboard.press('b');
  await expect(page.getByRole('slider', { name: t.bar.label })).toBeVisible();
});

test('the time bar moves by keys: seconds, chapters, start and end', async ({ site, page }) => {
  await site.openFilm('nl');
  const slider = page.getByRole('slider', { name: t.bar.label });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => site.time()).toBeCloseTo(5, 1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => site.time()).toBeCloseTo(0, 1);
  await page.keyboard.press('PageUp');
  await expect.poll(() => site.time()).toBeCloseTo(timeline.chapters[0]!.start, 2);
  await page.keyboard.press('PageUp');
  await expect.poll(() => site.time()).toBeCloseTo(timeline.chapters[1]!.start, 2);
  await page.keyboard.press('End');
  const duration = await site.video.evaluate((video: HTMLVideoElement) => video.duration);
  await expect.poll(() => site.time()).toBeGreaterThan(duration - 0.2);
  await page.keyboard.press('Home');
  await expect.poll(() => site.time()).toBe(0);
});

test('marks of quotes and themes are one stop each, and arrows walk them', async ({ site, page }) => {
  await site.openFilm('nl');
  const quotes = page.getByRole('toolbar', { name: t.bar.quotes }).getByRole('button');
  await expect(quotes).toHaveCount(timeline.quotes.length);
  await quotes.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(quotes.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => site.time()).toBeCloseTo(timeline.quotes[1]!.start, 2);
  await expect(site.part('overlay-quote')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('slider', { name: t.bar.label })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('toolbar', { name: t.bar.themes }).getByRole('button').first()).toBeFocused();
});

test('the help panel opens by key, closes by Escape, and its switch turns the keys off', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await site.part('play').focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: t.keys.title });
  await expect(dialog).toBeVisible();
  // Two keys that do one thing stand in one row.
  const rows = dialog.locator('dl > div').filter({ hasText: t.keys.toggle });
  await expect(rows.getByRole('term')).toHaveText(`${t.keys.space} K`);
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(site.part('play')).toBeFocused();
  await page.keyboard.press('c');
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
});

test('keys are left alone in fields and while a browser shortcut is meant', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('slider', { name: t.film.volume }).focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+c');
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
});

test('"skip to the text" puts the keyboard at the text, in every view', async ({ site, page }) => {
  for (const view of ['film', 'about'] as const) {
    await site.open({ view, language: 'nl' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('#text') !== null)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#text') !== null)).toBe(true);
  }
});

test('what is typed in the search box goes nowhere else', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.type('ecowmkfrhbipn?[],. ');
  await expect(box).toHaveValue('ecowmkfrhbipn?[],. ');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator(':fullscreen')).toHaveCount(0);
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
  expect([await site.paused(), await site.time()]).toEqual([true, linkedCue.start]);
});

test('in full screen the controls stay while the keyboard walks them or the pointer has something told, and go when nobody holds them', async ({
  site,
  page,
}) => {
  await page.clock.install();
  await site.openFilm('nl', linkedCue.start);
  await page.getByRole('button', { name: t.film.fullScreen }).click();
  await page.keyboard.press('Shift+Tab');
  const controls = page.locator(':fullscreen .controls');
  await expect(controls.locator(':focus-visible')).toHaveCount(1);
  await page.clock.runFor(10_000);
  await expect(controls).not.toHaveClass(/\bidle\b/);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const track = (await controls.locator('.track').boundingBox())!;
  await page.mouse.move(track.x + track.width / 2, track.y + track.height / 2);
  await page.clock.runFor(10_000);
  await expect(controls).not.toHaveClass(/\bidle\b/);
  await page.mouse.move(200, 200);
  await page.clock.runFor(10_000);
  await expect(controls).toHaveClass(/\bidle\b/);
});

test('settings close by Escape and give the focus back', async ({ site, page }) => {
  await site.openFilm('nl');
  const button = page.getByRole('button', { name: t.film.settings });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: t.film.settings })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: t.film.settings })).toBeHidden();
  await expect(button).toBeFocused();
});
