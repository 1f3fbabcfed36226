import { expect, test } from '../support/test';
import { addressOf, wordsIn } from '../support/site';
import { FRAME, edition, languages, linkedCue, timeline } from '../support/shipped-edition';

const cue = linkedCue;
const { person, paragraph } = cue.paragraph!;

for (const language of languages) {
  const portrait = addressOf({ view: 'portrait', language, id: person }, `#${paragraph}`);
  const film = addressOf({ view: 'film', language });

  test(`${language}: a phrase in the subtitle opens the paragraph, and back to the very moment`, async ({
    site,
    page,
  }) => {
    await site.openFilm(language, cue.start);
    await site.play();
    await site.subtitles.locator('p a:not(.who)').first().click();
    await expect(page).toHaveURL(new RegExp(`${portrait}$`));
    const left = await site.time();
    expect(await site.paused()).toBe(true);
    await expect(page.locator(`#${paragraph}`)).toBeInViewport();
    await expect(page.locator(`#${paragraph}`)).toHaveAttribute('aria-current', 'true');
    await expect(page.locator(`#${paragraph}`)).toBeFocused();

    // Where the film stands when it is asked to play on; a moment later it has already moved.
    const back = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const video = document.querySelector('video')!;
          const play = video.play.bind(video);
          video.play = () => {
            resolve(video.currentTime);
            return play();
          };
        }),
    );
    await page.getByRole('link', { name: wordsIn(language).corner.backAt.split('{{')[0]! }).click();
    await expect(page).toHaveURL(new RegExp(film));
    expect(Math.abs((await back) - left)).toBeLessThanOrEqual(FRAME);
    await expect.poll(() => site.paused()).toBe(false);
  });

  test(`${language}: the speaker's name does the same, and the browser's back button too`, async ({ site, page }) => {
    await site.openFilm(language, cue.start);
    await site.play();
    await site.subtitles.locator('.who').click();
    await expect(page).toHaveURL(new RegExp(`${portrait}$`));
    const left = await site.time();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(film));
    expect(await site.time()).toBeGreaterThanOrEqual(left - FRAME);
    await expect.poll(() => site.paused()).toBe(false);
    await page.goForward();
    await expect(page).toHaveURL(new RegExp(`${portrait}$`));
    await expect(page.locator(`#${paragraph}`)).toBeInViewport();
  });
}

test('a film that stood still stays so at the return, at the exact moment', async ({ site, page }) => {
  const moment = cue.start + 0.52;
  await site.openFilm('nl', moment);
  await page.keyboard.press('r');
  await expect(page).toHaveURL(new RegExp(paragraph));
  await page.keyboard.press('b');
  await expect(page).toHaveURL(new RegExp(`#t=${moment.toFixed(3).replace(/0+$/, '')}$`));
  expect(await site.time()).toBeCloseTo(moment, 3);
  expect(await site.paused()).toBe(true);
});

test('the "now" strip keeps the way to the portrait when the line is gone', async ({ site, page }) => {
  await site.openFilm('nl', cue.end + 0.1);
  await expect(site.subtitles.locator('p')).toHaveCount(0);
  await site.part('now').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/${person}/#${paragraph}$`));
});

test('the film goes on in the corner: the same element, without a stop', async ({ site, page }) => {
  await site.openFilm('nl', cue.start);
  await site.play();
  const element = await site.video.elementHandle();
  const before = await site.time();
  await page.getByRole('link', { name: wordsIn('nl').menu.portraits, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsIn('nl').portrait.title);
  expect(await site.paused()).toBe(false);
  await expect.poll(() => site.time()).toBeGreaterThan(before + 1);
  expect(await page.evaluate((film) => film === document.querySelector('video'), element)).toBe(true);
  await expect(site.part('theatre')).toBeVisible();
});

test('what sounds now is marked in the text that tells of it', async ({ site, page }) => {
  const marked = edition.data.cues.find((each) =>
    edition.portraits['nl']![each.paragraph?.person ?? '']?.paragraphs.some(({ text }) =>
      text.flat().some((part) => part.kind === 'cue' && part.cue === each.id),
    ),
  )!;
  await site.openFilm('nl', marked.start + 0.1);
  await page.keyboard.press('r');
  const place = page.locator(`#${marked.paragraph!.paragraph}`);
  await expect(place).toHaveAttribute('aria-current', 'true');
  await expect(place.locator('mark')).toHaveCount(1);
});

test('a paragraph leads to its moment in the film and plays', async ({ site, page }) => {
  const text = edition.portraits['nl']![person]!.paragraphs.find(({ id }) => id === paragraph)!;
  const start = timeline.cueById(text.cues[0]!)!.start;
  await site.open({ view: 'portrait', language: 'nl', id: person }, `#${paragraph}`);
  await page.locator(`#${paragraph} .go`).click();
  await expect(page).toHaveURL(/\/nl\/(#.*)?$/);
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(start);
  expect(await site.time()).toBeLessThan(start + 3);
  await expect.poll(() => site.paused()).toBe(false);
});

test('a copied address brings another person to the same place', async ({ site, page, context }) => {
  await site.openFilm('nl', cue.start);
  await site.play();
  await site.pause();
  await expect(page).toHaveURL(/#t=/);
  const other = await context.newPage();
  await other.goto(page.url());
  const wanted = await site.time();
  await expect
    .poll(() => other.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeCloseTo(wanted, 2);
});

test('a film that stands still has its moment in the address, played or not; a written one is followed', async ({
  site,
  page,
}) => {
  await site.openFilm('nl', cue.start);
  await page.keyboard.press(']');
  const next = timeline.chapters.find(({ start }) => start > cue.start)!;
  await expect(page).toHaveURL(new RegExp(`#t=${next.start}$`));
  await site.play();
  await page.evaluate((time) => (location.hash = `t=${time}`), cue.start);
  await expect.poll(() => site.time()).toBeLessThan(next.start);
  expect(await site.time()).toBeGreaterThanOrEqual(cue.start);
});

test('the theme page has both sides, and each moment leads to film and portrait', async ({ site, page }) => {
  const [last, ...others] = edition.data.themes.toReversed();
  for (const { id } of [...others, last!]) {
    // As it is written; the last one is pressed in too.
    if (id !== last!.id) await page.goto(addressOf({ view: 'theme', language: 'nl', id }), { waitUntil: 'commit' });
    else await site.open({ view: 'theme', language: 'nl', id });
    for (const perspective of edition.data.perspectives) {
      await expect(page.locator(`section[aria-labelledby=side-${perspective}] article`).first()).toBeVisible();
    }
  }
  const card = page.locator('article').first();
  const target = await card.getByRole('link').first().getAttribute('href');
  await card.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/nl\/(#.*)?$/);
  const start = Number(/t=([\d.]+)/.exec(target!)![1]);
  await expect.poll(() => site.time()).toBeGreaterThanOrEqual(start);
});

test('what the film needs comes in as well when it is asked for in another view', async ({ site, page }) => {
  let letIn!: () => void;
  const wanted = new Promise<void>((resolve) => (letIn = resolve));
  await page.route(/core\.es-/, async (route) => {
    await wanted;
    await route.continue();
  });
  await site.openFilm('nl', cue.start);
  await site.play();
  await site.subtitles.locator('p a:not(.who)').first().click();
  await expect(page).toHaveURL(new RegExp(addressOf({ view: 'portrait', language: 'nl', id: person })));

  const loaded = await site.video.evaluate((video: HTMLVideoElement) =>
    Promise.all(
      [...video.querySelectorAll('track')]
        .filter(({ readyState }) => readyState === HTMLTrackElement.NONE)
        .map(async ({ src }) => (await fetch(src)).ok),
    ),
  );
  expect(new Set(loaded)).toEqual(new Set([true]));

  const left = await site.time();
  const takenOver = page.waitForResponse(/core\.es-/);
  letIn();
  await takenOver;
  await expect(site.video).toHaveClass(/vjs-tech/);
  await page.getByRole('link', { name: wordsIn('nl').corner.backAt.split('{{')[0]! }).click();
  await expect.poll(() => site.time()).toBeGreaterThan(left);
});
