import { expect, test } from '../support/test';
import { wordsIn } from '../support/site';
import { edition, linkedCue, timeline } from '../support/shipped-edition';

const late = edition.data.cues.at(-12)!;

test('the transcript follows the film', async ({ site, page }) => {
  await site.openFilm('nl', late.start);
  await expect(page.locator(`#line-${late.id}`)).toHaveAttribute('aria-current', 'true');
  await expect(page.locator(`#line-${late.id}`)).toBeInViewport();
  await expect(page.locator('[data-part=line][aria-current]')).toHaveCount(1);
});

test('it yields the moment somebody scrolls, and follows again only when asked', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  const follow = page.getByRole('switch', { name: wordsIn('nl').transcript.follow });
  await expect(follow).toBeChecked();
  await page.locator(`#line-${linkedCue.id}`).hover();
  await page.mouse.wheel(0, 400);
  await expect(follow).not.toBeChecked();
  await site.part('chapter-list').getByRole('link').last().click();
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(timeline.chapters.at(-1)!.start);
  const current = page.locator('[data-part=line][aria-current]');
  await expect(current).not.toBeInViewport();
  await follow.check();
  await expect(current).toBeInViewport();
});

test('it yields to a selection', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await page.evaluate(
    (id) => getSelection()!.selectAllChildren(document.querySelector(`#line-${id} p`)!),
    linkedCue.id,
  );
  await expect(page.getByRole('switch', { name: wordsIn('nl').transcript.follow })).not.toBeChecked();
});

test('a press on a line goes there, and a paused film stays paused', async ({ site, page }) => {
  await site.openFilm('nl');
  await page.locator(`#line-${linkedCue.id} b`).click();
  await expect.poll(() => site.time()).toBeCloseTo(linkedCue.start, 2);
  expect(await site.paused()).toBe(true);
});

test('pressing keys on the time of a line goes there too', async ({ site, page }) => {
  await site.openFilm('nl');
  await page.locator(`#line-${linkedCue.id} .time`).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => site.time()).toBeCloseTo(linkedCue.start, 2);
});

test('the line that sounds does not shift the text', async ({ site, page }) => {
  await site.openFilm('nl');
  const line = page.locator(`#line-${linkedCue.id} p`);
  const before = await line.boundingBox();
  await page.getByRole('switch').uncheck();
  await page.locator(`#line-${linkedCue.id} .time`).click();
  await expect(page.locator(`#line-${linkedCue.id}`)).toHaveAttribute('aria-current', 'true');
  const after = await line.boundingBox();
  expect([after!.width, after!.height]).toEqual([before!.width, before!.height]);
});
