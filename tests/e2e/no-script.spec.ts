import { addressOf } from '../support/site';
import { edition, languages, lineOf, linkedCue } from '../support/shipped-edition';
import { expect, test } from '../support/test';

test.use({ javaScriptEnabled: false });

for (const language of languages) {
  test(`${language}: without JavaScript the film has the browser's controls and tracks`, async ({ page, request }) => {
    await page.goto(addressOf({ view: 'film', language }));
    const video = page.locator('video');
    await expect(video).toHaveAttribute('controls');
    await expect(video).toBeVisible();
    await expect(page.locator('.needs-script:visible')).toHaveCount(0);
    for (const track of await video.locator('track').all()) {
      const answer = await request.get(new URL((await track.getAttribute('src'))!, page.url()).href);
      expect(answer.ok()).toBe(true);
      expect(await answer.text()).toMatch(/^WEBVTT/);
    }
    await expect(video.locator('track[default]')).toHaveAttribute('srclang', language);
    for (const { file } of edition.data.film.sources) {
      const answer = await request.get(`/${file}`, { headers: { range: 'bytes=0-99' } });
      expect(answer.status()).toBe(206);
    }
  });

  test(`${language}: without JavaScript every line can be read and leads to its portrait`, async ({ page }) => {
    await page.goto(addressOf({ view: 'film', language }));
    await expect(page.locator('[data-part=line]')).toHaveCount(edition.data.cues.length);
    const line = page.locator(`#line-${linkedCue.id}`);
    await expect(line).toContainText(lineOf(linkedCue, language).replaceAll('\n', ' '));
    await line.getByRole('link').last().click();
    const { person, paragraph } = linkedCue.paragraph!;
    await expect(page).toHaveURL(new RegExp(`${addressOf({ view: 'portrait', language, id: person })}#${paragraph}$`));
    await expect(page.locator(`#${paragraph}`)).toBeVisible();
  });
}
