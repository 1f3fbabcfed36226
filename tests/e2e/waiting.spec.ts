import { expect, test } from '../support/test';
import { wordsIn } from '../support/site';
import { linkedCue, timeline } from '../support/shipped-edition';

const t = wordsIn('nl');

test('wait while I read: the film stops before the line is gone, and goes on to the next', async ({ site, page }) => {
  const next = timeline.cues[timeline.cues.indexOf(linkedCue) + 1]!;
  await site.openFilm('nl', linkedCue.end - 0.6);
  await page.keyboard.press('w');
  await site.play();
  await expect(page.getByText(t.film.waits)).toBeVisible();
  expect(await site.paused()).toBe(true);
  expect(await site.time()).toBeLessThan(linkedCue.end);
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
  await expect(page.locator(`#line-${linkedCue.id}`)).toHaveAttribute('aria-current', 'true');
  await site.play();
  await expect.poll(() => site.time()).toBeGreaterThan(next.start);
  await page.keyboard.press('w');
});

test('even pauze: picture, sound and text are gone at once, and it says how to go on', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await site.play();
  await page.getByRole('button', { name: t.break.title }).click();
  const dialog = page.getByRole('dialog', { name: t.break.title });
  await expect(dialog).toBeVisible();
  expect(await site.paused()).toBe(true);
  const box = (await dialog.boundingBox())!;
  const size = page.viewportSize()!;
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, size.width, size.height]);
  await expect(dialog.getByRole('link', { name: '113', exact: true })).toHaveAttribute('href', 'tel:113');
  await dialog.getByRole('button', { name: t.break.goOn }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => site.paused()).toBe(false);
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await site.paused()).toBe(true);
});
