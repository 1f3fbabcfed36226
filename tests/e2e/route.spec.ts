import { expect, test } from '../support/test';
import { addressOf, wordsIn } from '../support/site';
import { FRAME, edition, languages, lineOf, textOf, timeline } from '../support/shipped-edition';
import { nextStep } from '../../src/timeline/steps';
import { routeOf } from '../../src/timeline/route';

const { themes } = edition.data;
const theme = themes.find(({ id }) => routeOf(edition.data, timeline, id).stops.length > 2)!;
const { stops } = routeOf(edition.data, timeline, theme.id);
const [, second, third] = stops;
const last = stops.at(-1)!;
const film = (language: string) => ({ view: 'film', language }) as const;
const slugIn = (language: string) => theme.slugs[language] ?? theme.id;
const nameOf = (person: string) => edition.data.people.find(({ id }) => id === person)!.name;
const t = wordsIn('nl').route;

for (const language of languages) {
  test(`${language}: a theme leads to its route, which tells how long it is and plays`, async ({ site, page }) => {
    const words = wordsIn(language);
    await site.open({ view: 'theme', language, id: theme.id });
    const link = page.getByRole('link', { name: words.route.play.split(' {{')[0]! });
    await expect(link).toContainText(`${stops.length} `);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`${addressOf(film(language))}#route=${slugIn(language)}$`));
    const card = site.part('route-card');
    await expect(card).toContainText(textOf(language).words.themes[theme.id]!.label);
    await expect(card).toContainText(words.theme.moments_other.replace('{{count}}', String(stops.length)));
    expect(await site.time()).toBeCloseTo(stops[0]!.start, 2);
    await card.getByRole('button', { name: words.route.begin }).click();
    await expect(card).toHaveCount(0);
    await expect.poll(() => site.time()).toBeGreaterThan(stops[0]!.start);
    await expect(site.part('route')).toContainText(nameOf(stops[0]!.person));
  });
}

test('at the end of a stop comes a card with who is next, and the film goes on there by itself', async ({ site }) => {
  await site.open(film('nl'), `#route=${slugIn('nl')}&t=${second!.end - 0.6}`);
  await expect(site.part('route-card')).toHaveCount(0);
  await site.part('play').click();
  const card = site.part('route-card');
  await expect(card).toContainText(nameOf(third!.person));
  await expect(card).toContainText(t.goesOn);
  await expect(site.subtitles.locator('p').first()).toBeHidden();
  expect(await site.paused()).toBe(true);
  expect(await site.time()).toBeCloseTo(third!.start, 2);
  // It counts a few seconds down; all but the last half of one are passed over.
  const longest = await card.evaluate((element) => {
    const ends = element.getAnimations({ subtree: true }).map((animation) => {
      const end = Number(animation.effect!.getComputedTiming().endTime);
      animation.currentTime = Math.max(Number(animation.currentTime), end - 500);
      return end;
    });
    return Math.max(0, ...ends);
  });
  expect(longest).toBeLessThan(8000);
  await expect(card).toHaveCount(0);
  await expect.poll(() => site.paused()).toBe(false);
  expect(await site.time()).toBeLessThan(third!.end);
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the card waits for a press; the last one leads back to the theme', async ({ site, page }) => {
    await site.open(film('nl'), `#route=${slugIn('nl')}&t=${stops.at(-2)!.end - 0.6}`);
    await site.part('play').click();
    const card = site.part('route-card');
    await expect(card.getByRole('button', { name: t.playNow })).toBeVisible();
    await expect(card.getByText(t.goesOn)).toBeHidden();
    // What would go on by itself waits for the end of this; there is none.
    expect(await card.evaluate((element) => element.getAnimations({ subtree: true }).length)).toBe(0);
    await card.getByRole('button', { name: t.skip }).click();
    await expect(card).toContainText(t.done);
    expect(await site.time()).toBeCloseTo(last.end, 1);
    await card.getByRole('link', { name: t.toTheme }).click();
    await expect(page).toHaveURL(new RegExp(`${addressOf({ view: 'theme', language: 'nl', id: theme.id })}$`));
  });
});

test('opened cold it stands before its first stop; the keyboard walks it, and lands on play', async ({
  site,
  page,
}) => {
  await site.open(film('nl'), `#route=${slugIn('nl')}`);
  const card = site.part('route-card');
  await expect(card).toBeVisible();
  expect(await site.paused()).toBe(true);
  await page.getByRole('button', { name: t.nextMoment }).press('Enter');
  await expect(card).toContainText(`2 van ${stops.length}`);
  await expect(page).toHaveURL(new RegExp(`#route=${slugIn('nl')}&t=${second!.start}$`));
  await card.getByRole('button', { name: t.playNow }).press('Enter');
  await expect(site.part('play')).toBeFocused();
  await expect.poll(() => site.paused()).toBe(false);
  await expect(page).toHaveURL(new RegExp(`#route=${slugIn('nl')}$`));
  await page.getByRole('button', { name: t.leave }).press('Enter');
  await expect(site.part('route')).toHaveCount(0);
  await expect.poll(() => site.paused()).toBe(false);
  await expect(page).toHaveURL(new RegExp(`${addressOf(film('nl'))}$`));
});

test('the address keeps the route: in the other language, and on the way back', async ({ site, page }) => {
  const moment = second!.start + 0.52;
  await site.open(film('nl'), `#route=${slugIn('nl')}&t=${moment}`);
  await page
    .getByRole('navigation', { name: wordsIn('nl').menu.language })
    .getByRole('link', { name: 'English' })
    .click();
  await expect(page).toHaveURL(new RegExp(`${addressOf(film('en'))}#route=${slugIn('en')}&t=${moment}$`));
  await expect(site.part('route')).toContainText(textOf('en').words.themes[theme.id]!.label);
  await page.getByRole('link', { name: wordsIn('en').menu.about, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsIn('en').about.title);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`#route=${slugIn('en')}&t=${moment}$`));
  await expect(site.part('route')).toContainText(nameOf(second!.person));
  expect(await site.time()).toBeCloseTo(moment, 2);
});

test('going elsewhere leaves the route, and the address with it', async ({ site, page }) => {
  await site.open(film('nl'), `#route=${slugIn('nl')}`);
  await expect(site.part('route')).toBeVisible();
  await page.keyboard.press('n');
  await expect(site.part('route')).toHaveCount(0);
  const chapter = timeline.chapters.find(({ start }) => start > stops[0]!.start)!;
  await expect(page).toHaveURL(new RegExp(`/#t=${chapter.start}$`));
});

test('an address of no theme is the film', async ({ site }) => {
  await site.open(film('nl'), '#route=nergens-over');
  await expect(site.part('route')).toHaveCount(0);
  await expect(site.part('route-card')).toHaveCount(0);
  expect(await site.time()).toBe(0);
});

test('previous and next go by the size that is chosen, with the buttons and with keys', async ({ site, page }) => {
  const words = wordsIn('nl').steps;
  const [first, next] = timeline.cues;
  await site.openFilm('nl', first!.start + 0.1);
  await page.getByLabel(`${words.label}:`).selectOption(words.kind.line);
  await page.getByRole('button', { name: words.next.line }).click();
  await expect.poll(() => site.time()).toBeCloseTo(next!.start, 2);
  await expect(site.subtitles).toContainText(lineOf(next!, 'nl').split('\n')[0]!);
  await page.keyboard.press('p');
  await expect.poll(() => site.time()).toBeCloseTo(first!.start, 2);
  await page.getByLabel(`${words.label}:`).selectOption(words.kind.quote);
  await page.getByRole('button', { name: words.next.quote }).click();
  const quote = nextStep(timeline, 'quote', first!.start)!;
  await expect.poll(() => site.time()).toBeCloseTo(quote, 2);
  await page.keyboard.press('.');
  await expect.poll(() => site.time()).toBeCloseTo(nextStep(timeline, 'line', quote)!, 2);
  await page.keyboard.press(']');
  await expect.poll(() => site.time()).toBeCloseTo(nextStep(timeline, 'chapter', quote + FRAME)!, 2);
});
