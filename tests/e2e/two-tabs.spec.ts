/** Two tabs of the same film, as people leave them open: real pages of one browser, with the storage that they share. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { forgetAll, Site, wordsIn } from '../support/site';
import { edition, timeline } from '../support/shipped-edition';

const t = wordsIn('nl');
const KEY = `dichterbij:${edition.data.id}`;
/** Far from the edges of the film, and from each other. */
const [early, late] = [timeline.chapters[1]!, timeline.chapters[2]!];

const kept = (page: Page) =>
  page.evaluate((key) => {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>);
  }, KEY);

/** How often each tab has heard that the other has written. */
const heard = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['heard'] ?? 0));

async function choose({ page }: Site, choice: string): Promise<void> {
  await page.getByRole('button', { name: t.film.settings }).click();
  await page.getByRole('radio', { name: choice, exact: true }).check({ force: true });
  await page.keyboard.press('Escape');
}

async function readUntil({ page }: Site, person: string, paragraph: string): Promise<void> {
  await page.getByRole('link', { name: t.menu.portraits, exact: true }).click();
  await page.locator(`main a[href$="/${person}/"]`).first().click();
  // Two frames on, the page has been told of the scrolling.
  await page.locator(`#${paragraph}`).evaluate(async (element) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await page.getByRole('link', { name: t.menu.film, exact: true }).click();
}

test('both play, read and set: each keeps what it has, the last press counts, and nothing goes to and fro', async ({
  site: one,
  context,
}) => {
  test.setTimeout(60_000);
  await context.addInitScript(() => {
    let times = 0;
    addEventListener('storage', () => (document.documentElement.dataset['heard'] = String((times += 1))));
  });
  const two = new Site(await context.newPage());
  await one.openFilm('nl', early.start);
  await two.openFilm('nl', late.start);
  await one.play();
  await two.play();

  const [first, second] = edition.data.people.map(({ id }) => ({
    person: id,
    paragraph: edition.portraits['nl']![id]!.paragraphs[2]!.id,
  }));
  await readUntil(one, first!.person, first!.paragraph);
  await readUntil(two, second!.person, second!.paragraph);
  await choose(one, t.settings.sizes.large);
  await choose(two, t.settings.colours.yellow);
  await choose(two, t.settings.sizes.small);
  await choose(one, t.film.rateValue.replace('{{rate}}', '1,25'));

  // The clock of the film has whole milliseconds.
  const timeOf = async (site: Site) => Math.round((await site.time()) * 1000) / 1000;
  // The last of two presses is known when the first has been kept.
  for (const site of [two, one]) {
    await site.page.keyboard.press('k');
    await expect.poll(() => site.paused()).toBe(true);
    await expect.poll(() => kept(site.page)).toMatchObject({ film: await timeOf(site) });
  }
  const left = await timeOf(one);
  expect(await kept(one.page)).toEqual({
    version: 1,
    film: left,
    rate: 1.25,
    portraits: { [first!.person]: first!.paragraph, [second!.person]: second!.paragraph },
    preferences: { size: 'small', colours: 'yellow' },
  });
  // What is set in one tab stays as it is there: a film must not change its looks because of another tab.
  await expect(one.page.locator('.picture')).toHaveAttribute('data-size', 'large');
  await expect(two.page.locator('.picture')).toHaveAttribute('data-size', 'small');
  // A write for a press at most: four settings, a portrait and a pause, and what another tab's portrait keeps.
  for (const { page } of [one, two]) expect(await heard(page)).toBeLessThanOrEqual(8);

  // A tab that is only closed says nothing new, and what both have heard of is not answered.
  const before = await heard(one.page);
  await two.page.close();
  await one.page.reload();
  await one.ready();
  expect(await kept(one.page)).toMatchObject({ film: left, preferences: { size: 'small' } });
  expect([before <= 8, await heard(one.page)]).toEqual([true, 0]);
  expect(two.problems).toEqual([]);
});

test('"forget everything" in one tab holds in the other, which plays', async ({ site: one, context }) => {
  const two = new Site(await context.newPage());
  await one.openFilm('nl', early.start);
  await two.openFilm('nl', late.start);
  await choose(two, t.settings.sizes.large);
  await two.play();
  await expect.poll(() => kept(one.page)).toMatchObject({ preferences: { size: 'large' } });
  await one.page.getByRole('button', { name: t.film.settings }).click();
  await forgetAll(one.page, t);
  await two.pause();
  expect(await kept(two.page)).toBeNull();
  // The next press is a new one: it brings back nothing of what was forgotten.
  await choose(two, t.settings.colours.yellow);
  await expect.poll(() => kept(one.page)).toMatchObject({ preferences: { colours: 'yellow' } });
  expect((await kept(one.page))!['preferences']).toEqual({ colours: 'yellow' });
});
