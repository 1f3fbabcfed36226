/** Two tabs of the same film, as people leave them open: real pages of one browser, with the storage that they share. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { forgetAll, Site, wordsIn } from '../support/site';
import { edition, timeline } from '../support/shipped-edition';

const t = wordsIn('nl');
const PREFIX = `dichterbij:${edition.data.id}:viewer:`;
/** Far from the edges of the film, and from each other. */
const [early, late] = [timeline.chapters[1]!, timeline.chapters[2]!];

/** What the device has, by the names of its entries. */
const kept = (page: Page) =>
  page.evaluate(
    (prefix) =>
      Object.fromEntries(
        Object.entries(localStorage as Record<string, string>)
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, text]) => [key.slice(prefix.length), JSON.parse(text) as unknown]),
      ),
    PREFIX,
  );

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
    film: left,
    rate: 1.25,
    [`portrait:${first!.person}`]: first!.paragraph,
    [`portrait:${second!.person}`]: second!.paragraph,
    'setting:size': 'small',
    'setting:colours': 'yellow',
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
  expect(await kept(one.page)).toMatchObject({ film: left, 'setting:size': 'small' });
  expect([before <= 8, await heard(one.page)]).toEqual([true, 0]);
  expect(two.problems).toEqual([]);
});

test('"forget everything" in one tab holds in the other, which plays', async ({ site: one, context }) => {
  const two = new Site(await context.newPage());
  await one.openFilm('nl', early.start);
  await two.openFilm('nl', late.start);
  await choose(two, t.settings.sizes.large);
  await two.play();
  await expect.poll(() => kept(one.page)).toMatchObject({ 'setting:size': 'large' });
  await one.page.getByRole('button', { name: t.film.settings }).click();
  await forgetAll(one.page, t);
  await two.pause();
  expect(await kept(two.page)).toEqual({});
  // The next press is a new one: it brings back nothing of what was forgotten.
  await choose(two, t.settings.colours.yellow);
  await expect.poll(() => kept(one.page)).toEqual({ 'setting:colours': 'yellow' });
});

test('what is set in both in the same moment is kept of both', async ({ site: one, context }) => {
  const two = new Site(await context.newPage());
  for (const site of [one, two]) {
    await site.openFilm('nl', early.start);
    await site.page.getByRole('button', { name: t.film.settings }).click();
  }
  /** Each tab has a process of its own, which hears of the other's writing some milliseconds later. */
  const press = async ({ page }: Site, choice: string, moment: number) =>
    page.getByRole('radio', { name: choice, exact: true }).evaluate((radio: HTMLInputElement, when) => {
      while (Date.now() < when) continue;
      radio.click();
    }, moment);
  for (const [size, colours] of [
    ['large', 'yellow'],
    ['small', 'black'],
    ['largest', 'white'],
    ['normal', 'yellow'],
  ] as const) {
    const moment = Date.now() + 300;
    await Promise.all([press(one, t.settings.sizes[size], moment), press(two, t.settings.colours[colours], moment)]);
    const both = {
      ...(size !== 'normal' && { 'setting:size': size }),
      ...(colours !== 'white' && { 'setting:colours': colours }),
    };
    for (const { page } of [one, two]) await expect.poll(() => kept(page)).toEqual(both);
  }
});
