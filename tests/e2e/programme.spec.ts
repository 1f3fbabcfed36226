import { violations } from '../support/axe';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { agendaOf, plannedMinutes, type Programme } from '../../src/programme/programme';
import { programmeFragment } from '../../src/programme/programme-link';
import { expect, test } from '../support/test';
import { addressOf, forgetAll, wordsIn } from '../support/site';
import { edition, textOf, timeline } from '../support/shipped-edition';

const t = wordsIn('nl').programme;
const KEY = `dichterbij:${edition.data.id}:workshops`;
const [one, two, three] = edition.data.chapters.map(({ id }) => id) as [string, string, string];
const theme = edition.data.themes[0]!.id;
const programme: Programme = {
  items: [
    { kind: 'chapter', id: one, talk: 5 },
    { kind: 'chapter', id: two, talk: 10 },
    { kind: 'theme', id: theme, talk: 8 },
  ],
  wished: 20,
};
const fragment = programmeFragment(programme);
const address = (language: string, after = '') => addressOf({ view: 'host', language }, after);
const titleOf = (id: string, language = 'nl') => textOf(language).words.chapters[id]!.title;
const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
const fragmentOf = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const chosen = (page: Page) =>
  page.locator('[data-part=chosen] > li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Not reached with the Tab key.');
}

test('composed by keyboard alone; a reload and the other language keep it; nothing is stored', async ({
  site,
  page,
}) => {
  await page.goto(address('nl'));
  await tabTo(page, page.getByRole('link', { name: filled(t.start.three, { minutes: 45 }) }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t.list.title, exact: true })).toBeFocused();
  const [first, second, third] = (await chosen(page)) as [string, string, string];
  const added = edition.data.chapters.find(({ id }) => ![first, second, third].includes(id))!.id;

  const minutes = page.getByRole('spinbutton', { name: filled(t.talk.label, { title: titleOf(first) }) });
  await tabTo(page, minutes);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(site.part('said')).toHaveText(filled(t.list.said, { title: titleOf(first), index: 2, count: 3 }));
  await expect(minutes).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  const remove = page.getByRole('button', { name: filled(t.list.remove, { title: titleOf(third) }) });
  await tabTo(page, remove);
  await page.keyboard.press('Enter');
  await expect.poll(() => chosen(page)).toEqual([second, first]);
  await tabTo(page, page.locator(`[data-choose="${added}"]`));
  await page.keyboard.press('Space');
  await expect.poll(() => chosen(page)).toEqual([second, first, added]);
  const composed = fragmentOf(page);
  expect(composed).toContain(`/${first}:12/${added}:8&minutes=45`);

  await page.reload();
  await expect.poll(() => chosen(page)).toEqual([second, first, added]);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsIn('en').programme.title);
  await expect(page.getByRole('heading', { level: 3, name: titleOf(second, 'en') })).toBeVisible();
  expect(fragmentOf(page)).toBe(composed);
  expect(await kept(page)).toEqual([]);
});

test('a row goes with the pointer, and Escape leaves it where it was', async ({ page }) => {
  // Rows glide back to where they were; one that is still on its way can't be gripped where it stood.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address('nl', fragment));
  const grip = (key: string) => page.locator(`[data-key="${key}"] [data-grip]`);
  const middle = async (key: string) => {
    const box = (await grip(key).boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  await expect(grip(one)).toBeVisible();
  for (const [ends, order] of [
    ['Escape', [one, two, `theme:${theme}`]],
    ['let go', [two, `theme:${theme}`, one]],
  ] as const) {
    const [x, y] = await middle(one);
    const [, last] = await middle(`theme:${theme}`);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, last + 12, { steps: 4 });
    if (ends === 'Escape') await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => chosen(page), ends).toEqual(order);
  }
});

test('a broken address is explained, and made whole', async ({ site, page }) => {
  await page.goto(address('nl', `#programme=1%2F${two}%3A500/${two}:4/nobody:3).`));
  const { minutes, twice, unknown } = t.repairs;
  await expect(site.part('repairs').getByRole('listitem')).toHaveText([
    filled(minutes, { value: 500, minutes: 120 }),
    filled(twice, { value: titleOf(two) }),
    filled(unknown, { value: 'nobody' }),
  ]);
  await page.getByRole('button', { name: t.repairs.done }).click();
  await expect(site.part('repairs')).toHaveCount(0);
  expect(fragmentOf(page)).toBe(`#programme=1/${two}:120`);
});

test('a programme is kept by name on a press, comes back, and can be taken away and put back', async ({
  site,
  page,
}) => {
  await page.goto(address('nl', fragment));
  await page.getByLabel(t.kept.name, { exact: true }).fill('Team Zuid');
  expect(await kept(page)).toEqual([]);
  await page.getByRole('button', { name: t.kept.save, exact: true }).click();
  await expect(page.getByText(filled(t.kept.saved, { name: 'Team Zuid' }))).toBeVisible();
  expect(await kept(page)).toEqual([KEY]);

  await page.goto('about:blank');
  await page.goto(address('nl', `#programme=1/${three}:3`));
  await page.getByRole('link', { name: filled(t.kept.open, { name: 'Team Zuid' }) }).click();
  await expect.poll(() => fragmentOf(page)).toBe(fragment);
  await site.part('undo').getByRole('button', { name: t.list.undo }).click();
  await expect.poll(() => fragmentOf(page)).toBe(`#programme=1/${three}:3`);

  await page.getByRole('button', { name: filled(t.kept.remove, { name: 'Team Zuid' }) }).click();
  await expect.poll(() => kept(page)).toEqual([]);
  await site.part('undo').getByRole('button', { name: t.list.undo }).click();
  await expect.poll(() => kept(page)).toEqual([KEY]);
});

const begun = new Date(2026, 10, 22, 10, 0).getTime();
const past = {
  id: 'workshop-1',
  begun,
  ended: begun + 3_600_000,
  items: [
    { key: two, at: begun, seen: 90, talk: 630, planned: 10 },
    { key: `theme:${theme}`, at: begun + 900_000, seen: 30, talk: 300, planned: 5 },
  ],
};
const keepPast = (page: Page) =>
  page.addInitScript(
    ([key, text]) => localStorage.setItem(key!, text!),
    [KEY, JSON.stringify({ version: 1, programmes: [], past: [past] })],
  );

test('an earlier workshop is saved as a file for a spreadsheet', async ({ site, page }) => {
  await keepPast(page);
  await page.goto(address('nl'));
  await site.part('past-workshops').locator('summary').click();
  await expect(site.part('past-workshops').getByRole('row')).toHaveCount(4);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t.past.save }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('workshop-2026-11-22.csv');
  const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(rows[0]).toBe(`\ufeff${Object.values(t.past.file).slice(0, 5).join(';')}`);
  expect(rows.slice(1)).toEqual([
    `2026-11-22 10:00;${titleOf(two)};1,5;10;10,5`,
    `2026-11-22 10:15;${textOf('nl').words.themes[theme]!.label};0,5;5;5,0`,
    `2026-11-22 10:00;${t.past.file.total};2,0;15;15,5`,
    '',
  ]);
});

test('forgetting everything forgets workshops as well', async ({ site, page }) => {
  await keepPast(page);
  await site.open({ view: 'about', language: 'nl' });
  await forgetAll(page, wordsIn('nl'));
  await expect(page.getByText(wordsIn('nl').memory.forgotten)).toBeVisible();
  expect(await kept(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in a programme with repairs, past workshops and too little time', async ({
      site,
      page,
    }) => {
      const { all } = plannedMinutes(agendaOf(programme, edition.data, timeline));
      await keepPast(page);
      await page.goto(address('nl', `${fragment.replace('=20', '=5')}&x`.replace('/theme', '/nobody:3/theme')));
      await expect(page.getByText(filled(t.sums.over_other, { count: Math.ceil(all) - 5 }))).toBeVisible();
      await site.part('past-workshops').locator('summary').click();
      await page.getByRole('button', { name: filled(t.list.remove, { title: titleOf(one) }) }).click();
      await expect(site.part('undo')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
