import { expect, test } from '../support/test';
import { installStandInVoices, type StandInSpeech } from '../support/stand-in-voices';
import { wordsIn } from '../support/site';
import { edition, textOf } from '../support/shipped-edition';
import { sentencesOf } from '../../src/speech/sentences';

const language = edition.data.languages[0]!;
const words = wordsIn(language);
const noteCue = edition.data.notes[0]!.from;
/** A portrait with a paragraph that a note warns of. */
const portrait = Object.values(edition.portraits[language]!).find(({ paragraphs }) =>
  paragraphs.some(({ cues }) => cues.includes(noteCue)),
)!;
const hard = portrait.paragraphs.find(({ cues }) => cues.includes(noteCue))!;
const after = portrait.paragraphs[portrait.paragraphs.indexOf(hard) + 1]!;
const noteText = textOf(language).words.notes[edition.data.notes[0]!.id]!.text;
const headline = sentencesOf(portrait.headline, language).map(({ text }) => text);

test.beforeEach(({ page }) =>
  page.addInitScript(installStandInVoices, { voices: [{ lang: language, localService: true }], forALetter: 100 }),
);

for (const code of edition.data.languages)
  test(`${code}: reading aloud is offered where the device has a voice for it`, async ({ site, page }) => {
    await site.open({ view: 'portrait', language: code, id: portrait.person });
    const button = page.getByRole('button', { name: wordsIn(code).aloud.start });
    await expect(button).toHaveCount(code === language ? 1 : 0);
  });

test('what is read is marked, a note holds the reading, and who leaves is left in silence', async ({ site, page }) => {
  const state = () =>
    page.evaluate(() => ({
      said: (globalThis as unknown as { standInSpeech: StandInSpeech[] }).standInSpeech.at(-1),
      marked: [...((CSS.highlights.get('read-aloud') ?? []) as Iterable<Range>)].map((range) => range.toString()),
    }));
  const reads = async (text: string | undefined) => {
    await expect.poll(async () => (await state()).said?.text).toBe(text);
    expect((await state()).marked).toEqual([text]);
  };

  await site.open({ view: 'portrait', language, id: portrait.person });
  await page.getByRole('button', { name: words.aloud.start }).click();
  await reads(headline[0]);
  const next = page.getByRole('button', { name: words.aloud.next });
  for (const text of headline.slice(1)) {
    await next.click();
    await reads(text);
  }
  await next.click();
  await reads(portrait.paragraphs[0]!.title);

  const bar = site.part('read-aloud');
  const held = bar.getByText(words.aloud.held);
  while (!(await held.isVisible())) await next.click();
  expect((await state()).marked).toEqual([sentencesOf(noteText, language).at(-1)!.text]);
  await expect(next).toBeDisabled();
  await bar.getByRole('button', { name: words.note.skipText }).click();
  await reads(after.title);
  // The bar lies clear of what is read.
  const bottom = () =>
    page.evaluate(
      () => [...CSS.highlights.get('read-aloud')!].map((range) => (range as Range).getBoundingClientRect().bottom)[0]!,
    );
  await expect.poll(bottom).toBeLessThan((await bar.boundingBox())!.y);

  await page
    .getByRole('link', { name: words.portrait.previous })
    .or(page.getByRole('link', { name: words.portrait.next }))
    .first()
    .click();
  await expect(bar).toBeHidden();
  expect(await state()).toMatchObject({ said: { text: after.title, result: 'interrupted' }, marked: [] });
});
