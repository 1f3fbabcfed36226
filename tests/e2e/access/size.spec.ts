/** How large things are, and what becomes of a page when its text grows or its window shrinks. */
import type { Page } from '@playwright/test';
import { eachView } from '../../support/each-view';
import { cutOff, smallerThan, targets, tooSmallOrNear } from '../../support/measures';
import { expect, test } from '../../support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** WCAG 1.4.12, as a reader's own style would set it. */
const SPACED = [
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
  'p { margin-block-end: 2em !important }',
];
const space = (page: Page) =>
  page.evaluate((rules) => rules.forEach((rule) => document.styleSheets[0]!.insertRule(rule)), SPACED);
const unspace = (page: Page) =>
  page.evaluate((rules) => rules.forEach(() => document.styleSheets[0]!.deleteRule(0)), SPACED);

for (const { name, open } of eachView) {
  test(`1.4.4, 1.4.10, 1.4.12: nothing of ${name} is cut off at 320 px, at 400 %, with spaced text or text of 200 %`, async ({
    site,
  }) => {
    const page = await open(site, 'nl');
    const whole = async (how: string) => expect(await cutOff(page), how).toEqual([]);
    const session = await page.context().newCDPSession(page);
    // 1280 x 1024 at 400 % is a window of 320 x 256 whose pixels are four times as large.
    const zoomed = { width: 320, height: 256, deviceScaleFactor: 4, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', zoomed);
    await whole('1280 px at 400 %');
    await session.send('Emulation.clearDeviceMetricsOverride');
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await whole(`${width} px`);
      await space(page);
      await whole(`${width} px with spaced text`);
      await unspace(page);
    }
    // As the setting of the browser does it; what is in `rem` follows, and so do the widths at which the page changes.
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 800 });
      await whole(`${width} px with text of 200 %`);
    }
  });
}

/** What may be smaller than 44 px under a finger, as something else of 44 px does the same, or as it stands in a text. */
const SMALL =
  /^(button "(Citaat van|Quote from) |button ".* op \d+:\d\d"|input "Plaats in de film"|a "Ga naar |a "Thema: |button "(Hoor de andere kant|Toon dit citaat))/;

test.describe('under a finger', () => {
  test.use({ hasTouch: true });
  for (const { name, open } of eachView) {
    test(`2.5.5, 2.5.8: what is pressed in ${name} is 24 px, and what matters 44 px, at 360, 768 and 1440 px`, async ({
      site,
    }) => {
      const page = await open(site, 'nl');
      const wrong: string[] = [];
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const all = await targets(page);
        expect(all.length).toBeGreaterThan(0);
        const main = all.filter((target) => !target.inText && !SMALL.test(target.name));
        wrong.push(...[...tooSmallOrNear(all), ...smallerThan(main, 44)].map((what) => `${what}, at ${width} px`));
      }
      expect(wrong).toEqual([]);
    });
  }
});
