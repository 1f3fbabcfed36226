/** A page that comes in over a slow line is drawn bit by bit, and nothing of it moves while somebody already reads. */
import type { Page } from '@playwright/test';
import { startSlowLine, type SlowLine } from '../support/slow-line';
import { expect, test } from '../support/test';
import { edition } from '../support/shipped-edition';
import { addressOf } from '../support/site';
import type { Place } from '../../src/navigation/address';

const language = 'nl';
const PLACES: readonly Place[] = [
  { view: 'film', language },
  { view: 'portrait', language, id: edition.data.people[0]!.id },
  { view: 'portraits', language },
  { view: 'theme', language, id: edition.data.themes[0]!.id },
  { view: 'themes', language },
  { view: 'about', language },
];
/** Less than anything that was found moving: lines of a footer that shared its height (0.0009), buttons that pushed each other (0.0017). */
const SEEN = 0.0005;

interface Shifts {
  shifts: number;
}

const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test.describe('over a slow line', () => {
  let line: SlowLine;
  test.beforeAll(async ({ baseURL }) => {
    line = await startSlowLine(baseURL!);
  });
  test.afterAll(() => line.stop());

  for (const [width, height] of [
    [360, 740],
    [768, 1024],
    [1440, 900],
  ] as const)
    test.describe(`at ${width} pixels`, () => {
      test.use({ viewport: { width, height } });
      for (const place of PLACES)
        test(`nothing of "${place.view}" moves as it comes in`, async ({ page }) => {
          await page.addInitScript(() => {
            const seen = Object.assign(window, { shifts: 0 });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                seen.shifts += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
          });
          await page.goto(line.origin + addressOf(place), { waitUntil: 'commit' });
          await expect(page.locator('body')).toHaveCount(1);
          let pieces = 1;
          for (; line.next(); pieces += 1) await drawn(page);
          expect(pieces, 'the page came in bit by bit').toBeGreaterThan(3);
          await page.waitForLoadState('load');
          await expect(page.locator('html')).toHaveAttribute('data-started');
          await drawn(page);
          expect(await page.evaluate(() => (window as unknown as Shifts).shifts)).toBeLessThan(SEEN);
        });
    });
});
