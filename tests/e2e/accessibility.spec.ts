import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test } from '../support/test';
import { shellOf } from '../../src/navigation/address';
import { codes, places, wordsIn } from '../support/site';
import { edition, lineOf, linkedCue, timeline } from '../support/shipped-edition';

const oneOfEachView = (language: string) =>
  places.filter(
    (place, index) =>
      place.language === language &&
      places.findIndex((other) => other.language === language && other.view === place.view) === index,
  );

test.describe.configure({ timeout: 60_000 });

/** As it stands in light and in dark; only the colours differ, so that the page is not opened twice. */
async function violationsInBoth(page: Page, part?: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, part)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

// Entrances fade, and colours change slowly; contrast is measured on what stands.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

// Who prepares a workshop has no film yet, and the room waits for the host: see programme.spec and workshop.spec. The embed maker has a
// frame in it: see embed-maker.spec.
const plainViews = oneOfEachView(codes[0]!).filter((each) => shellOf(each) === 'site' && each.view !== 'embed-maker');
for (const place of plainViews) {
  test(`axe finds nothing in the ${place.view} view`, async ({ site, page }) => {
    await site.open(place);
    expect(await violationsInBoth(page)).toEqual([]);
  });
}

// The languages differ in words alone: one of them in every view, the others where the most words stand.
for (const language of codes.slice(1)) {
  for (const place of oneOfEachView(language).filter(({ view }) => view === 'film' || view === 'portrait')) {
    test(`${language}: axe finds nothing in the ${place.view} view`, async ({ site, page }) => {
      await site.open(place);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('axe finds nothing while a quote, themes and both subtitles show', async ({ site, page }) => {
  const quote = timeline.quotes.find(({ start }) => timeline.momentAt(start).themes.length > 0)!;
  await site.openFilm('nl', quote.start + 0.1);
  await page.getByRole('button', { name: wordsIn('nl').film.settings }).click();
  await page.getByRole('radio', { name: 'Nederlands en English' }).check();
  expect(await violationsInBoth(page, '[popover]:popover-open')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(site.part('overlay-quote')).toBeVisible();
  expect(await violationsInBoth(page, '[data-part=theatre]')).toEqual([]);
});

test('axe finds nothing in the text while it is searched, in two languages and with a passage chosen', async ({
  site,
  page,
}) => {
  const t = wordsIn('nl').transcript;
  await site.openFilm('nl', linkedCue.start);
  await page.getByRole('button', { name: t.more, exact: true }).click();
  await page.getByRole('radio', { name: t.columns.both }).check();
  await page.keyboard.press('Escape');
  // A word of the first line, which axe looks at.
  await page
    .getByRole('searchbox', { name: t.search })
    .fill(/\p{L}{3,}/u.exec(lineOf(edition.data.cues[0]!, 'nl'))![0]);
  await expect(site.part('line').first().locator('mark').first()).toBeVisible();
  await page.locator(`#line-${linkedCue.id} .time`).press('Shift+Enter');
  await expect(site.part('passage')).toBeFocused();
  await page.getByRole('button', { name: t.more, exact: true }).click();
  await expect(page.getByText(t.shareHelp)).toBeVisible();
  expect(await violationsInBoth(page, '[data-part=transcript]')).toEqual([]);
});

test('axe finds nothing in the content note, the help panel, the break, a quote on its own and the corner', async ({
  site,
  page,
}) => {
  await site.openFilm('nl', timeline.notes[0]!.start + 0.1);
  await expect(site.part('overlay-note')).toBeVisible();
  expect(await violationsInBoth(page, '[data-part=overlay-note]')).toEqual([]);
  for (const key of ['?', 'e']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violationsInBoth(page, 'dialog[open]')).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await site.openFilm('nl', timeline.quotes[0]!.start + 0.1);
  await site.part('share-quote').click();
  await expect(site.part('quote-alone')).toBeVisible();
  expect(await violationsInBoth(page, 'dialog[open]')).toEqual([]);
  await page.keyboard.press('Escape');
  await site.openFilm('nl', linkedCue.start + 0.1);
  await page.keyboard.press('r');
  await expect(page.locator('[data-part=paragraph][aria-current]')).toBeVisible();
  expect(await violationsInBoth(page, '[data-part=theatre]')).toEqual([]);
});
