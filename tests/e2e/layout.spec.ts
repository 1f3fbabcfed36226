import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { codes, places, wordsIn } from '../support/site';
import { edition, linkedCue, timeline } from '../support/shipped-edition';
import { installStandInVoices } from '../support/stand-in-voices';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

/** The moment with most over the film: a quote with themes, spoken in two long lines. */
const busiest = [...timeline.quotes]
  .map((quote) => ({
    quote,
    weight: quote.cue.themes.length * 40 + (edition.texts['nl']!.words.quotes[quote.quote.id]?.length ?? 0),
  }))
  .sort((a, b) => b.weight - a.weight)[0]!.quote;

/** Everything that lies on or under the picture, measured at once: two round trips a setting would take minutes. */
async function nothingIsCovered(page: Page): Promise<void> {
  const { picture, overlays, lines, controls } = await page.evaluate(async () => {
    // The overlays follow the measured height of the subtitles, a frame later.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element): Box => element.getBoundingClientRect().toJSON() as Box);
    return {
      picture: boxes('video')[0]!,
      overlays: boxes('[data-part=overlay-quote], [data-part=overlay-theme], [data-part=overlay-chapter]'),
      lines: boxes('[data-part=subtitles] p'),
      controls: boxes('.controls'),
    };
  });
  expect(overlays.length).toBeGreaterThan(1);
  expect(lines.length).toBeGreaterThan(0);
  const middle = {
    x: picture.x + picture.width * 0.42,
    y: picture.y + picture.height * 0.3,
    width: picture.width * 0.08,
    height: picture.height * 0.3,
  };
  for (const line of lines) {
    for (const control of controls) expect(overlap(line, control), 'subtitle under controls').toBe(false);
    expect(line.x, 'inside the window').toBeGreaterThanOrEqual(0);
    expect(line.x + line.width, 'inside the window').toBeLessThanOrEqual(page.viewportSize()!.width);
  }
  for (const overlay of overlays) {
    for (const other of [...lines, ...controls, middle])
      expect(overlap(overlay, other), JSON.stringify([overlay, other])).toBe(false);
    expect(overlay.y + overlay.height, 'inside the picture').toBeLessThanOrEqual(picture.y + picture.height);
  }
  for (const one of overlays) for (const two of overlays) if (one !== two) expect(overlap(one, two)).toBe(false);
}

const WIDTHS = [320, 360, 768, 1440];

for (const language of codes) {
  test(`${language}: no page scrolls sideways at any width`, async ({ site, page }) => {
    for (const view of ['film', 'portraits', 'portrait', 'themes', 'theme', 'about'] as const) {
      await site.open(places.find((place) => place.language === language && place.view === view)!);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const [inner, outer] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(inner, `${view} at ${width} px`).toBeLessThanOrEqual(outer);
      }
    }
  });
}

test.describe('a phone that lies on its side', () => {
  test.use({ viewport: { width: 740, height: 360 }, contextOptions: { reducedMotion: 'reduce' } });

  test('picture and line fit into one view, and the small film stands beside the text', async ({ site, page }) => {
    await site.openFilm('nl', linkedCue.start + 0.1);
    const picture = (await page.locator('.picture').boundingBox())!;
    expect(picture.height).toBeLessThanOrEqual(360);
    await page.keyboard.press('r');
    const paragraph = page.locator(`#${linkedCue.paragraph!.paragraph}`);
    await expect(paragraph).toBeFocused();
    const film = (await site.part('theatre').boundingBox())!;
    const text = (await paragraph.boundingBox())!;
    expect(overlap(film, text)).toBe(false);
    expect(text.x + text.width).toBeLessThanOrEqual(film.x);
    const { inner, outer } = await page.evaluate(() => ({
      inner: document.documentElement.scrollWidth,
      outer: document.documentElement.clientWidth,
    }));
    expect(inner).toBeLessThanOrEqual(outer);
  });
});

test.describe('at every width', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  // Four widths in one page, each with all its settings.
  test.describe.configure({ timeout: 60_000 });

  /** In a page that is open already, as somebody's window is made narrower or his phone turned. */
  async function atEveryWidth(page: Page, look: (width: number) => Promise<void>): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await test.step(`${width} px`, () => look(width));
    }
  }

  test('overlays, subtitles and controls never cover one another, nor the middle of the picture', async ({
    site,
    page,
  }) => {
    // The default language goes through every size and place below.
    for (const language of codes.slice(1)) {
      await site.openFilm(language, busiest.start + 0.1);
      await page.getByRole('button', { name: wordsIn(language).film.settings }).click();
      await page
        .getByRole('radio', { name: / (en|and) / })
        .first()
        .check();
      await page.keyboard.press('Escape');
      await expect(site.subtitles.locator('p')).toHaveCount(2);
      await atEveryWidth(page, () => nothingIsCovered(page));
    }
  });

  test('subtitles of every size, place and language are whole, and under nothing', async ({ site, page }) => {
    const t = wordsIn('nl');
    await site.openFilm('nl', busiest.start + 0.1);
    // What is in the panel is in the page once somebody has opened it.
    await page.getByRole('button', { name: t.film.settings, exact: true }).click();
    await page.keyboard.press('Escape');
    const choose = (name: string) =>
      page.evaluate((label) => {
        const labels = [...document.querySelectorAll('[popover] label')];
        labels
          .find(({ textContent }) => textContent.trim() === label)!
          .querySelector('input')!
          .click();
      }, name);
    for (const languages of ['Nederlands en English', 'Nederlands']) {
      await choose(languages);
      await expect(site.subtitles.locator('p')).toHaveCount(languages.split(' en ').length);
      await atEveryWidth(page, async () => {
        for (const size of Object.values(t.settings.sizes)) {
          await choose(size);
          for (const position of Object.values(t.settings.positions)) {
            await choose(position);
            await test.step(`${languages}, ${size}, ${position}`, () => nothingIsCovered(page));
          }
        }
      });
    }
  });

  test('the button of the description, which comes when the voices of the device are known, moves no other', async ({
    site,
    page,
  }) => {
    await page.addInitScript(installStandInVoices);
    await site.openFilm('nl', linkedCue.start + 0.1);
    const has = (voices: boolean) =>
      page.evaluate((voices) => {
        if (voices) Reflect.deleteProperty(speechSynthesis, 'getVoices');
        else Object.assign(speechSynthesis, { getVoices: () => [] });
        speechSynthesis.dispatchEvent(new Event('voiceschanged'));
      }, voices);
    const others = () =>
      page.locator('.row > *:not(.described, .gap)').evaluateAll((all) =>
        all.map((each) => ({
          name: each.getAttribute('aria-label') ?? each.textContent,
          box: each.getBoundingClientRect().toJSON() as Box,
        })),
      );
    await atEveryWidth(page, async (width) => {
      await has(false);
      await expect(site.part('described')).toHaveCount(0);
      const without = await others();
      await has(true);
      await expect(site.part('described')).toBeVisible();
      expect(await others(), `at ${width} px`).toEqual(without);
    });
  });

  test('main controls are 44 px, everything that is pressed 24 px', async ({ site, page }) => {
    await site.openFilm('nl', linkedCue.start + 0.1);
    await atEveryWidth(page, async (width) => {
      const sizes = await page.evaluate(() => {
        const of = (selector: string) =>
          [...document.querySelectorAll<HTMLElement>(selector)]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .map((element) => {
              const { width, height } = element.getBoundingClientRect();
              return { name: element.getAttribute('aria-label') ?? element.innerText, size: Math.min(width, height) };
            });
        return { main: of('.row button'), all: of('main button, main nav a, .now a, header a') };
      });
      expect(sizes.main.length).toBeGreaterThan(4);
      for (const { name, size } of sizes.main) expect(size, `${name} at ${width} px`).toBeGreaterThanOrEqual(44);
      for (const { name, size } of sizes.all) expect(size, `${name} at ${width} px`).toBeGreaterThanOrEqual(24);
    });
  });

  test('under the film of a phone its text is in sight, and nothing moves when the film begins', async ({
    site,
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await site.openFilm('nl');
    const top = () =>
      page.locator('[data-part=transcript] .lines').evaluate((list) => list.getBoundingClientRect().top);
    const before = await top();
    expect(before).toBeLessThan(740 - 24);
    const { now } = wordsIn('nl');
    await expect(site.part('now')).toHaveText(now.empty);
    await page.keyboard.press('k');
    await expect(site.part('now')).toContainText(`${now.now} ·`);
    expect(await top()).toBeCloseTo(before, 1);
    // Whatever is said: two themes, or long words, too.
    const heights = await page.evaluate(
      async (starts) => {
        const strip = document.querySelector('[data-part=now]')!;
        const found = new Set<number>();
        for (const start of starts) {
          location.hash = `#t=${start}`;
          await new Promise((laidOut) => requestAnimationFrame(() => requestAnimationFrame(laidOut)));
          found.add(Math.round(strip.getBoundingClientRect().height));
        }
        return [...found];
      },
      edition.data.cues.map(({ start }) => start),
    );
    expect(heights).toHaveLength(1);
  });

  test('the small film never covers the paragraph that somebody came for', async ({ site, page }) => {
    const paragraph = page.locator(`#${linkedCue.paragraph!.paragraph}`);
    await site.openFilm('nl', linkedCue.start + 0.1);
    await atEveryWidth(page, async () => {
      await page.keyboard.press('r');
      await expect(paragraph).toBeFocused();
      const film = (await site.part('theatre').boundingBox())!;
      expect(overlap(film, (await paragraph.boundingBox())!)).toBe(false);
      await page.keyboard.press('b');
      await expect(paragraph).toHaveCount(0);
    });
  });
});
