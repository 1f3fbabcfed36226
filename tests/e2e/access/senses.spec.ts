/** Walks without one of the senses, or with a finger alone: what is told in words, how often, and what can be done by touch. */
import type { Page } from '@playwright/test';
import { fullMoment } from '../../support/each-view';
import { edition, lineOf, linkedCue, textOf, timeline } from '../../support/shipped-edition';
import { codes, wordsIn, type Code } from '../../support/site';
import { installStandInVoices } from '../../support/stand-in-voices';
import { expect, test } from '../../support/test';

const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

function inWords(language: Code, seconds: number): string {
  const { bar } = wordsIn(language);
  const minute = Math.floor(seconds / 60);
  const minutes = filled(minute === 1 ? bar.minutes_one : bar.minutes_other, { count: minute });
  const rest = Math.floor(seconds % 60);
  const tail = filled(rest === 1 ? bar.seconds_one : bar.seconds_other, { count: rest });
  if (minute === 0) return tail;
  return rest === 0 ? minutes : filled(bar.minutesAndSeconds, { minutes, seconds: tail });
}

for (const language of codes) {
  test(`1.1.1, 4.1.2, ${language}: the time bar says in words where the film is, of how long, in which chapter`, async ({
    site,
    page,
  }) => {
    const { bar } = wordsIn(language);
    const slider = page.getByRole('slider', { name: bar.label, exact: true });
    const { chapter, start } = timeline.chapters[2]!;
    await site.openFilm(language, start + 9);
    const duration = await site.video.evaluate((video: HTMLVideoElement) => video.duration);
    const said = filled(bar.valueInChapter, {
      time: inWords(language, start + 9),
      duration: inWords(language, duration),
      chapter: textOf(language).words.chapters[chapter.id]!.title,
    });
    await expect(slider).toHaveAttribute('aria-valuetext', said);
    // As a sentence of that language, written out here once.
    expect(said).toMatch(
      language === 'nl'
        ? /^\d+ minut(en|e)( en \d+ seconden?)? van \d+ minuten( en \d+ seconden?)?, hoofdstuk \p{L}/u
        : /^\d+ minutes?( \d+ seconds?)? of \d+ minutes( \d+ seconds?)?, chapter \p{L}/u,
    );
  });
}

/** Notes what live regions say, with the time of the film; what stands in a closed panel is not heard. */
function listen(): void {
  const said: { time: number; text: string; loud: boolean }[] = [];
  Object.assign(window, { said });
  const last = new Map<Element, string>();
  const hear = () => {
    for (const region of document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]')) {
      const text = region.checkVisibility() ? region.textContent.replace(/\s+/g, ' ').trim() : '';
      if (text === last.get(region)) continue;
      last.set(region, text);
      const loud = region.matches('[role=alert], [aria-live=assertive]');
      if (text) said.push({ time: document.querySelector('video')!.currentTime, text, loud });
    }
  };
  hear();
  said.length = 0;
  new MutationObserver(hear).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}
interface Listened {
  readonly said: readonly { readonly time: number; readonly text: string; readonly loud: boolean }[];
}

/** Plays fast through a stretch of the film. */
async function playFast(page: Page, rate: number): Promise<void> {
  await page.locator('video').evaluate((video: HTMLVideoElement, times) => (video.playbackRate = times), rate);
}

/** Most messages in any ten seconds of the film. */
function mostInTenSeconds(said: Listened['said']): number {
  return Math.max(
    0,
    ...said.map(({ time }) => said.filter((other) => other.time >= time && other.time < time + 10).length),
  );
}

test('4.1.3: while the film plays there is at most one message in ten seconds, and none that interrupts', async ({
  site,
  page,
}) => {
  test.setTimeout(60_000);
  const heard = () => page.evaluate(() => (window as unknown as Listened).said);
  await site.openFilm('nl');
  await page.evaluate(listen);
  await site.play();
  await playFast(page, 6);
  // Across a chapter, and everything that shows over the film in it.
  await expect.poll(() => site.time(), { timeout: 20_000 }).toBeGreaterThan(timeline.chapters[1]!.start + 15);
  const film = await heard();
  expect(mostInTenSeconds(film), JSON.stringify(film)).toBeLessThanOrEqual(1);
  expect(film.filter(({ loud }) => loud)).toEqual([]);
});

test('1.2.2, 1.2.3: without hearing and without seeing, everything that is said can be read, with who says it', async ({
  site,
  page,
}) => {
  for (const language of codes) {
    await site.openFilm(language);
    const lines = await site.part('line').allInnerTexts();
    const plain = (text: string) => text.replace(/[\s°]+/g, ' ').trim();
    for (const [index, cue] of edition.data.cues.entries()) {
      const line = plain(lines[index]!);
      expect(line).toContain(plain(lineOf(cue, language)));
      const person = edition.data.people.find(({ id }) => id === cue.person);
      if (person) expect(line, 'who says it, in a word').toContain(`${person.name}:`);
    }
    const { inPicture, withPicture, search, more } = wordsIn(language).transcript;
    const seen = edition.data.descriptions.map(({ id }) => `${inPicture} ${plain(textOf(language).descriptions[id]!)}`);
    expect((await site.part('description').allInnerTexts()).map(plain), 'and what is to be seen').toEqual(seen);
    const box = page.getByRole('searchbox', { name: search });
    await box.fill(textOf(language).descriptions[edition.data.descriptions.at(-1)!.id]!);
    await expect(site.part('description').last().locator('mark.now')).toBeInViewport();
    await page.getByRole('button', { name: more, exact: true }).click();
    const shown = page.getByRole('checkbox', { name: withPicture });
    await shown.uncheck();
    await expect(site.part('description'), 'for who does not want it').toHaveCount(0);
    await expect(page.locator('mark')).toHaveCount(0);
    await shown.check();
    await page.keyboard.press('Escape');
    await box.fill('');
  }
  // The same words lie over the film, from the very line on.
  await page.locator(`#line-${linkedCue.id} .time`).click();
  const [first = ''] = lineOf(linkedCue, codes.at(-1)!).split('\n');
  await expect(site.subtitles).toContainText(first);
});

test('1.4.2: nothing sounds before a press, and without sound the film is told as fully', async ({ site, page }) => {
  await site.openFilm('nl', linkedCue.start + 0.1);
  expect(await site.paused()).toBe(true);
  const mute = page.getByRole('button', { name: wordsIn('nl').film.mute, exact: true });
  await mute.click();
  await expect(mute).toHaveAttribute('aria-pressed', 'true');
  expect(await site.video.evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
  await expect(site.subtitles.locator('p')).not.toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('2.5.1, 2.5.7: by taps alone: play, subtitles, description, settings, portrait and back, a quote, a line, a theme along its moments', async ({
    site,
    page,
  }) => {
    test.setTimeout(60_000);
    const t = wordsIn('nl');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.addInitScript(installStandInVoices);
    await site.openFilm('nl');
    await site.part('begin').tap();
    await expect.poll(() => site.paused()).toBe(false);
    await site.part('play').tap();
    await expect.poll(() => site.paused()).toBe(true);

    const switchOf = button(t.film.subtitles);
    await switchOf.tap();
    await expect(switchOf).toHaveAttribute('aria-pressed', 'false');
    for (const on of [true, false]) {
      await button(t.settings.described).tap();
      await expect(button(t.settings.described)).toHaveAttribute('aria-pressed', String(on));
    }
    await button(t.film.settings).tap();
    const settings = page.getByRole('group', { name: t.film.settings });
    await settings.getByText(t.settings.sizes.large, { exact: true }).tap();
    await expect(settings.getByRole('radio', { name: t.settings.sizes.large, exact: true })).toBeChecked();
    await button(t.settings.close).tap();
    await expect(settings).toBeHidden();
    await switchOf.tap();

    await page.locator(`#line-${linkedCue.id} .time`).tap();
    await expect.poll(() => site.time()).toBeGreaterThanOrEqual(linkedCue.start);
    await site.part('now').getByRole('link').first().tap();
    await expect(page.locator(`#${linkedCue.paragraph!.paragraph}`)).toBeVisible();
    await page.locator('[data-part=theatre] .back').tap();
    await expect(page.locator('main[data-view=film]')).toBeVisible();

    await site.goTo(fullMoment);
    await site.part('share-quote').tap();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: t.keys.close }).first().tap();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    // No drag: a place on the time bar is a tap, and so is the next chapter.
    const slider = page.getByRole('slider', { name: t.bar.label, exact: true });
    const box = (await slider.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const duration = await site.video.evaluate((video: HTMLVideoElement) => video.duration);
    await expect.poll(() => site.time()).toBeGreaterThan(duration * 0.45);

    await page.getByRole('link', { name: t.menu.themes, exact: true }).tap();
    await page.locator('main .view a').first().tap();
    await expect(page.locator('main[data-view=theme]')).toBeVisible();
    await page.locator('main .view a[href*="route"]').first().tap();
    await expect(site.part('route')).toBeVisible();
    await button(t.route.nextMoment).tap();
    await button(t.route.leave).tap();
    await expect(site.part('route')).toHaveCount(0);
  });
});
