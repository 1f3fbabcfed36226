import { expect, test } from '../support/test';
import { addressOf, wordsIn } from '../support/site';
import { edition, linkedCue, textOf } from '../support/shipped-edition';

const other = (language: string) => edition.data.languages.find((code) => code !== language)!;

test('the language switch keeps view, place and moment, and the film plays on', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  await site.play();
  const before = await site.time();
  await page
    .getByRole('navigation', { name: wordsIn('nl').menu.language })
    .getByRole('link', { name: 'English' })
    .click();
  await expect(page).toHaveURL(new RegExp(`${addressOf({ view: 'film', language: 'en' })}(#.*)?$`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 2, name: wordsIn('en').transcript.title })).toBeVisible();
  expect(await site.paused()).toBe(false);
  const after = await site.time();
  expect(after).toBeGreaterThanOrEqual(before);
  expect(after).toBeLessThan(before + 5);
});

test('the language switch keeps the paragraph of a portrait', async ({ site, page }) => {
  const { person, paragraph } = linkedCue.paragraph!;
  await site.open({ view: 'portrait', language: 'nl', id: person }, `#${paragraph}`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(
    new RegExp(`${addressOf({ view: 'portrait', language: 'en', id: person })}#${paragraph}$`),
  );
  await expect(page.locator(`#${paragraph}`)).toContainText(
    edition.portraits['en']![person]!.paragraphs.find(({ id }) => id === paragraph)!.title,
  );
});

for (const language of edition.data.languages) {
  test(`${language}: nothing of the other language stands on a page without saying so`, async ({ site, page }) => {
    await site.openFilm(language, linkedCue.start);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page).toHaveTitle(textOf(language).words.title);
    const marked = await page.locator(`[lang="${other(language)}"]`).allInnerTexts();
    // The language switch, and the title where it is not in the language of the page.
    const { title, titleLanguage } = textOf(language).words;
    expect(marked.filter((text) => text !== title)).toHaveLength(1);
    expect(marked.includes(title)).toBe(titleLanguage === other(language));
  });
}
