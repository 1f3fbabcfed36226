/** With the keyboard: where its Tab key leads, what can be seen of where it is, and how it comes out of everything it gets into. */
import type { Locator, Page } from '@playwright/test';
import { eachView, fullMoment, threeLines } from '../../support/each-view';
import { servePartner } from '../../support/partner-server';
import { linkedCue } from '../../support/shipped-edition';
import { addressOf, wordsIn } from '../../support/site';
import { installStandInVoices } from '../../support/stand-in-voices';
import { walk } from '../../support/tab-walk';
import { expect, test } from '../../support/test';

const t = wordsIn('nl');
const view = (name: string) => eachView.find((each) => each.name === name)!;
/** Every stop that nothing of can be seen. */
const unseen = (stops: Awaited<ReturnType<typeof walk>>) =>
  stops.flatMap(({ says, under }) => (under === undefined ? [] : [`${says} is under ${under}`]));

for (const { name, open } of eachView) {
  test(`2.1.1, 2.1.2, 2.4.3: the keys walk through ${name} in the stored order, there and back`, async ({
    site,
    baseURL,
  }) => {
    const page = await open(site, 'nl');
    await threeLines(page);
    const there = await walk(page, 'Tab');
    const order = there.map(({ says }) => says);
    // A written address says where the site stands.
    expect(`${order.join('\n').replaceAll(new URL(baseURL!).host, 'site')}\n`).toMatchSnapshot([
      'tab-order',
      `${name}.txt`,
    ]);
    const back = await walk(page, 'Shift+Tab');
    expect(back.map(({ says }) => says)).toEqual(order);
    expect([...unseen(there), ...unseen(back)], '2.4.7').toEqual([]);
  });
}

test('2.1.2: the keys go through the frame in a partner’s page, there and back', async ({ site, page, baseURL }) => {
  const { origin } = new URL(baseURL!);
  const partner = await servePartner(origin);
  await page.goto(
    partner.page(`<a href="#a">Before</a>
      <iframe title="Film" width="640" height="700" src="${origin}${addressOf({ view: 'embed', language: 'nl' })}"></iframe>
      <a href="#b">After</a>`),
  );
  await partner.stop();
  const film = page.frameLocator('iframe');
  await film.locator('[data-part=cover]').click();
  await expect(film.locator('[data-part=play]')).toBeVisible({ timeout: 15_000 });
  await film.locator('[data-part=play]').click();
  await expect.poll(() => film.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(true);
  const there = (await walk(page, 'Tab')).map(({ says }) => says);
  expect([there[0], there.at(-1)]).toEqual(['link "Before"', 'link "After"']);
  expect(there).toContain(`button "${t.film.play}"`);
  expect(there).toContain(`link "${t.embed.wholeSite}"`);
  expect((await walk(page, 'Shift+Tab')).map(({ says }) => says)).toEqual(there);
  expect(site.problems).toEqual([]);
});

test('2.4.11: focus is never covered by the sticky film, at 1280, 360 and 320 px wide', async ({ site, page }) => {
  test.setTimeout(60_000);
  // A film that has begun goes along to every page.
  await site.openFilm('nl', linkedCue.start + 0.1);
  for (const name of ['portrait', 'theme'] as const) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page
      .locator(`[data-part=now] a[href*="${name === 'portrait' ? linkedCue.paragraph!.person : 'themas'}"]`)
      .first()
      .click();
    await expect(page.locator(`main[data-view=${name}]`)).toBeVisible();
    for (const [width, height] of [
      [1280, 720],
      [360, 640],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const key of ['Tab', 'Shift+Tab'] as const)
        expect(unseen(await walk(page, key)), `${name} at ${width} x ${height}, ${key}`).toEqual([]);
    }
    await page.goBack();
    await expect(page.locator('main[data-view=film]')).toBeVisible();
  }
});

/** Presses the opener, finds the panel with the focus in it or one Tab away, and comes back by Escape. */
async function opensAndCloses(page: Page, opener: Locator, panel: Locator): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  const holds = () => panel.evaluate((element) => element.contains(document.activeElement));
  if (!(await holds())) await page.keyboard.press('Tab');
  expect(await holds(), 'the keyboard is in the panel').toBe(true);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
}

test('2.1.2, 2.4.3: Escape closes every panel of the film and gives the focus back', async ({ site, page }) => {
  await site.openFilm('nl', fullMoment);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');
  await opensAndCloses(page, button(t.film.settings), page.getByRole('group', { name: t.film.settings }));
  await opensAndCloses(page, button(t.break.title), dialog);
  await opensAndCloses(page, page.locator('[data-part=share-quote]'), dialog);
  await opensAndCloses(page, page.locator('[data-part=overlay-quote] button'), dialog);
  await opensAndCloses(page, button(t.transcript.more), page.locator('[popover]:popover-open'));
  await opensAndCloses(
    page,
    page.locator('[data-part=line] [data-part=term]').first(),
    page.locator('[data-part=gloss]'),
  );
  // The keys are behind the settings, which are gone by then.
  await button(t.film.settings).press('Enter');
  await button(t.film.keys).press('Enter');
  await expect(page.getByRole('dialog', { name: t.keys.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button(t.film.settings)).toBeFocused();
});

test('2.1.2, 2.4.3: Escape closes every panel of the host and gives the focus back', async ({ site }) => {
  const page = await view('presenting').open(site, 'nl');
  const openers = page.locator('header button:not(dialog button)');
  const names = await openers.allInnerTexts();
  expect(names.length).toBeGreaterThan(2);
  for (const [index] of names.entries()) await opensAndCloses(page, openers.nth(index), page.getByRole('dialog'));
});

test('EN 301 549 7.3: subtitles and description take one press each, in the row of play, and each switch says once whether it is on', async ({
  site,
  page,
}) => {
  await page.addInitScript(installStandInVoices);
  await site.openFilm('nl', linkedCue.start + 0.1);
  const subtitles = page.getByRole('button', { name: t.film.subtitles, exact: true });
  const next = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await site.part('play').focus();
  await page.keyboard.press('Tab');
  expect(await next()).toBe(t.film.subtitles);
  const [play, captions] = await Promise.all([site.part('play').boundingBox(), subtitles.boundingBox()]);
  expect(captions!.x - (play!.x + play!.width), 'beside it').toBeLessThan(16);
  expect(Math.min(captions!.width, captions!.height)).toBeGreaterThanOrEqual(44);
  const said = await page.evaluateHandle(() => {
    const texts: string[] = [];
    // What stands in a closed panel is not heard.
    const regions = [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')].filter((each) =>
      each.checkVisibility(),
    );
    const look = new MutationObserver((changes) =>
      texts.push(...changes.map(({ target }) => target.textContent ?? '')),
    );
    for (const region of regions) look.observe(region, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  for (const on of [false, true]) {
    await page.keyboard.press('Enter');
    await expect(subtitles, 'the name stays, the state changes').toHaveAttribute('aria-pressed', String(on));
    await expect(subtitles).toHaveAccessibleName(t.film.subtitles);
    await expect(site.subtitles.locator('p')).toHaveCount(on ? 1 : 0);
  }
  const described = page.getByRole('button', { name: t.settings.described, exact: true });
  const setting = page.getByRole('checkbox', { name: t.settings.described });
  await described.focus();
  const last = (await described.boundingBox())!;
  expect(last.y, 'in the row of the subtitles').toBeCloseTo(captions!.y, 0);
  expect(Math.min(last.width, last.height)).toBeGreaterThanOrEqual(44);
  for (const [on, press] of [
    [true, () => page.keyboard.press('Enter')],
    [false, () => page.keyboard.press('d')],
    [true, () => described.click()],
  ] as const) {
    await press();
    await expect(described, 'the name stays, the state changes').toHaveAttribute('aria-pressed', String(on));
    await expect(described).toHaveAccessibleName(t.settings.described);
  }
  expect(await said.jsonValue(), 'said by the switch alone').toEqual([]);
  await page.getByRole('button', { name: t.film.settings }).click();
  await expect(setting, 'the same in the settings').toBeChecked();
  await setting.uncheck();
  await expect(described).toHaveAttribute('aria-pressed', 'false');
});
