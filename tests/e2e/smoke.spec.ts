import { expect, test } from '../support/test';

test('the Dutch front page has the film', async ({ page }) => {
  await page.goto('nl/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(page.locator('[data-part="film"] video')).toBeVisible();
});
