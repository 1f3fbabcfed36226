import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as bare, type Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test } from '../support/test';
import { addressOf, codes, wordsIn } from '../support/site';
import { edition, textOf, timeline } from '../support/shipped-edition';
import { clockText } from '../../src/timeline/clock-time';

const first = codes[0]!;
const second = codes[1]!;
const t = wordsIn(first).embedMaker;
const maker = { view: 'embed-maker', language: first } as const;
/** Neither the first nor the last: it begins somewhere, and ends somewhere. */
const { chapter, start, end } = timeline.chapters[2]!;
const moment = Math.round((start + end) / 2);

const codeOf = (page: Page) => page.getByLabel(t.code.label);
const shownAddress = (page: Page) => page.frames()[1]?.url();
const languageName = (language: string) => wordsIn(language).language.name;
const preview = (page: Page) => page.locator('[data-part=embed-preview] iframe');

/** What a browser makes of the code: elements with their attributes. In a blank page, as the site's own takes no style from HTML. */
async function pasted(page: Page) {
  const blank = await page.context().newPage();
  const found = await blank.evaluate(
    (html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      return [...body.querySelectorAll('*')].map(({ localName: name, attributes }) => ({
        name,
        ...Object.fromEntries([...attributes].map((each) => [each.name, each.value])),
      }));
    },
    await codeOf(page).inputValue(),
  );
  await blank.close();
  return found;
}

test('what is chosen by keyboard is in the preview, in the code and in the address, and survives a reload', async ({
  site,
  page,
}) => {
  await site.open(maker);
  const origin = new URL(page.url()).origin;
  await expect.poll(() => shownAddress(page)).toBe(`${origin}/embed/${first}/`);
  const steps = await page.evaluate(() => history.length);

  // Group by group with Tab, within a group with the arrows.
  const whole = page.getByRole('radio', { name: t.show.film, exact: true });
  await whole.focus();
  await page.keyboard.press('ArrowRight');
  const one = page.getByRole('radio', { name: t.show.chapter, exact: true });
  await expect(one).toBeFocused();
  await page.getByLabel(t.show.whichChapter).selectOption(chapter.id);
  const begin = page.getByLabel(t.start.title);
  await begin.fill(clockText(moment));
  await begin.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: languageName(second), exact: true }).first()).toBeFocused();
  await page.getByRole('checkbox', { name: wordsIn(first).film.overlays }).press('Space');
  await page.getByText(t.size.fixed, { exact: true }).click();
  const width = page.getByLabel(t.size.width);
  await width.fill('100');
  await width.press('Tab');
  await expect(width).toHaveValue('280');
  await expect(
    page.getByText(
      t.size.wrong.width.replace('{{pixels}}', '280').replace('{{least}}', '280').replace('{{most}}', '2000'),
    ),
  ).toBeVisible();

  const query = `?chapter=${chapter.id}&start=${moment}&overlays=off`;
  const address = `${origin}/embed/${second}/${query}`;
  await expect.poll(() => shownAddress(page)).toBe(address);
  const { title } = textOf(second).words.chapters[chapter.id]!;
  const [frame, ...rest] = await pasted(page);
  expect(rest).toEqual([]);
  expect(frame).toMatchObject({
    name: 'iframe',
    src: address,
    title: wordsIn(second)
      .embedMaker.names.chapter.replace('{{film}}', textOf(second).words.title)
      .replace('{{part}}', title),
    width: '280',
    height: '360',
    loading: 'lazy',
    allow: 'clipboard-write',
    allowfullscreen: '',
  });
  expect((await preview(page).boundingBox())!.width).toBeCloseTo(280, 0);
  // Nobody who goes back walks through the choices.
  expect(await page.evaluate(() => history.length)).toBe(steps);
  const fragment = `#language=${second}&chapter=${chapter.id}&start=${moment}&overlays=off&size=280x360`;
  expect(new URL(page.url()).hash).toBe(fragment);

  await page.reload();
  await expect(begin).toHaveValue(clockText(moment));
  await expect(one).toBeChecked();
  await expect.poll(() => shownAddress(page)).toBe(address);

  // A moment of another chapter is said to be wrong, and not written.
  await begin.fill(clockText(end + 1));
  await begin.press('Enter');
  await expect(begin).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => new URL(page.url()).hash).not.toContain('start');
});

test('an address of a stranger changes nothing but what is known', async ({ site, page }) => {
  const { id } = edition.data.themes[0]!;
  await site.open(
    maker,
    `#chapter="><img src=x onerror=alert(1)>&theme=${id}&size=9x9&code=javascript:alert(1)&scheme=red&sandbox=allow-top-navigation&start=99`,
  );
  const { origin } = new URL(page.url());
  await expect.poll(() => shownAddress(page)).toBe(`${origin}/embed/${first}/?theme=${id}`);
  const [frame, ...rest] = await pasted(page);
  expect(rest).toEqual([]);
  expect(frame).toMatchObject({ name: 'iframe', src: `${origin}/embed/${first}/?theme=${id}`, width: '100%' });
  expect(frame).not.toHaveProperty('sandbox');
});

test('code, address and the text about privacy can be copied, by hand where there is no clipboard', async ({
  site,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await site.open(maker, '#code=link');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const { origin } = new URL(page.url());
  await page.getByRole('button', { name: t.code.copy }).click();
  await expect(page.getByText(t.copy.done)).toBeVisible();
  expect(await clipboard()).toBe(await codeOf(page).inputValue());
  await page.getByRole('button', { name: t.code.copyAddress }).click();
  await expect.poll(clipboard).toBe(`${origin}${addressOf({ view: 'film', language: first })}`);
  // A link brings nothing of the film to a page: there is nothing to say about privacy then.
  await expect(preview(page)).toHaveCount(0);
  await expect(page.locator('[data-part=embed-preview]').getByRole('link')).toHaveAttribute(
    'href',
    `${origin}${addressOf({ view: 'film', language: first })}`,
  );
  await expect(page.getByText(t.privacy.take)).toHaveCount(0);
  await page.getByText(t.code.kinds.iframe, { exact: true }).click();
  await page.getByText(t.privacy.take).click();
  await page.getByRole('button', { name: t.privacy.copy }).click();
  await expect.poll(clipboard).toContain(t.privacy.device.text);
  expect(await clipboard()).not.toMatch(/[{}]/);

  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: t.code.copy }).click();
  await expect(page.getByText(t.copy.refused)).toBeVisible();
  await expect(codeOf(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(await codeOf(page).inputValue());
});

// Without the rule on warnings: Chromium on Linux has no share sheet, and warns of a frame that may use one.
bare('the line works on a page of another site, and nothing sticks out of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(addressOf(maker, '#size=640x360'));
  await expect(codeOf(page)).toHaveValue(/src="http:.* width="640"/);
  const code = await codeOf(page).inputValue();
  const head = '<!doctype html><meta name="viewport" content="width=device-width"><title>Partner</title>';
  const partner = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(head + code));
  await new Promise<void>((listening) => partner.listen(0, '127.0.0.1', listening));
  try {
    await page.goto(`http://127.0.0.1:${(partner.address() as AddressInfo).port}/`);
    const { title } = textOf(first).words;
    const frame = page.getByTitle(t.names.film.replace('{{film}}', title));
    await expect(frame.contentFrame().getByRole('heading', { level: 1 })).toHaveText(title);
    expect((await frame.boundingBox())!.width).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  } finally {
    partner.closeAllConnections();
    partner.close();
  }
});

test('axe finds nothing in light and dark, whatever is chosen, and nothing sticks out at 320 px', async ({
  site,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 740 });
  const states = [
    ['#code=element&pinned=on', /integrity="sha384-/],
    [`#chapter=${chapter.id}&size=2000x600`, /width="2000"/],
  ] as const;
  for (const [fragment, written] of states) {
    await page.goto('about:blank');
    await site.open(maker, fragment);
    await expect(codeOf(page)).toHaveValue(written);
    for (const summary of await page.locator('summary').all()) await summary.click();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page, undefined, 'apart'), `${fragment} ${colorScheme}`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the whole film can be had, and the page says what it does not know', async ({ page }) => {
    await page.goto(addressOf(maker));
    await expect(codeOf(page)).toHaveValue(new RegExp(`^<iframe src="https://…/embed/${first}/"`));
    await expect(page.locator('[data-part=embed-code] noscript p')).toHaveText(t.noScript);
    await expect(page.getByRole('definition').filter({ hasText: t.privacy.device.text })).toBeVisible();
    await expect(page.locator('.needs-script:visible')).toHaveCount(0);
  });
});
