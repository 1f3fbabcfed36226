/** Where an embedded part of the film is over, whoever plays it and with whatever. */
import { chapterPicture } from '../../src/timeline/chapter-picture';
import { Embedded, queryOf } from '../support/embedded';
import { wordsIn } from '../support/site';
import { expect, test } from '../support/test';
import { timeline } from '../support/shipped-edition';

const [first, ...others] = timeline.chapters;
const last = others.at(-1)!;
const words = wordsIn('nl');

test('without its player a chapter still ends, and the next to play fetches the player once more', async ({
  site,
  page,
}) => {
  const player = /embed-player.*[.]js/;
  await page.route(player, (route) => route.abort());
  const film = new Embedded(page);
  const { end } = chapterPicture(first!, timeline);
  await film.open(queryOf({ chapter: first!.chapter.id, start: first!.start + 1 }));
  await film.cover.click();
  await expect(film.inside.locator('html')).toHaveAttribute('data-embed', 'bare');
  await expect.poll(() => film.paused()).toBe(false);
  await film.goTo(end - 1);
  await expect.poll(() => film.paused()).toBe(true);
  expect(await film.time()).toBeLessThan(end);

  await page.unroute(player);
  await film.goTo(end - 5);
  await film.video.evaluate((video: HTMLVideoElement) => video.play());
  await expect(film.part('play')).toBeVisible({ timeout: 15_000 });
  await expect(film.video).toHaveJSProperty('controls', false);
  await expect(film.part('chapter-end')).toBeVisible({ timeout: 10_000 });
  // Of the player that did not come, and of nothing else.
  for (const problem of site.problems.splice(0)) expect(problem).toMatch(/^Failed to (load|fetch)/);
});

test('the last chapter begins anew by the play button and by a key; its end is told', async ({ site, page }) => {
  // High enough for controls under the picture; on it the card would lie over them.
  await page.setViewportSize({ width: 768, height: 900 });
  const film = new Embedded(page);
  await film.open(queryOf({ chapter: last.chapter.id }));
  const status = film.part('ending');
  await film.play();
  const duration = await film.video.evaluate((video: HTMLVideoElement) => video.duration);
  for (const press of [() => film.inside.locator('body').press(' '), () => film.part('play').click()]) {
    await expect(status).toBeEmpty();
    await film.goTo(duration - 0.4);
    await expect(film.part('chapter-end')).toBeVisible();
    await expect(status).toContainText(words.embed.over);
    // The name of the film, under it, is the only heading.
    expect(await film.inside.getByRole('heading').evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual([
      'H1',
    ]);
    await expect.poll(() => film.paused()).toBe(true);
    await press();
    await expect(film.part('chapter-end')).toHaveCount(0);
    await expect.poll(() => film.paused()).toBe(false);
    expect(await film.time()).toBeGreaterThanOrEqual(last.start);
    expect(await film.time()).toBeLessThan(last.start + 5);
  }
  expect(site.problems).toEqual([]);
});
