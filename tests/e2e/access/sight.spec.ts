/** What is seen, measured on pixels: the ring of the keyboard, letters over a picture, and what is left when colours are taken away. */
import type { Page } from '@playwright/test';
import { eachView, fullMoment, threeLines } from '../../support/each-view';
import { faintRings } from '../../support/focus-ring';
import { changed, contrast, readPicture, type Colour } from '../../support/pixels';
import { linkedCue } from '../../support/shipped-edition';
import { wordsIn } from '../../support/site';
import { expect, test } from '../../support/test';

const t = wordsIn('nl');
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const { name, open } of eachView.filter((each) => each.name !== 'film-playing')) {
  test(`2.4.7, 1.4.11: the ring of the keyboard in ${name} is 2 px and 3:1, in forced colours too`, async ({
    site,
  }) => {
    const page = await open(site, 'nl');
    await threeLines(page);
    expect(await faintRings(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await faintRings(page), 'in forced colours').toEqual([]);
  });
}

/** Letters and signs in a part of the page, where they stand and in which colour; they are then taken out of the picture. */
function takeLetters(selector: string) {
  const found: { words: string; colour: string; left: number; top: number; right: number; bottom: number }[] = [];
  const range = document.createRange();
  for (const part of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      const words = walker.currentNode.textContent!.trim();
      if (
        !words ||
        !parent.checkVisibility({ visibilityProperty: true }) ||
        parent.closest('.visually-hidden, [popover]')
      )
        continue;
      range.selectNodeContents(walker.currentNode);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        // Above and below the letters is the room for their accents and tails, which may reach past their ground.
        const edge = (bottom - top) * 0.15;
        found.push({
          words,
          colour: getComputedStyle(parent).color,
          left,
          top: top + edge,
          right,
          bottom: bottom - edge,
        });
      }
    }
    for (const icon of part.querySelectorAll('button svg')) {
      if (!icon.checkVisibility({ visibilityProperty: true }) || icon.closest('[popover]')) continue;
      const { left, top, right, bottom } = icon.getBoundingClientRect();
      found.push({ words: '', colour: getComputedStyle(icon).color, left, top, right, bottom });
    }
  }
  document.styleSheets[0]!.insertRule(`:is(${selector}) * { color: transparent !important }`);
  return found;
}

/** Letters with less than 4.5:1 and signs with less than 3:1 to any pixel that lies under them. */
async function faintLetters(page: Page, selector: string): Promise<string[]> {
  const letters = await page.evaluate(takeLetters, selector);
  expect(letters.length, selector).toBeGreaterThan(0);
  const picture = readPicture(await page.screenshot({ animations: 'disabled' }));
  await page.evaluate(() => document.styleSheets[0]!.deleteRule(0));
  const faint = new Set<string>();
  for (const { words, colour, ...box } of letters) {
    const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)!.map(Number);
    const ink: Colour = [red, green, blue];
    let least = 21;
    for (let y = Math.ceil(box.top); y < Math.min(box.bottom, picture.height); y += 1)
      for (let x = Math.ceil(box.left); x < Math.min(box.right, picture.width); x += 1)
        least = Math.min(least, contrast(ink, picture.at(x, y)));
    if (least < (words ? 4.5 : 3)) faint.add(`${words || 'a sign'} ${least.toFixed(2)}:1`);
  }
  return [...faint];
}

/** The brightest and the darkest that any film can be, which its own brightest and darkest pictures lie between. */
const PICTURES = { white: 'brightness(0) invert(1)', black: 'brightness(0)' };

test('1.4.3, 1.4.11: letters and signs over the film can be read over white and over black', async ({ site, page }) => {
  test.setTimeout(60_000);
  const over = async (selector: string) => {
    for (const [picture, filter] of Object.entries(PICTURES)) {
      await page.evaluate(
        (rule) => document.styleSheets[0]!.insertRule(rule),
        `video { filter: ${filter} !important }`,
      );
      expect(await faintLetters(page, selector), `${selector} over ${picture}`).toEqual([]);
      await page.evaluate(() => document.styleSheets[0]!.deleteRule(0));
    }
  };
  await site.openFilm('nl');
  await over('[data-part=film]:has([data-part=begin])');
  await site.goTo(fullMoment);
  await expect(site.part('overlay-quote')).toBeVisible();
  await over('[data-part=subtitles]');
  await over('[data-part=overlay-quote]');
  await over('[data-part=overlay-theme]');
  await page.getByRole('button', { name: t.film.fullScreen }).click();
  await expect(page.locator(':fullscreen')).toHaveCount(1);
  await page.mouse.move(300, 300);
  await over('[data-part=subtitles]');
  await over('.controls .row');
});

/** The pixels that show a state, when colour has been taken out of the picture and lightness alone is left. */
async function shownWithoutColour(page: Page, selector: string, attribute: string): Promise<number> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = (await element.boundingBox())!;
  // With room for a bar beside it.
  const clip = {
    x: Math.max(0, box.x - 20),
    y: Math.max(0, box.y - 6),
    width: box.width + 26,
    height: box.height + 12,
  };
  const look = async () => readPicture(await page.screenshot({ clip, animations: 'disabled' }));
  const on = await look();
  const had = await element.evaluate((it, name) => {
    if (it instanceof HTMLInputElement) return String((it.checked = false));
    const value = it.getAttribute(name);
    it.removeAttribute(name);
    return value;
  }, attribute);
  expect(had, `${selector} has ${attribute}`).not.toBeNull();
  const off = await look();
  return changed(off, on, 3);
}

for (const how of ['without colour', 'in forced colours'] as const) {
  test(`1.4.1: ${how} it is seen what is chosen, pressed and current`, async ({ site, page }) => {
    const STATES = [
      ['[data-part=line][aria-current]', 'aria-current'],
      ['.menu a[aria-current]', 'aria-current'],
      ['.languages a[aria-current]', 'aria-current'],
      ['[data-part=chapter-list] a[aria-current]', 'aria-current'],
      ['.subtitles-switch', 'aria-pressed'],
    ] as const;
    if (how === 'in forced colours') await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    else {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
    }
    await site.openFilm('nl', linkedCue.start + 0.1);
    for (const [selector, attribute] of STATES)
      expect(await shownWithoutColour(page, selector, attribute), selector).toBeGreaterThan(40);
    await page.keyboard.press('r');
    const paragraph = '[data-part=paragraph][aria-current]';
    await expect(page.locator(paragraph)).toBeVisible();
    expect(await shownWithoutColour(page, paragraph, 'aria-current'), paragraph).toBeGreaterThan(40);
    await page.goBack();
    await page.locator('[data-part=now] .themes a').first().click();
    expect(await shownWithoutColour(page, 'article[aria-current]', 'aria-current'), 'a moment').toBeGreaterThan(40);
  });
}

test('2.2.2, 2.3.3: nothing moves by itself for who wants no motion', async ({ site }) => {
  test.setTimeout(60_000);
  for (const name of ['film-playing', 'portrait', 'themes', 'host', 'embed-maker']) {
    const page = await eachView.find((each) => each.name === name)!.open(site, 'nl');
    const running = () =>
      page.evaluate(() => [
        ...document
          .getAnimations()
          .filter(({ playState }) => playState === 'running')
          .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className),
        ...[...document.querySelectorAll('*')]
          .filter((each) => getComputedStyle(each).scrollBehavior === 'smooth')
          .map(({ className }) => className),
      ]);
    expect(await running(), name).toEqual([]);
    // What opens, moves as little.
    for (const button of await page.locator('main button[popovertarget], header button').all()) {
      await button.press('Enter');
      expect(await running(), `${name}, opened`).toEqual([]);
      await page.keyboard.press('Escape');
    }
  }
});
