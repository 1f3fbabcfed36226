/** The edition of tests/fixtures/arabic: written from right to left, in a language that the code does not know. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe';
import { buildArabicSite } from '../support/build-site';
import { serveFolder, type OwnServer } from '../support/own-server';
import { expect, test } from '../support/test';
import words from '../fixtures/arabic/media-manifests/hadiqa/interface.ar.json' with { type: 'json' };

const WIDTHS = [320, 360, 768, 1440];

test.describe.configure({ mode: 'default', timeout: 60_000 });
test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

let folder: string;
let server: OwnServer;
let remove: () => void;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  const built = await buildArabicSite();
  ({ folder, remove } = built);
  server = await serveFolder(folder, '/film');
});
test.afterAll(async () => {
  await server.stop();
  remove();
});

const boxOf = async (place: Locator) => (await place.boundingBox())!;
const middleOf = async (place: Locator) => boxOf(place).then(({ x, width }) => x + width / 2);

/** The middle of each word in the first element of `selector`, from the left of the window. */
const middles = (page: Page, selector: string, words: readonly string[]) =>
  page.evaluate(
    ([selector, words]) => {
      const walker = document.createTreeWalker(document.querySelector(selector)!, NodeFilter.SHOW_TEXT);
      const found = new Map<string, number>();
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        for (const word of words) {
          const at = text.data.indexOf(word);
          if (at < 0 || found.has(word)) continue;
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + word.length);
          const { left, right } = range.getBoundingClientRect();
          found.set(word, (left + right) / 2);
        }
      }
      return words.map((word) => found.get(word) ?? NaN);
    },
    [selector, words] as const,
  );
const isFalling = (numbers: readonly number[]) => numbers.every((one, at) => at === 0 || one < numbers[at - 1]!);

test('the page is mirrored, and what belongs to the film is not', async ({ page, site }) => {
  await page.goto(`${server.address}/ar/`);
  // Before its app is there, the page has the length of the film in its digits already.
  await expect(site.part('length')).toHaveText('٠:١٠');
  await page.goto(`${server.address}/ar/#t=4.6`);
  await site.ready();
  await expect.poll(() => site.time()).toBeCloseTo(4.6, 1);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expect(html).toHaveAttribute('dir', 'rtl');

  // Name, menu and languages; film and text: from right to left.
  const header = ['header .name', 'header .menu', 'header .languages'].map((part) => page.locator(part));
  expect(isFalling(await Promise.all(header.map(middleOf)))).toBe(true);
  expect(isFalling(await Promise.all(['theatre', 'transcript'].map((part) => middleOf(site.part(part)))))).toBe(true);
  const menu = await page.locator('header .menu a').all();
  expect(isFalling(await Promise.all(menu.map(middleOf)))).toBe(true);

  // Time runs to the right: chapters, marks, what has been played, the small pictures and the keys.
  for (const parts of ['.track [data-from]', '.marks:not(.quiet) [data-from]']) {
    const places = await Promise.all((await page.locator(parts).all()).map(middleOf));
    expect(places.length).toBeGreaterThan(1);
    expect(isFalling(places.toReversed()), parts).toBe(true);
  }
  const track = await boxOf(page.locator('.track'));
  const played = await boxOf(page.locator('.played'));
  expect(played.x).toBeCloseTo(track.x, 0);
  expect(played.width / track.width).toBeCloseTo(0.46, 1);
  await page.mouse.move(track.x + track.width * 0.25, track.y + track.height / 2);
  const preview = site.part('time-preview');
  await expect(preview.locator('.clock')).toHaveText('٠:٠٢');
  await expect(preview.locator('img')).toBeVisible();
  const picture = await boxOf(preview.locator('img'));
  // The third row of ten, the sixth picture in it: its left edge is half of the sheet away.
  const frame = await boxOf(preview.locator('.picture'));
  expect((frame.x - picture.x) / picture.width).toBeCloseTo(0.5, 1);
  const slider = page.getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => site.time()).toBeGreaterThan(9);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => site.time()).toBeCloseTo(4.6, 0);
  await expect(slider).toHaveAttribute('aria-valuetext', /^٤ ثوانٍ من ١٠ ثوانٍ، فصل \u2068Jan de Vries\u2069$/);
  const buttons = ['[data-part=play]', '.step >> nth=0', '.step >> nth=1'].map((one) => page.locator(`.row ${one}`));
  expect(isFalling((await Promise.all(buttons.map(middleOf))).toReversed())).toBe(true);
  await expect(page.locator('.row svg').first()).toHaveCSS('scale', 'none');

  // Every number that people read is in the digits of the language; what is said in the film stays as its maker wrote it.
  expect(await page.locator('header, .controls, [data-part=chapter-list], footer').allInnerTexts()).not.toContainEqual(
    expect.stringMatching(/[0-9]/),
  );
  expect(await page.locator('[data-part=line] time').allInnerTexts()).toEqual(['٠:٠٠', '٠:٠٢', '٠:٠٤', '٠:٠٦', '٠:٠٨']);
  expect(await violations(page)).toEqual([]);
});

test('lines of two directions are in order, alone and side by side', async ({ page, site }) => {
  await page.goto(`${server.address}/ar/#t=4.6`);
  await site.ready();
  const line = '[data-part=subtitles] p';
  await expect(page.locator(line)).toHaveText(/اسمي Jan de Vries/);
  const [who] = await middles(page, `${line} a`, ['Jan de Vries']);
  const [my, jan, vries] = await middles(page, `${line} .words, ${line}`, ['اسمي', 'Jan', 'Vries']);
  // Who speaks stands first, which is at the right; within his name letters run to the right.
  expect(who).toBeGreaterThan(my!);
  expect(jan).toBeLessThan(vries!);
  // A name, a colon and a number within Arabic words keep their order.
  const near = '[data-part=now]';
  expect(
    isFalling(
      await middles(
        page,
        near,
        ['Jan de Vries: ', 'الخريطة'].map((word) => word.trim().replace(':', '')),
      ),
    ),
  ).toBe(true);
  const spoken = '#line-samira-03 .texts';
  expect(isFalling(await middles(page, spoken, ['معًا', '3', 'أشجار', 'Utrecht', '!']))).toBe(true);
  expect(isFalling(await middles(page, '#line-jan-02 .texts', ['في', '2027', 'أكثر']))).toBe(true);

  // Two languages: each from its own side.
  await page.getByRole('button', { name: 'خيارات' }).click();
  await page.getByRole('radio', { name: 'لغتان' }).check();
  await page.keyboard.press('Escape');
  const dutch = page.locator('#line-samira-03 [lang=nl]');
  await expect(dutch).toHaveText(/Samen/);
  await expect(dutch).toHaveCSS('direction', 'ltr');
  await expect(page.locator('#line-samira-03 [lang=ar]')).toHaveCSS('direction', 'rtl');

  // The other language of the page, and back, without a new page.
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('html')).toHaveAttribute('data-digits', 'latn');
  await expect(page.locator('header .name [lang=ar]')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('[data-part=line] time').first()).toHaveText('0:00');
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('data-digits', 'arab');
});

test('every kind of page is mirrored, counts rightly and never scrolls sideways', async ({ page, site }) => {
  const pages: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'ar/': async () => {},
    'ar/wujuh/samira/': async () => {
      // The way back points to where the text begins.
      await expect(page.locator('.corner-panel .back svg')).toHaveCSS('scale', '-1 1');
      await expect(page.locator('[data-part=portrait] dd').first()).toHaveText('52');
    },
    'ar/mawadi/maan/': async () => {
      await expect(page.getByText('لحظتان').first()).toBeVisible();
    },
    'ar/hawl/': async () => {},
    'ar/ard/#programme=1/samira:5/theme:maan:6&minutes=30': async () => {
      await expect(page.getByText('١١ دقيقة', { exact: true }).first()).toBeVisible();
      await expect(site.part('verdict')).toHaveText('١٨ دقيقة زائدة');
    },
    'ar/waraqa/#programme=1/samira:5/theme:maan:1&for=host&languages=ar,nl': async () => {
      await expect(page.locator('.item [lang=nl][dir=ltr]').first()).toBeVisible();
      await expect(page.getByText('٥ دقائق للحديث').first()).toBeVisible();
      await expect(page.getByText('دقيقة واحدة للحديث').first()).toBeVisible();
    },
    'ar/qaa/': async () => {},
    'ar/tadmin/': async () => {
      await expect(page.locator('header ol')).toHaveCSS('list-style-type', 'arabic-indic');
    },
    'embed/ar/': async () => {},
  };
  for (const [address, look] of Object.entries(pages)) {
    await page.goto(`${server.address}/${address}`);
    await page.evaluate(() => dispatchEvent(new Event('scroll')));
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await look(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(over, `${address} at ${width} px`).toBeLessThanOrEqual(0);
    }
    // The film, alone in this list, was looked at above. The frame in the embed maker is the page after it.
    if (address !== 'ar/') expect(await violations(page, undefined, 'apart'), address).toEqual([]);
  }
});

test('a workshop is mirrored in both of its windows', async ({ page }) => {
  await page.goto(`${server.address}/ar/ard/#programme=1/samira:5/jan:6&minutes=30`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: words.programme.begin.two }).click();
  const room = await opened;
  const scene = room.locator('[data-part=room]');
  await expect(scene).toHaveAttribute('data-scene', 'welcome');
  await page.keyboard.press('PageDown');
  await expect(scene).toHaveAttribute('data-scene', 'card');
  // The programme stands to the right, what belongs to this part of it to the left, with questions numbered as the language does.
  await expect(page.locator('[data-part=questions] ol')).toHaveCSS('list-style-type', 'arabic-indic');
  const columns = ['programme', 'questions'].map((part) => page.locator(`[data-part=${part}]`));
  expect(isFalling(await Promise.all(columns.map(middleOf)))).toBe(true);
  for (const window of [page, room]) {
    await expect(window.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(await violations(window)).toEqual([]);
  }
});

test('the choice of a language and what is missing begin at the side of their first language', async ({
  page,
  site,
}) => {
  // What is missing names its styles from the root of its host on, which for this build is that of the site.
  const host = await serveFolder(folder, '');
  // The choice goes on to the first language at once; here it stays.
  await page.route(`${host.address}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '') });
  });
  for (const [address, dutch] of [
    ['', 'bdi[lang=nl]'],
    ['nirgends/', 'div[lang=nl]'],
  ] as const) {
    await page.goto(`${host.address}/${address}`);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', 'ar');
    await expect(html).toHaveAttribute('dir', 'rtl');
    await expect(page.locator(dutch).first()).toHaveCSS('direction', 'ltr');
    expect(await violations(page), address).toEqual([]);
  }
  await host.stop();
  expect(site.problems.splice(0)).toEqual([expect.stringContaining('404 (Not Found)')]);
});
