/** Criteria of WCAG and of EN 301 549, chapter 7, that neither axe nor another test looks at. The accessibility statement names these tests. */
import type { Page } from '@playwright/test';
import { shellOf } from '../../../src/navigation/address';
import { programmeFragment } from '../../../src/programme/programme-link';
import { clockText } from '../../../src/timeline/clock-time';
import { edition, languages, lineOf, linkedCue, textOf, timeline } from '../../support/shipped-edition';
import { addressOf, places, wordsIn } from '../../support/site';
import { installStandInVoices, type StandInSpeech } from '../../support/stand-in-voices';
import { expect, test } from '../../support/test';

const language = languages[0]!;
const t = wordsIn(language);

/** The page as it is written, read without being run. */
const read = (page: Page, html: string, address: string) =>
  page.evaluate(
    ([text, base]) => {
      const written = new DOMParser().parseFromString(text, 'text/html');
      const links = (part: string) =>
        [...written.querySelectorAll(`${part} a`)].map((link) => ({
          text: link.textContent.trim(),
          leads: new URL(link.getAttribute('href')!, base).pathname,
        }));
      return {
        title: written.title,
        language: written.documentElement.lang,
        menu: links('header nav:first-of-type'),
        footer: links('.site > footer'),
        leads: links('body').map(({ leads }) => leads),
      };
    },
    [html, address] as const,
  );

test('2.4.2, 2.4.5, 3.1.1, 3.2.3, 3.2.6: every page has its own title and language, two ways to it, and menu and help in one place', async ({
  page,
  request,
}) => {
  const titles = new Set<string>();
  const ways = new Map<string, Set<string>>();
  const menus = new Set<string>();
  const footers = new Set<string>();
  // A film in a frame is no page of the site.
  const pages = places.filter(({ view }) => view !== 'embed');
  for (const place of pages) {
    const address = addressOf(place);
    const answer = await request.get(address);
    const written = await read(page, await answer.text(), answer.url());
    expect(written.title, address).toContain(textOf(place.language).words.title);
    titles.add(`${place.language} ${written.title}`);
    expect(written.language, address).toBe(place.language);
    for (const to of written.leads) if (to !== address) ways.set(to, (ways.get(to) ?? new Set()).add(address));
    if (shellOf(place) !== 'site') continue;
    const help = addressOf({ view: 'about', language: place.language });
    expect(written.footer.at(-1)?.leads, `${address}: help`).toBe(help);
    menus.add(`${place.language} ${JSON.stringify(written.menu)}`);
    footers.add(`${place.language} ${JSON.stringify(written.footer)}`);
  }
  expect(titles.size).toBe(pages.length);
  expect([...menus]).toHaveLength(languages.length);
  expect([...footers]).toHaveLength(languages.length);
  // The room is a step of a workshop: its host opens it.
  const few = pages.filter((place) => place.view !== 'room' && (ways.get(addressOf(place))?.size ?? 0) < 2);
  expect(few.map((place) => addressOf(place))).toEqual([]);
});

test('1.3.4: upright and on its side film, controls and text are there, and nothing asks to turn the device', async ({
  site,
  page,
}) => {
  await site.openFilm(language, linkedCue.start + 0.1);
  const offered = () =>
    page.locator('main :is(a, button, input, select)').evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility())
        .map((each) => `${each.localName} ${each.getAttribute('aria-label') ?? each.textContent.trim()}`)
        .sort(),
    );
  await page.setViewportSize({ width: 390, height: 844 });
  const upright = await offered();
  expect(upright.length).toBeGreaterThan(20);
  const needed = [site.video, site.part('play'), site.subtitles.locator('p'), page.locator(`#line-${linkedCue.id}`)];
  for (const part of needed) await expect(part).toBeVisible();
  await page.setViewportSize({ width: 844, height: 390 });
  for (const part of needed) await expect(part).toBeVisible();
  // A wider page has more on its time bar; what the narrow one has is there too.
  expect(await offered()).toEqual(expect.arrayContaining(upright));
});

test('2.5.2: a press that is drawn away before it is let go does nothing', async ({ site, page }) => {
  await site.openFilm(language, linkedCue.start + 0.1);
  const switchOf = page.getByRole('button', { name: t.film.subtitles, exact: true });
  const before = { url: page.url(), time: await site.time() };
  const targets = [
    site.part('play'),
    switchOf,
    page.getByRole('button', { name: t.film.settings }),
    site.part('chapter-list').getByRole('link').nth(3),
    page.locator('header nav a').nth(1),
    page.locator(`#line-${linkedCue.id} .time`),
  ];
  for (const target of targets) {
    await target.hover();
    await page.mouse.down();
    await page.mouse.move(2, 2);
    await page.mouse.up();
  }
  await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
  await expect(switchOf).toHaveAttribute('aria-pressed', 'true');
  expect({ url: page.url(), time: await site.time(), paused: await site.paused() }).toEqual({
    ...before,
    paused: true,
  });
});

/** What can be filled in or chosen, and has no name to say what. */
const unnamed = (page: Page) =>
  page.locator('main :is(input, select, textarea)').evaluateAll((fields) =>
    fields
      .filter((field) => field.checkVisibility())
      .filter(
        (field) =>
          !field.hasAttribute('aria-label') &&
          ![...((field as HTMLInputElement).labels ?? [])].some((label) => label.textContent.trim()),
      )
      .map((field) => field.outerHTML),
  );

test('3.3.1, 3.3.2, 3.3.3: every field says what belongs in it, and what is wrong is told in words, with what can be', async ({
  site,
  page,
}) => {
  const { chapter, start, end } = timeline.chapters[2]!;
  const items = [{ kind: 'chapter', id: chapter.id, talk: 5 }] as const;
  await page.goto(addressOf({ view: 'host', language }, programmeFragment({ items, wished: 20 })));
  await expect(page.locator('[data-part=chosen] > li')).toHaveCount(1);
  expect(await page.locator('main input').count()).toBeGreaterThan(1);
  expect(await unnamed(page)).toEqual([]);

  await site.open({ view: 'embed-maker', language });
  const words = t.embedMaker;
  await page.getByText(words.show.chapter, { exact: true }).click();
  await page.getByLabel(words.show.whichChapter).selectOption(chapter.id);
  await page.getByText(words.size.fixed, { exact: true }).click();
  expect(await unnamed(page)).toEqual([]);
  const begin = page.getByLabel(words.start.title);
  await begin.fill(clockText(end + 1));
  await begin.press('Enter');
  await expect(begin).toHaveAttribute('aria-invalid', 'true');
  const described = page.locator(`#${(await begin.getAttribute('aria-describedby'))!.split(' ').at(-1)}`);
  for (const part of [clockText(end + 1), clockText(start), ...words.start.wrong.split(/\{\{\w+\}\}/)])
    await expect(described).toContainText(part.trim());
});

test('EN 301 549 7.1.2: a line stands over the film within a tenth of a second of its time', async ({ site, page }) => {
  const cues = timeline.cues.filter(
    ({ start }) => start > 2 && !timeline.notes.some((note) => start >= note.start - 2),
  );
  const late: number[] = [];
  await site.openFilm(language, cues[0]!.start - 1);
  for (const cue of cues.slice(0, 3)) {
    await site.goTo(cue.start - 0.6);
    const words = lineOf(cue, language).split('\n')[0]!;
    const shown = page.evaluate(
      (line) =>
        new Promise<number>((resolve) => {
          const said = document.querySelector('[data-part=subtitles]')!;
          const video = document.querySelector('video')!;
          new MutationObserver(() => said.textContent.includes(line) && resolve(video.currentTime)).observe(said, {
            subtree: true,
            childList: true,
            characterData: true,
          });
        }),
      words,
    );
    await site.play();
    late.push((await shown) - cue.start);
    await site.pause();
  }
  expect(Math.min(...late), 'never before its time').toBeGreaterThanOrEqual(-0.001);
  // The second of three: a machine that does other work for a moment is not the player.
  expect(late.sort((a, b) => a - b)[1]).toBeLessThan(0.1);
});

test('EN 301 549 7.1.4: size, colour, ground and place of the subtitles are as the viewer wants', async ({
  site,
  page,
}) => {
  await site.openFilm(language, linkedCue.start + 0.1);
  const line = site.subtitles.locator('p').first();
  const look = async () => {
    const style = await line.evaluate((element) => {
      const words = element.querySelector('span') ?? element;
      const { fontSize, color, backgroundColor } = getComputedStyle(words);
      return [fontSize, color, backgroundColor];
    });
    return JSON.stringify([style, (await line.boundingBox())!.y]);
  };
  const looks = [await look()];
  await page.getByRole('button', { name: t.film.settings }).click();
  const { sizes, colours, grounds, positions } = t.settings;
  for (const name of [sizes.small, colours.yellow, grounds.none, positions.top]) {
    await page.getByRole('radio', { name, exact: true }).check({ force: true });
    looks.push(await look());
  }
  expect(new Set(looks).size, looks.join('\n')).toBe(looks.length);
});

test.describe('on a device with a voice', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(installStandInVoices, { voices: [{ lang: language, localService: true }], forALetter: 12 }),
  );
  /** A text is spoken breath by breath. */
  const spoken = (page: Page) =>
    page.evaluate(() => {
      const speeches = (globalThis as unknown as { standInSpeech: StandInSpeech[] }).standInSpeech;
      return {
        text: speeches.map(({ text }) => text).join(' '),
        ended: speeches.every(({ result }) => result === 'end'),
      };
    });
  const choose = async (page: Page, name: string) => {
    await page.getByRole('button', { name: t.film.settings }).click();
    await page.getByRole('checkbox', { name }).check();
    await page.keyboard.press('Escape');
  };

  test('EN 301 549 7.1.5: the subtitles are spoken for who chooses so', async ({ site, page }) => {
    await site.openFilm(language, linkedCue.start - 0.2);
    await choose(page, t.settings.spoken);
    await site.play();
    const words = lineOf(linkedCue, language).replace(/\s+/g, ' ');
    await expect.poll(async () => (await spoken(page)).text).toContain(words);
  });

  test('EN 301 549 7.2.1, 7.2.2, 1.2.3, 1.2.5: what is to be seen is told for who chooses so, when it is there, and the film waits', async ({
    site,
    page,
  }) => {
    const { id, start, end } = edition.data.descriptions[1]!;
    await site.openFilm(language, start - 0.2);
    await choose(page, t.settings.described);
    await site.play();
    const text = textOf(language).descriptions[id]!;
    await expect.poll(async () => (await spoken(page)).text).not.toBe('');
    expect(await site.time()).toBeGreaterThanOrEqual(start);
    await expect.poll(async () => (await spoken(page)).text).toBe(text);
    expect(await site.time(), 'it waits for the voice').toBeLessThanOrEqual(end);
    await expect.poll(() => site.time(), 'and goes on').toBeGreaterThan(end);
    expect(await spoken(page)).toEqual({ text, ended: true });
  });
});
