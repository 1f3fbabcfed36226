import { expect, test } from '../support/test';
import { wordsIn } from '../support/site';
import { cleanText } from '../../src/timeline/passage-text';
import { FRAME, cueWith, edition, lineOf, linkedCue, timeline } from '../support/shipped-edition';

const t = wordsIn('nl').transcript;
const unaccented = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
const nameOf = (cue: typeof linkedCue) => edition.data.people.find(({ id }) => id === cue.person)?.name;
/** A line as it should be copied. */
const copied = (cue: typeof linkedCue, language: string) =>
  [nameOf(cue), cleanText(lineOf(cue, language))].filter((part) => part !== undefined).join(': ');

const late = edition.data.cues.at(-12)!;

test('the transcript follows the film, from the moment in the address on', async ({ site, page }) => {
  await site.openFilm('nl', late.start);
  await expect(page.locator(`#line-${late.id}`)).toHaveAttribute('aria-current', 'true');
  await expect(page.locator(`#line-${late.id}`)).toBeInViewport();
  await expect(page.locator('[data-part=line][aria-current]')).toHaveCount(1);
  await expect(page.locator(`#line-${edition.data.cues[0]!.id}`)).not.toBeInViewport();
});

test('it yields the moment somebody scrolls, and follows again only when asked', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  const follow = page.getByRole('switch', { name: wordsIn('nl').transcript.follow });
  await expect(follow).toBeChecked();
  await page.locator(`#line-${linkedCue.id}`).hover();
  await page.mouse.wheel(0, 400);
  await expect(follow).not.toBeChecked();
  await site.part('chapter-list').getByRole('link').last().click();
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(timeline.chapters.at(-1)!.start);
  const current = page.locator('[data-part=line][aria-current]');
  await expect(current).not.toBeInViewport();
  await follow.check();
  await expect(current).toBeInViewport();
});

test('it yields to a selection, and to the keyboard inside', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start);
  const follow = page.getByRole('switch', { name: t.follow });
  await page.evaluate(
    (id) => getSelection()!.selectAllChildren(document.querySelector(`#line-${id} p`)!),
    linkedCue.id,
  );
  await expect(follow).not.toBeChecked();
  await follow.check();
  await page.locator('[data-part=transcript] .lines').focus();
  await expect(follow).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(follow).not.toBeChecked();
});

test('a press on a line goes there, and a paused film stays paused', async ({ site, page }) => {
  await site.openFilm('nl');
  await page.locator(`#line-${linkedCue.id} b`).click();
  await expect.poll(() => site.time()).toBeCloseTo(linkedCue.start, 2);
  expect(await site.paused()).toBe(true);
});

test('pressing keys on the time of a line goes there too', async ({ site, page }) => {
  await site.openFilm('nl');
  await page.locator(`#line-${linkedCue.id} .time`).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => site.time()).toBeCloseTo(linkedCue.start, 2);
});

test('the line that sounds does not shift the text', async ({ site, page }) => {
  await site.openFilm('nl');
  const line = page.locator(`#line-${linkedCue.id} p`);
  const before = await line.boundingBox();
  await page.getByRole('switch').uncheck();
  await page.locator(`#line-${linkedCue.id} .time`).click();
  await expect(page.locator(`#line-${linkedCue.id}`)).toHaveAttribute('aria-current', 'true');
  const after = await line.boundingBox();
  expect([after!.width, after!.height]).toEqual([before!.width, before!.height]);
});

test('the line is right at its exact boundaries, and after a seek the old one is gone at once', async ({
  site,
  page,
}) => {
  const index = edition.data.cues.findIndex(
    (cue, at) => at > 5 && edition.data.cues[at + 1]!.start - cue.end > 2 * FRAME,
  );
  const [cue, next] = [edition.data.cues[index]!, edition.data.cues[index + 1]!];
  await site.openFilm('nl', cue.start);
  const current = () =>
    page.locator('[data-part=line][aria-current]').evaluateAll((lines) => lines.map(({ id }) => id));
  expect(await current()).toEqual([`line-${cue.id}`]);
  // Whoever moves the film (a headset, the system): the line is that of the film's own clock.
  for (const [moment, sounding] of [
    [next.start, next],
    [cue.end, cue],
    [next.start, next],
    [next.start - 0.001, cue],
  ] as const) {
    await site.video.evaluate((video: HTMLVideoElement, time) => (video.currentTime = time), moment);
    await expect.poll(current, String(moment)).toEqual([`line-${sounding.id}`]);
  }
  // Looked at in the same task as the press: nothing is waited for.
  const after = await page.evaluate(async (id) => {
    document.querySelector<HTMLElement>(`#line-${id} .time`)!.click();
    await Promise.resolve();
    return [...document.querySelectorAll('[data-part=line][aria-current]')].map((line) => line.id);
  }, linkedCue.id);
  expect(after).toEqual([`line-${linkedCue.id}`]);
});

test('search finds words of both languages, whatever their accents and case', async ({ site, page }) => {
  const accented = cueWith((cue) => unaccented(lineOf(cue, 'nl')) !== lineOf(cue, 'nl'));
  const dutch = /\S*[^\x20-\x7e\n’]\S*/u.exec(lineOf(accented, 'nl'))![0].replace(/[.,]/g, '');
  await site.openFilm('nl');
  const box = page.getByRole('searchbox', { name: t.search });
  await box.fill(unaccented(dutch).toUpperCase());
  const marks = page.locator('[data-part=transcript] mark');
  await expect(page.locator(`#line-${accented.id} mark`).first()).toHaveText(new RegExp(dutch, 'i'));
  // In English as well, once its words have come: the same line then shows both.
  await expect(site.part('search')).toContainText(/1 van \d+/);

  // A whole line of the other language, over its phrases and its line break.
  const english = lineOf(late, 'en').replaceAll('\n', ' ');
  await box.fill(english);
  await expect(page.locator(`#line-${late.id} [lang=en]`)).toHaveText(english);
  await expect(page.locator(`#line-${late.id}`)).toBeInViewport();
  await expect(page.getByRole('switch', { name: t.follow })).not.toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: english })).toHaveCount(1);

  // Keys of the player do nothing here, Escape ends the search.
  await box.fill('km');
  await page.keyboard.type('k');
  await expect(site.part('search')).toContainText(t.found.none);
  expect(await site.paused()).toBe(true);
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await expect(marks).toHaveCount(0);
  await expect(page.locator('[data-part=line] [lang=en]:not(span)')).toHaveCount(0);
});

test('Enter walks through what is found, and round', async ({ site, page }) => {
  await site.openFilm('nl');
  const box = page.getByRole('searchbox', { name: t.search });
  await box.fill(nameOf(linkedCue)!.slice(0, 2));
  const place = (at: number) => t.found.place.replace('{{place}}', String(at)).replace('{{total}}', String(total));
  // Counted when the words of both languages are there.
  await expect(page.locator('[lang=en] mark').first()).toBeAttached();
  const total = await page.locator('mark').count();
  await expect(site.part('search')).toContainText(place(1));
  await box.press('Enter');
  await expect(site.part('search')).toContainText(place(2));
  await expect(page.locator('mark.now')).toBeInViewport();
  await page.getByRole('button', { name: t.found.previous }).click();
  await box.press('Shift+Enter');
  await expect(site.part('search')).toContainText(place(total));
  await page.getByRole('button', { name: t.found.next }).click();
  await expect(site.part('search')).toContainText(place(1));
});

test.describe('as wide as a tablet', () => {
  test.use({ viewport: { width: 800, height: 900 } });

  test('two languages stand beside each other, each with its heading', async ({ site, page }) => {
    await site.openFilm('nl', linkedCue.start);
    const choose = async (name: string) => {
      await page.getByRole('button', { name: t.more, exact: true }).click();
      await page.getByRole('radio', { name }).check();
      await page.keyboard.press('Escape');
    };
    await choose(t.columns.both);
    const line = page.locator(`#line-${linkedCue.id}`);
    const [dutch, english] = [line.locator('p[lang=nl]'), line.locator('p[lang=en]')];
    await expect(english).toHaveText(lineOf(linkedCue, 'en').replaceAll('\n', ' '));
    for (const [heading, text] of [
      ['Nederlands', dutch],
      ['English', english],
    ] as const) {
      const head = (await page.locator('.heads').getByText(heading).boundingBox())!;
      const own = (await text.boundingBox())!;
      expect(Math.abs(head.x - own.x), heading).toBeLessThan(24);
    }
    // Asked at once: the list may still glide.
    const farBelow = () =>
      line.evaluate((element) => {
        const topOf = (language: string) => element.querySelector(`p[lang=${language}]`)!.getBoundingClientRect().y;
        return topOf('en') - topOf('nl');
      });
    expect(await farBelow()).toBe(0);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await farBelow()).toBeGreaterThan(0);
    await choose(t.columns.one);
    await expect(english).toHaveCount(0);
  });
});

test.describe('a passage', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const language = 'en';
  const words = wordsIn(language).transcript.passage;
  const first = cueWith(
    (cue) => /['’]/.test(lineOf(cue, language)) && cue.themes.length > 0 && cue.person !== undefined,
  );
  const index = edition.data.cues.indexOf(first);
  const chosen = edition.data.cues.slice(index, index + 3);
  const last = chosen.at(-1)!;

  test('is chosen with keys, copied clean, shared as a link and played', async ({ site, page }) => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await site.openFilm(language);
    await page.locator(`#line-${first.id} .time`).press('Enter');
    await page.locator(`#line-${last.id} .time`).press('Shift+Enter');
    const bar = site.part('passage');
    await expect(bar).toBeFocused();
    await expect(bar).toContainText(/3 lines/);
    await bar.getByRole('button', { name: words.copyText }).press('Enter');
    await expect(bar).toContainText(words.copiedText);
    expect(await clipboard()).toBe(chosen.map((cue) => copied(cue, language)).join('\n'));
    await bar.getByRole('button', { name: words.copyLink }).press('Enter');
    await expect(bar).toContainText(words.copiedLink);
    expect(await clipboard()).toBe(new URL(`/${language}/#t=${first.start},${last.end}`, page.url()).href);
    await bar.getByRole('button', { name: words.play }).click();
    await expect.poll(() => site.paused()).toBe(false);
    expect(await site.time()).toBeGreaterThanOrEqual(first.start);
    await site.pause();
    await page.locator(`#line-${last.id} .time`).press('Shift+Enter');
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(page.locator(`#line-${first.id} .time`)).toBeFocused();
  });

  test('is a selection of text too, and Ctrl+C takes the selected words alone', async ({ site, page }) => {
    await site.openFilm(language);
    await page.evaluate(
      ([from, to]) => {
        const words = (id: string) => document.querySelector(`#line-${id} p`)!;
        const last = document.createTreeWalker(words(to!), NodeFilter.SHOW_TEXT);
        while (last.nextNode());
        const [start, end] = [words(from!).querySelector('span, p > a')!.firstChild!, last.currentNode as Text];
        getSelection()!.setBaseAndExtent(start, 0, end, end.data.length);
      },
      [first.id, last.id],
    );
    await expect(site.part('passage')).toContainText(/3 lines/);
    await expect(page.getByRole('switch')).not.toBeChecked();
    await page.keyboard.press('Control+c');
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await clipboard()).toBe(chosen.map((cue) => copied(cue, language)).join('\n'));

    await page.locator(`#line-${first.id} p a`).first().selectText();
    await page.keyboard.press('Control+c');
    const phrase = await page.locator(`#line-${first.id} p a`).first().innerText();
    expect(await clipboard()).toBe(phrase);
  });
});

test.describe('a clipboard that refuses', () => {
  // What is not granted is denied.
  test.use({ permissions: ['geolocation'] });

  test('gives the text to copy by hand', async ({ site, page }) => {
    await site.openFilm('nl');
    await page.locator(`#line-${linkedCue.id} .time`).press('Shift+Enter');
    const bar = site.part('passage');
    await bar.getByRole('button', { name: t.passage.copyText }).press('Enter');
    await expect(bar.getByRole('textbox', { name: t.passage.text })).toHaveValue(copied(linkedCue, 'nl'));
    await expect(bar).toContainText(t.passage.refused);
  });
});

test('the subtitles can be taken along', async ({ site, page, request }) => {
  await site.openFilm('nl');
  await page.getByRole('button', { name: t.more, exact: true }).click();
  for (const language of edition.data.languages) {
    const link = page.locator(`a[download][href$="/subtitles/${language}.vtt"]`);
    await expect(link).toBeVisible();
    expect(await (await request.get((await link.getAttribute('href'))!)).text()).toMatch(/^WEBVTT/);
  }
});
