/** The accessibility statement itself, which has to be the easiest page to get at. */
import { CLAIMS } from '../../../src/views/about/claims';
import en from '../../../src/views/about/claims/en.json' with { type: 'json' };
import nl from '../../../src/views/about/claims/nl.json' with { type: 'json' };
import { violations } from '../../support/axe';
import { addressOf, codes } from '../../support/site';
import { expect, test } from '../../support/test';

const words = { nl, en };

test('the statement says point by point what is met, and axe finds nothing in it, in light and in dark', async ({
  site,
  page,
}) => {
  for (const language of codes) {
    await site.open({ view: 'about', language });
    await expect(page.locator('#toegankelijkheid')).toBeVisible();
    await page.getByText(words[language].open, { exact: true }).click();
    const points = await site.part('claims').getByRole('listitem').allInnerTexts();
    const claimed = CLAIMS.map(({ number, verdict }) => {
      const { points: names, verdicts } = words[language];
      return `${number} ${names[number as '1.1.1'].name}\n${verdicts[verdict]}`;
    });
    expect(points.map((text) => text.split(/\n+/).slice(0, 2).join('\n'))).toEqual(claimed);
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, '#punt-voor-punt'), colorScheme).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the points open all the same', async ({ page }) => {
    await page.goto(addressOf({ view: 'about', language: codes[0]! }));
    const last = page.locator('[data-part=claims] li').last();
    await expect(last).toBeHidden();
    await page.locator('[data-part=claims] summary').press('Enter');
    await expect(last).toBeVisible();
  });
});
