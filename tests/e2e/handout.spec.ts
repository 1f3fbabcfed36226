import { violations } from '../support/axe';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { addressOf, codes, wordsIn } from '../support/site';
import { edition, textOf, timeline } from '../support/shipped-edition';
import { handoutFragment, type HandoutChoice } from '../../src/programme/handout-link';
import { agendaOf, type Programme } from '../../src/programme/programme';
import { hourText, runningClock } from '../../src/programme/running-clock';
import { clockText } from '../../src/timeline/clock-time';
import { qrPath } from '../../src/ui/qr-path';

/** The chapter with a hard passage, as it has most to say, and two others. */
const hard = timeline.chapterAt(timeline.notes[0]!.end)!.index;
const chapters = edition.data.chapters.slice(hard, hard + 3);
const programme: Programme = { items: chapters.map(({ id }) => ({ kind: 'chapter', id, talk: 9 })), wished: 45 };
const first = codes[0]!;
const everyone = (languages: readonly string[]): HandoutChoice => ({ reader: 'everyone', languages });
const host = (languages: readonly string[]): HandoutChoice => ({ reader: 'host', languages });
const fragmentOf = (choice: HandoutChoice) => handoutFragment(programme, choice, first);

/** A4 without its margins of 12 mm, in the pixels that stand for millimetres on paper. */
const PIXELS = 96 / 25.4;
const SHEET = Math.floor(186 * PIXELS);

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const language of codes) {
  test(`${language}: three chapters are two pages of A4, with all that is on them`, async ({ site, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await site.open({ view: 'handout', language }, handoutFragment(programme, everyone([language]), language));
    await expect(site.part('handout-item')).toHaveCount(3);
    await expect(site.part('qr-code').first()).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    const [width = 0, height = 0] = (/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []).slice(1).map(Number);
    expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([210, 297]);

    await page.setViewportSize({ width: SHEET, height: 1000 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const gone of ['header.top', '.site > footer', '[data-part=theatre]', '[data-part=handout-tools]', '.skip'])
      await expect(page.locator(gone)).toBeHidden();
    expect(await sidewaysScroll(page)).toBe(0);
    const { words } = textOf(language);
    const sheet = site.part('handout');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(wordsIn(language).handout.title);
    for (const { id } of chapters) {
      const { title, summary, questions } = words.chapters[id]!;
      await expect(sheet.getByRole('heading', { level: 2, name: title })).toBeVisible();
      for (const text of [summary, ...questions]) await expect(sheet.getByText(text, { exact: true })).toBeVisible();
    }
    const quotes = agendaOf(programme, edition.data, timeline).flatMap((item) => item.quotes);
    for (const { quote } of quotes)
      await expect(sheet.getByText(words.quotes[quote.id]!, { exact: true })).toBeVisible();
    await expect(site.part('handout-note')).toContainText(words.notes[timeline.notes[0]!.note.id]!.help[0]!.name);

    // Black on white, whatever the device prefers; each code is the address beside it, and large enough for a camera.
    const drawn = await page.evaluate(() => ({
      colours: [document.documentElement, document.querySelector('h1')!].map((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return [color, backgroundColor];
      }),
      codes: [...document.querySelectorAll('[data-part=address]:has(svg)')].map((address) => ({
        href: address.querySelector('a')!.href,
        path: address.querySelector('path')!.getAttribute('d'),
        width: address.querySelector('svg')!.getBoundingClientRect().width,
        large: address.classList.contains('large'),
      })),
      rules: [...document.querySelectorAll('[data-part=room-to-write] > *')].map(
        (line) => getComputedStyle(line).borderBlockEndStyle,
      ),
    }));
    expect(drawn.colours[0]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(drawn.colours[1]![0]).toBe('rgb(0, 0, 0)');
    expect(drawn.codes).toHaveLength(chapters.length + quotes.length);
    for (const { href, path, width: across, large } of drawn.codes) {
      const { size, path: expected } = qrPath(href)!;
      expect(path, href).toBe(expected);
      expect((across * (size - 8)) / size / PIXELS, href).toBeGreaterThanOrEqual(large ? 20 : 15);
    }
    expect(drawn.codes.filter(({ large }) => large).map(({ href }) => new URL(href).hash)).toEqual(
      chapters.map(({ id }) => `#${id}`),
    );
    expect(drawn.rules.length).toBeGreaterThan(chapters.length);
    expect(new Set(drawn.rules)).toEqual(new Set(['solid']));
  });
}

test('the host’s version has notes, times and totals, and reads well on a phone', async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const fragment = fragmentOf(host([first]));
  await site.open({ view: 'handout', language: first }, fragment);
  const { words } = textOf(first);
  const t = wordsIn(first).handout;
  const agenda = agendaOf(programme, edition.data, timeline);
  const plan = site.part('handout-plan');
  for (const [at, { start, end }] of runningClock(agenda).entries()) {
    const item = site.part('handout-item').nth(at);
    const clock = `${hourText(start)}–${hourText(end)}`;
    await expect(item).toContainText(clock);
    await expect(plan).toContainText(clock);
    await expect(item).toContainText(t.film.replace('{{length}}', clockText(agenda[at]!.length)));
    await expect(item).toContainText(words.chapters[chapters[at]!.id]!.hostNote);
  }
  await expect(plan).toContainText('45');
  expect(await sidewaysScroll(page)).toBe(0);

  // Walking through the sheet does not lose the programme, which is in the address.
  const { title } = words.chapters[chapters[1]!.id]!;
  await plan.getByRole('link', { name: title }).click();
  await expect(site.part('handout-item').nth(1)).toBeFocused();
  await expect(site.part('handout-item').nth(1)).toBeInViewport();
  expect(new URL(page.url()).hash).toBe(fragment);
});

test('what is chosen on the page is in its address, and in both languages each text says which it is', async ({
  site,
  page,
}) => {
  await site.open({ view: 'handout', language: first }, fragmentOf(everyone([first])));
  const t = wordsIn(first);
  const both = page.getByRole('radio').nth(2 + codes.length);
  await both.check();
  await page.getByRole('radio', { name: t.handout.host }).check();
  await expect.poll(() => new URL(page.url()).hash).toBe(fragmentOf(host(codes.slice(0, 2))));
  for (const language of codes.slice(0, 2)) {
    const own = site.part('handout').locator(`[lang=${language}]`);
    const { questions, hostNote } = textOf(language).words.chapters[chapters[0]!.id]!;
    for (const text of [...questions, hostNote]) await expect(own.getByText(text, { exact: true })).toBeVisible();
    await expect(own.getByText(wordsIn(language).handout.hostNote).first()).toBeVisible();
  }
  await page.reload();
  await expect(both).toBeChecked();
  await expect(page.getByRole('link', { name: t.handout.toHost })).toHaveAttribute(
    'href',
    addressOf({ view: 'host', language: first }, handoutFragment(programme, everyone([first]), first)),
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('axe finds nothing in the host’s version in two languages', async ({ site, page }) => {
      // One item is made as the others are.
      const one = handoutFragment({ items: programme.items.slice(0, 1) }, host(codes.slice(0, 2)), first);
      await site.open({ view: 'handout', language: first }, one);
      await expect(site.part('handout').locator(`[lang=${codes[1]}] h3`).first()).toBeVisible();
      const found = await violations(page, '[data-part=handout]');
      expect(found).toEqual([]);
    });
  });
}

test('a broken address shows what it can, and leads to where it is explained', async ({ site, page }) => {
  const { id } = chapters[0]!;
  const broken = `#programme=1/nobody:5/${id}:9`;
  await site.open({ view: 'handout', language: first }, broken);
  await expect(site.part('handout-item')).toHaveCount(1);
  await expect(site.part('handout-repairs').getByRole('link')).toHaveAttribute(
    'href',
    addressOf({ view: 'host', language: first }, broken),
  );
  await page.emulateMedia({ media: 'print' });
  await expect(site.part('handout-repairs')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the whole film is there, to read and to print', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(addressOf({ view: 'handout', language: first }));
    await expect(page.locator('[data-part=handout-item]')).toHaveCount(edition.data.chapters.length);
    for (const { id } of edition.data.chapters) {
      const { title, questions } = textOf(first).words.chapters[id]!;
      await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
      for (const question of questions) await expect(page.getByText(question, { exact: true })).toBeVisible();
      // There are no codes; the address is written.
      await expect(page.getByText(`${addressOf({ view: 'film', language: first }).slice(1)}#${id}`)).toBeVisible();
    }
    await expect(page.locator('.needs-script:visible, [data-part=theatre]:visible, header.top:visible')).toHaveCount(0);
  });
});
