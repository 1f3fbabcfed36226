import { createTermFinder, type Term } from '../../src/timeline/terms';
import type { Inline, Portrait } from '../../src/timeline/edition-data';
import { violations } from '../support/axe';
import { expect, test } from '../support/test';
import { codes, wordsIn } from '../support/site';
import { edition, textOf } from '../support/shipped-edition';

/** The first term of a paragraph, in the words that it has there. */
function termIn({ paragraphs }: Portrait, language: string) {
  const find = createTermFinder(textOf(language).words.glossary, codes[0]!);
  const plain = (parts: readonly Inline[]) => parts.flatMap((part) => (part.kind === 'text' ? find(part.text) : []));
  return paragraphs.flatMap(({ id, text }) =>
    plain(text.flat()).flatMap(({ text: word, term }) => (term ? [{ paragraph: id, word, term }] : [])),
  )[0];
}

function firstTerm(language: string): { person: string; paragraph: string; word: string; term: Term } {
  for (const portrait of Object.values(edition.portraits[language]!)) {
    const found = termIn(portrait, language);
    if (found) return { person: portrait.person, ...found };
  }
  throw new Error('No portrait has a term of the glossary.');
}

for (const language of codes) {
  test(`${language}: a term in a portrait opens its gloss, and closes where it was pressed`, async ({ site, page }) => {
    const { person, paragraph, word, term } = firstTerm(language);
    await site.open({ view: 'portrait', language, id: person });
    const button = page.locator(`#${paragraph}`).getByRole('button', { name: word, exact: true }).first();
    await button.click();
    const gloss = page.getByRole('dialog', { name: term.term, exact: true });
    await expect(gloss).toBeFocused();
    await expect(gloss).toContainText(term.gloss);
    if (term.original)
      await expect(gloss.locator(`[lang=${term.original.language}]`)).toContainText(term.original.text);
    expect(await violations(page, '[data-part=gloss]')).toEqual([]);
    await gloss.getByRole('button', { name: wordsIn(language).gloss.close }).click();
    await expect(gloss).toHaveCount(0);
    await expect(button).toBeFocused();
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('terms are plain words, and the film’s words can be had as text', async ({ page, request }) => {
    const language = codes[0]!;
    const { person } = firstTerm(language);
    await page.goto(`/${language}/`);
    await page.locator(`a[href$="/${person}/"]`).first().click();
    const term = page.locator('[data-part=term]').first();
    await expect(term).toHaveCSS('text-decoration-line', 'none');
    await expect(term).toHaveCSS('cursor', 'text');
    const { words } = textOf(language);
    const transcript = await (await request.get(`/subtitles/${language}.txt`)).text();
    expect(transcript.startsWith(`\uFEFF${words.title}\n\n`)).toBe(true);
    expect(transcript).toContain(`\n${words.narrator}: `);
  });
});
