import { readFileSync } from 'node:fs';
import { expect, test } from '../support/test';
import { addressOf, wordsIn } from '../support/site';
import { languages, textOf, timeline } from '../support/shipped-edition';

const quote = timeline.quotes[2]!;
const moment = `#t=${quote.start},${quote.end}`;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

// The words are looked at; what happens to them is the same in every language.
for (const language of languages.slice(0, 1)) {
  const t = wordsIn(language);
  const text = textOf(language).words.quotes[quote.quote.id]!;

  test(`${language}: a quote is shown on its own and shared as words, address and picture; the film waits`, async ({
    site,
    page,
  }) => {
    await site.openFilm(language, quote.start + 0.2);
    await site.play();
    await site.part('overlay-quote').getByRole('button', { name: t.quote.show }).click();
    const alone = site.part('quote-alone');
    await expect(alone).toContainText(text);
    await expect(alone).toContainText(t.quote.retold);
    await expect(alone.locator('q')).toHaveCount(0);
    await expect.poll(() => site.paused()).toBe(true);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());

    await alone.getByRole('button', { name: t.share.copyLink }).click();
    await expect.poll(copied).toBe(new URL(addressOf({ view: 'film', language }, moment), page.url()).href);
    await alone.getByRole('button', { name: t.share.copyText }).click();
    await expect.poll(copied).toContain(text);

    const download = page.waitForEvent('download');
    await alone.getByRole('link', { name: t.share.savePicture }).click();
    const picture = await download;
    expect(picture.suggestedFilename()).toMatch(/\.png$/);
    expect(
      readFileSync(await picture.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');

    await page.keyboard.press('Escape');
    await expect(alone).toBeHidden();
    await expect.poll(() => site.paused()).toBe(false);
  });
}

test('the strip keeps the last quote in reach, and its address plays it and stops', async ({ site, page }) => {
  await site.openFilm('nl', quote.end + 0.1);
  await expect(site.part('overlay-quote')).toHaveCount(0);
  await site.part('share-quote').click();
  await site
    .part('quote-alone')
    .getByRole('link', { name: wordsIn('nl').share.watch })
    .click();
  await expect(site.part('quote-alone')).toBeHidden();
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(quote.start);
  await expect.poll(() => site.paused()).toBe(false);
  await page.goto('about:blank');
  await page.goto(addressOf({ view: 'film', language: 'nl' }, `#t=${quote.end - 0.5},${quote.end}`));
  await site.ready();
  await site.play();
  await expect.poll(() => site.paused()).toBe(true);
  expect(await site.time()).toBeLessThan(quote.end);
});
