import type { Locator } from '@playwright/test';
import { clockText } from '../../src/timeline/clock-time';
import { expect, test } from '../support/test';
import { wordsIn } from '../support/site';
import { FRAME, edition, languages, lineOf, linkedCue, textOf, timeline } from '../support/shipped-edition';

/** A line or overlay may be late by a frame on a quiet machine. This one draws two films on two cores without a graphics card, and reads the clock after the fact. */
const LATE = 8 * FRAME;
/** Long enough for Video.js to have taken over: the start of playing is another matter than the moment of an overlay. */
const BEFORE = 2;
/** Enough in a film that has played before. */
const AGAIN = 0.6;

for (const language of languages) {
  test.describe(`film in ${language}`, () => {
    test('plays, and its clock runs', async ({ site }) => {
      await site.openFilm(language);
      await site.play();
      await expect.poll(() => site.time()).toBeGreaterThan(1);
      await expect(site.part('play')).toHaveAccessibleName(wordsIn(language).film.pause);
      await site.pause();
      await expect(site.part('play')).toHaveAccessibleName(wordsIn(language).film.play);
    });

    test('is right at the exact boundary between two lines', async ({ site }) => {
      await site.openFilm(language, linkedCue.start);
      await expect(site.subtitles).toContainText(lineOf(linkedCue, language).split('\n')[0]!);
      await expect(site.page.locator('[data-part=line][aria-current]')).toHaveAttribute('id', `line-${linkedCue.id}`);
      await site.openFilm(language, linkedCue.end);
      await expect(site.subtitles.locator('p')).toHaveCount(0);
    });
  });
}

test('shows a chapter, a quote and the themes when their first line begins, neither sooner nor later', async ({
  site,
}) => {
  const language = languages[0]!;
  const chapter = timeline.chapters[1]!;
  const quote = timeline.quotes[2]!;
  const theme = timeline.themes.find(({ start }) => timeline.momentAt(start - BEFORE).themes.length === 0)!;
  await site.openFilm(language, chapter.start - BEFORE);
  for (const [part, start, look] of [
    [
      'overlay-chapter',
      chapter.start,
      async (overlay: Locator) => {
        await expect(overlay).toContainText(textOf(language).words.chapters[chapter.chapter.id]!.title);
      },
    ],
    [
      'overlay-quote',
      quote.start,
      async (overlay: Locator) => {
        await expect(overlay).toContainText(textOf(language).words.quotes[quote.quote.id]!);
        await expect(overlay).toContainText(wordsIn(language).quote.retold);
        await expect(overlay.locator('q')).toHaveCount(0);
      },
    ],
    ['overlay-theme', theme.start, () => Promise.resolve()],
  ] as const) {
    await test.step(part, async () => {
      // Video.js takes over once.
      await site.goTo(start - (part === 'overlay-chapter' ? BEFORE : AGAIN));
      await expect(site.part(part)).toHaveCount(0);
      const shown = site.timeWhenShown(`[data-part=${part}]`);
      await site.play();
      expect(await shown).toBeGreaterThanOrEqual(start);
      expect(await shown).toBeLessThan(start + LATE);
      await look(site.part(part));
      await site.pause();
    });
  }
});

test('one switch turns all overlays off', async ({ site }) => {
  const quote = timeline.quotes[2]!;
  await site.openFilm('nl', quote.start + 0.1);
  await expect(site.part('overlay-quote')).toBeVisible();
  await site.page.keyboard.press('o');
  await expect(site.part('overlay-quote')).toHaveCount(0);
  await expect(site.part('overlay-theme')).toHaveCount(0);
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
});

test('subtitles: Dutch, English, both at once, off', async ({ site }) => {
  await site.openFilm('nl', linkedCue.start + 0.1);
  const lines = site.subtitles.locator('p');
  const t = wordsIn('nl').film;
  const choose = async (label: string) => {
    await site.page.getByRole('button', { name: t.settings }).click();
    await site.page.getByRole('radio', { name: label, exact: true }).check();
    await site.page.keyboard.press('Escape');
  };
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toHaveAttribute('lang', 'nl');
  await choose('English');
  await expect(lines.first()).toHaveAttribute('lang', 'en');
  await choose('Nederlands en English');
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toHaveAttribute('lang', 'nl');
  await expect(lines.last()).toHaveAttribute('lang', 'en');
  const captions = site.page.getByRole('button', { name: t.subtitles, exact: true });
  await expect(captions).toHaveAttribute('aria-pressed', 'true');
  await captions.click();
  await expect(captions).toHaveAttribute('aria-pressed', 'false');
  await expect(lines).toHaveCount(0);
  await captions.click();
  await expect(lines).toHaveCount(2);
});

test('native tracks stay silent while the page draws the subtitles', async ({ site }) => {
  await site.openFilm('nl', linkedCue.start);
  await site.play();
  const showing = await site.video.evaluate((video: HTMLVideoElement) =>
    [...video.textTracks]
      .filter(({ kind, mode }) => kind === 'subtitles' && mode === 'showing')
      .map(({ language }) => language),
  );
  expect(showing).toEqual([]);
});

test('Video.js comes when somebody is about to play, and takes over the element that plays', async ({ site, page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.addInitScript(() => {
    addEventListener('pause', () => document.documentElement.setAttribute('data-paused', ''), true);
  });
  await site.openFilm('nl');
  expect(scripts.filter((url) => /core\.es/.test(url))).toEqual([]);
  const element = await site.video.elementHandle();
  const place = await site.video.boundingBox();
  await site.play();
  await expect.poll(() => page.locator('.vjs-tech').count()).toBe(1);
  expect(await site.video.boundingBox(), 'the picture stays where it is').toEqual(place);
  await expect.poll(() => site.time()).toBeGreaterThan(0.5);
  expect(scripts.filter((url) => /core\.es/.test(url))).toHaveLength(1);
  expect(await page.evaluate((before) => before === document.querySelector('video'), element)).toBe(true);
  await expect(page.locator('html')).not.toHaveAttribute('data-paused');
});

test('a passage stops at its end and goes on when played again', async ({ site }) => {
  const cue = linkedCue;
  await site.open({ view: 'film', language: 'nl' }, `#t=${cue.start},${cue.start + 1}`);
  await site.play();
  await expect.poll(() => site.paused()).toBe(true);
  expect(await site.time()).toBeLessThan(cue.start + 1 + FRAME);
  await site.play();
  await expect.poll(() => site.time()).toBeGreaterThan(cue.start + 1.2);
});

test('the film waits before a hard passage: go on, or skip it', async ({ site, page }) => {
  const note = timeline.notes[0]!;
  const t = wordsIn('nl').note;
  await site.openFilm('nl', note.start - BEFORE);
  await site.play();
  const overlay = site.part('overlay-note');
  await expect(overlay).toBeVisible();
  await expect.poll(() => site.paused()).toBe(true);
  // Nothing of the passage has been said yet.
  expect(await site.time()).toBeLessThan(timeline.cueById(note.note.from)!.start);
  await expect(overlay.getByRole('link', { name: '113', exact: true })).toHaveAttribute('href', 'tel:113');
  await page.getByRole('button', { name: t.skip }).click();
  await expect(overlay).toHaveCount(0);
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(note.end);
  await expect.poll(() => site.paused()).toBe(false);
});

test('who comes into a hard passage by hand has the question before him, and one press on play goes on', async ({
  site,
}) => {
  const note = timeline.notes[0]!;
  await site.openFilm('nl', note.start + 0.3);
  await expect(site.part('overlay-note')).toBeVisible();
  await site.play();
  await expect.poll(() => site.time()).toBeGreaterThan(note.start + 0.6);
  await expect(site.part('overlay-note')).toHaveCount(0);
});

test('in full screen on a phone that lies on its side the question can be answered', async ({ site, page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await site.openFilm('nl', timeline.notes[0]!.start + 0.3);
  await page.getByRole('button', { name: wordsIn('nl').film.fullScreen }).click();
  await expect(page.locator(':fullscreen')).toHaveCount(1);
  await page.getByRole('button', { name: wordsIn('nl').note.skip }).click();
  await expect(site.part('overlay-note')).toHaveCount(0);
});

test('the time bar says its value in words and chapters can be pressed', async ({ site, page }) => {
  const chapter = timeline.chapters[2]!;
  const title = textOf('nl').words.chapters[chapter.chapter.id]!.title;
  await site.openFilm('nl');
  await site.part('chapter-list').getByRole('link', { name: title }).click();
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(chapter.start);
  await expect(page.getByRole('slider', { name: wordsIn('nl').bar.label })).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`minu.* van \\d+ minuten.*, hoofdstuk ${title}`),
  );
  await expect(site.part('chapter-list').locator('[aria-current]')).toContainText(title);
});

test('1.4.13: the time bar shows what is under the pointer until Escape, under a pointer that comes onto it too, fetches its pictures only then, and keeps what is said clear of them', async ({
  site,
  page,
}) => {
  const sprite = edition.data.film.sprite!.file;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const cue = timeline.cues[8]!;
  await page.setViewportSize({ width: 1440, height: 900 });
  await site.openFilm('nl', cue.start + 0.1);
  const preview = site.part('time-preview');
  const slider = page.getByRole('slider', { name: wordsIn('nl').bar.label });

  // The keyboard moves the film itself: time and chapter are enough.
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(preview).toBeVisible();
  await expect(preview.locator('img')).toHaveCount(0);
  expect(asked).not.toContain(`/${sprite}`);

  const box = (await slider.boundingBox())!;
  const chapter = timeline.chapters[3]!;
  const time = (chapter.start + chapter.lastLineEnd) / 2;
  await page.mouse.move(box.x + (time / timeline.end) * box.width, box.y + box.height / 2);
  await expect(preview).toContainText(textOf('nl').words.chapters[chapter.chapter.id]!.title);
  await expect(preview.locator('img')).toBeVisible();
  expect(asked.filter((path) => path === `/${sprite}`)).toHaveLength(1);
  await expect(preview).toHaveAttribute('aria-hidden', 'true');
  // The subtitle of this moment lies in the middle, where the pointer goes now.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const [picture, said] = [(await preview.boundingBox())!, (await site.subtitles.locator('p').first().boundingBox())!];
  expect(said.y + said.height).toBeLessThanOrEqual(picture.y);

  // WCAG 1.4.13: the pointer comes onto it over the marks, and it stays, with the time that it told. A press goes there.
  const clock = await preview.locator('.clock').innerText();
  const above = { x: picture.x + picture.width - 9, y: picture.y + 9 };
  await page.mouse.move(box.x + box.width / 2, picture.y + picture.height - 9, { steps: 20 });
  await page.mouse.move(above.x, above.y, { steps: 9 });
  await expect(preview.locator('img')).toBeVisible();
  await expect(preview.locator('.clock')).toHaveText(clock);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(async () => clockText(await site.time())).toBe(clock);
  // It covers no mark, not even the one right below it, and goes when the pointer leaves both.
  const marks = page.getByRole('toolbar', { name: wordsIn('nl').bar.quotes }).getByRole('button');
  for (const [index, { start }] of [...timeline.quotes.entries()].filter(([index]) => index % 5 === 0)) {
    const mark = (await marks.nth(index).boundingBox())!;
    // Where two are near each other, the later one lies over the end of the one before.
    const [x, y] = [mark.x + 2, mark.y + mark.height / 2];
    await page.mouse.move(x, box.y + box.height / 2);
    await expect(preview).toBeVisible();
    await page.mouse.move(x, y);
    await expect(preview, 'on the way').toBeVisible();
    await page.mouse.click(x, y);
    await expect.poll(() => site.time()).toBeCloseTo(start, 1);
  }
  await page.mouse.move(above.x, picture.y - 9);
  await expect(preview.locator('img')).toBeHidden();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await slider.focus();

  // WCAG 1.4.13: Escape puts it away, and neither the pointer nor the focus has to move.
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(slider).toBeFocused();
  await page.mouse.move(box.x + box.width / 2 + 9, box.y + box.height / 2);
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(preview, 'the keyboard went on').toBeVisible();
  await page.keyboard.press('Escape');
  // Nothing is told any more: what is open below it hears the next one.
  await page.getByRole('button', { name: wordsIn('nl').film.settings }).press('Enter');
  await expect(page.locator('[popover]:popover-open')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[popover]:popover-open')).toHaveCount(0);

  await page.mouse.move(box.x + box.width / 2, 10);
  await page.mouse.click(box.x + box.width / 2, 200);
  await expect(preview).toBeHidden();
});

test('on a phone the preview follows the finger along the time bar and stays within the page', async ({
  site,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await site.openFilm('en');
  const preview = site.part('time-preview');
  const track = (await page.getByRole('slider', { name: wordsIn('en').bar.label }).boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part = 0) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: track.x + track.width * part, y: track.y + track.height / 2 }],
    });
  await touch('touchStart', 0.5);
  for (const part of [0.55, 0.02, 0.98]) {
    await touch('touchMove', part);
    await expect(preview.locator('img')).toBeVisible();
    const { x, width } = (await preview.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
  }
  await touch('touchEnd');
  await expect(preview).toBeHidden();
});

test('in full screen the largest subtitles in two languages are under neither film nor controls', async ({
  site,
  page,
}) => {
  await page.addInitScript((prefix) => {
    localStorage.setItem(`${prefix}size`, '"largest"');
    localStorage.setItem(`${prefix}subtitles`, '["nl","en"]');
  }, `dichterbij:${edition.data.id}:viewer:setting:`);
  await site.openFilm('nl', timeline.quotes[2]!.start + 0.1);
  await page.getByRole('button', { name: wordsIn('nl').film.fullScreen }).click();
  await expect(page.locator(':fullscreen')).toHaveCount(1);
  const lines = page.locator(':fullscreen [data-part=subtitles] p');
  await expect(lines).toHaveCount(2);
  const [first, last] = [(await lines.first().boundingBox())!, (await lines.last().boundingBox())!];
  const film = (await site.video.boundingBox())!;
  const row = (await page.locator(':fullscreen .controls').boundingBox())!;
  expect(first.y).toBeGreaterThanOrEqual(film.y + film.height);
  expect(last.y + last.height).toBeLessThanOrEqual(row.y + 40);
});

test('in full screen overlays and live subtitles go along, above the controls', async ({ site, page }) => {
  const quote = timeline.quotes[2]!;
  await site.openFilm('nl', quote.start + 0.1);
  await page.getByRole('button', { name: wordsIn('nl').film.fullScreen }).click();
  const inFull = page.locator(':fullscreen');
  await expect(inFull.locator('[data-part=overlay-quote]')).toBeVisible();
  const line = (await inFull.locator('[data-part=subtitles] p').first().boundingBox())!;
  const row = (await inFull.locator('.controls .row').boundingBox())!;
  expect(line.y + line.height).toBeLessThan(row.y);
  const film = (await site.video.boundingBox())!;
  expect(film.width / film.height).toBeCloseTo(16 / 9, 1);
  await page.getByRole('button', { name: wordsIn('nl').film.leaveFullScreen }).click();
  await expect(page.locator(':fullscreen')).toHaveCount(0);
});
