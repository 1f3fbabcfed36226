/** The film on a page of somebody else: its page, opened by itself and, where that matters, in a frame. */
import type { Page, Request } from '@playwright/test';
import { chapterPicture } from '../../src/timeline/chapter-picture';
import { routeOf } from '../../src/timeline/route';
import { violations } from '../support/axe';
import { Embedded, queryOf } from '../support/embedded';
import { OWN_TRACKS } from '../support/partner-test';
import { expect, test } from '../support/test';
import { addressOf, codes, wordsIn } from '../support/site';
import { edition, FRAME, linkedCue, textOf, timeline } from '../support/shipped-edition';

const chapter = timeline.chapterById('sander')!;
const { id } = chapter.chapter;
const end = chapterPicture(chapter, timeline).end;
const theme = edition.data.themes.find((each) => routeOf(edition.data, timeline, each.id).stops.length > 2)!.id;
const stops = routeOf(edition.data, timeline, theme).stops;
const { person, paragraph } = linkedCue.paragraph!;
const words = wordsIn('nl');

/** What the page asks for, by the last part of its address, with the bytes that came. */
async function loaded(page: Page, requests: readonly Request[]) {
  await page.waitForLoadState('networkidle');
  return Promise.all(
    requests.map(async (request) => ({
      name: new URL(request.url()).pathname,
      bytes: (await (await request.response())?.body().catch(() => undefined))?.length ?? 0,
    })),
  );
}

/** Scripts of the player, and of what it shares with the views of the site. */
const PLAYER = /\/(shared|start|EmbedApp|embed-player|core[.]es|nl|en)-/;

test('the first load is a page, a poster and one small script; the player comes when somebody is near', async ({
  page,
  context,
}) => {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  const film = new Embedded(page);
  await film.open();
  const first = await loaded(page, requests);
  expect(first.filter(({ name }) => /[.](mp4|webm)$/.test(name))).toEqual([]);
  const total = first.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, first.map(({ name, bytes }) => `${name} ${bytes}`).join('\n')).toBeLessThan(64_000);
  const scripts = first.filter(({ name }) => name.endsWith('.js'));
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(24_000);
  // Neither Svelte nor the words, the stage or the text of the film.
  expect(scripts.filter(({ name }) => PLAYER.test(name))).toEqual([]);

  requests.length = 0;
  await film.wake();
  expect(requests.map((request) => request.url()).filter((url) => /embed-player-.*[.]js$/.test(url))).toHaveLength(1);
  await expect(film.cover).toBeVisible();
  await film.play();
  await film.inside.locator('body').press('c');
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('the press itself begins the film, and the player takes over the very same element while it plays', async ({
  site,
  page,
}) => {
  let letCome = () => {};
  const comes = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/embed-player.*[.]js/, async (route) => {
    await comes;
    await route.continue();
  });
  const film = new Embedded(page);
  await film.open(queryOf({ start: linkedCue.start }));
  await film.video.evaluate((video: HTMLVideoElement) => {
    const marked = video as HTMLVideoElement & { events: string[] };
    marked.events = [];
    for (const name of ['pause', 'emptied', 'seeking', 'ended'])
      video.addEventListener(name, () => marked.events.push(name));
  });
  await film.cover.click();
  // It plays without its player, from where the partner wants it.
  await expect.poll(() => film.time()).toBeGreaterThan(linkedCue.start + 0.2);
  expect(await film.time()).toBeLessThan(linkedCue.start + 5);
  // A player that is late does not leave people without a way to pause.
  await expect(film.video).toHaveJSProperty('controls', true);
  await film.video.evaluate(
    (video: HTMLVideoElement) => ((video as HTMLVideoElement & { events: string[] }).events = []),
  );
  letCome();
  await expect(film.part('play')).toBeVisible();
  await expect(film.part('now')).toContainText(edition.data.people.find((each) => each.id === person)!.name);
  const at = await film.time();
  await expect.poll(() => film.time()).toBeGreaterThan(at + 0.3);
  expect(
    await film.video.evaluate((video: HTMLVideoElement) => [
      (video as HTMLVideoElement & { events?: string[] }).events,
      video.controls,
      document.querySelectorAll('video').length,
    ]),
  ).toEqual([[], false, 1]);
  // The press was on the cover, which is gone; the keyboard is not.
  await expect(film.part('play')).toBeFocused();
  expect(site.problems).toEqual([]);
});

test('a film that comes after its player has the controls of the player, and no others', async ({ page }) => {
  let letCome = () => {};
  const comes = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/film[.](mp4|webm)$/, async (route) => {
    await comes;
    await route.continue();
  });
  const film = new Embedded(page);
  await film.open();
  await film.cover.click();
  await expect(film.inside.locator('html')).toHaveAttribute('data-embed', 'ready');
  letCome();
  // Longer than a late player is waited for.
  await expect.poll(() => film.time(), { timeout: 15_000 }).toBeGreaterThan(2.5);
  await expect(film.video).toHaveJSProperty('controls', false);
});

test('a player that does not come leaves the film to the browser', async ({ site, page }) => {
  await page.route(/embed-player.*[.]js/, (route) => route.abort());
  const film = new Embedded(page);
  await film.open();
  await film.cover.click();
  await expect.poll(() => film.time()).toBeGreaterThan(0.2);
  await expect(film.video).toHaveJSProperty('controls', true);
  await expect(film.cover).toBeHidden();
  // What did not come in is said, by the preload as well if that was sooner, and nothing else.
  const missing = /^Failed to fetch dynamically imported module: \S+\/assets\/embed-player\S*[.]js$/;
  await expect.poll(() => site.problems).toContainEqual(expect.stringMatching(missing));
  const said = new Set(site.problems.splice(0));
  expect([...said]).toEqual(['Failed to load resource: net::ERR_FAILED', expect.stringMatching(missing)]);
});

test('a chapter begins at its start, stops before a frame of the next one, and says where to go from there', async ({
  site,
  page,
}) => {
  const film = new Embedded(page);
  await film.open(queryOf({ chapter: id, start: end + 20 }));
  await expect(film.cover).toContainText(textOf('nl').words.chapters[id]!.title);
  await expect(film.cover).toContainText(
    words.chapters.of.replace('{{index}}', String(chapter.index + 1)).slice(0, -12),
  );
  expect(await film.video.evaluate((video: HTMLVideoElement) => video.poster)).toContain(chapter.chapter.thumbnail!);
  await film.play();
  expect(await film.time()).toBeGreaterThanOrEqual(chapter.start);
  expect(await film.time()).toBeLessThan(chapter.start + 5);

  // No frame that is shown is of the next chapter, also after a seek within this one.
  await film.video.evaluate((video: HTMLVideoElement) => {
    const marked = video as HTMLVideoElement & { latest: number };
    marked.latest = 0;
    const look = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      marked.latest = Math.max(marked.latest, mediaTime);
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
  await film.goTo(end - 0.8);
  const card = film.part('chapter-end');
  await expect(card).toBeVisible();
  expect(await film.paused()).toBe(true);
  expect(await film.video.evaluate((video) => (video as HTMLVideoElement & { latest: number }).latest)).toBeLessThan(
    end - FRAME / 2 + 0.001,
  );
  expect(await violations(page, '[data-part=chapter-end]')).toEqual([]);
  // In a frame as low as the picture the controls lie over the card, and are whole: a click that is covered would not come.
  await expect(page.locator('html')).toHaveAttribute('data-layout', 'filled');
  for (const button of [film.part('play'), card.getByRole('button', { name: words.embed.again })])
    await button.click({ trial: true });

  await card.getByRole('button', { name: words.embed.again }).click();
  await expect.poll(() => film.time()).toBeLessThan(chapter.start + 5);
  await expect.poll(() => film.paused()).toBe(false);
  await expect(film.part('play')).toBeFocused();

  await film.goTo(end - 0.5);
  await expect(card).toBeVisible();
  // The play button of the player means the same as everywhere: what is over begins anew.
  await film.inside.locator('body').press('k');
  await expect.poll(() => film.time()).toBeLessThan(chapter.start + 5);
  await expect.poll(() => film.paused()).toBe(false);

  await film.goTo(end - 0.5);
  await card.getByRole('button', { name: words.embed.goOn }).click();
  await expect.poll(() => film.time()).toBeGreaterThan(end + 0.3);
  await expect(card).toHaveCount(0);
  expect(await film.paused()).toBe(false);
  expect(site.problems).toEqual([]);
});

test('a theme is its route, stop by stop; a hard passage is asked about before it plays', async ({ site, page }) => {
  const film = new Embedded(page, 'en');
  await film.open(queryOf({ theme }));
  await expect(film.cover).toContainText(textOf('en').words.themes[theme]!.label);
  await film.play();
  await expect(film.part('route')).toContainText(textOf('en').words.themes[theme]!.label);
  expect(await film.time()).toBeGreaterThanOrEqual(stops[0]!.start);
  await expect(film.part('route-card')).toHaveCount(0);
  await film.inside.getByRole('button', { name: wordsIn('en').route.nextMoment }).click();
  await expect.poll(() => film.time()).toBeGreaterThanOrEqual(stops[1]!.start - FRAME);

  const note = timeline.notes[0]!;
  await film.open(queryOf({ start: (note.start + note.end) / 2 }));
  await film.cover.click();
  await expect(film.part('overlay-note')).toBeVisible();
  expect(await film.paused()).toBe(true);
  expect(site.problems).toEqual([]);
});

test('what a partner has not chosen properly is as usual, each by itself', async ({ site, page }) => {
  const film = new Embedded(page);
  const hostile = [
    `?chapter=<img src=x onerror=alert(1)>&scheme=dark`,
    `?theme=__proto__&chapter=constructor&start=NaN&scheme=dark`,
    `?start=-5&subtitles=nl,nl&overlays=maybe&portraits=https://evil.example&scheme=dark&scheme=blue`,
  ];
  for (const query of hostile) {
    await film.open(query);
    await expect(film.cover).toContainText(textOf('nl').words.title);
    await expect(film.inside.locator('html')).toHaveAttribute('data-scheme', 'dark');
  }
  await film.open(`?scheme=dark&x=${'y'.repeat(5000)}`);
  await expect(film.inside.locator('html')).not.toHaveAttribute('data-scheme');
  expect(await page.locator('img').count()).toBe(0);

  // Twice the same: the last that fits counts. What was chosen stands from the start.
  await film.open(
    `?chapter=nobody&chapter=${id}&chapter=&overlays=off&subtitles=nl,en&transcript=on&start=${linkedCue.start}`,
  );
  await expect(film.cover).toContainText(textOf('nl').words.chapters[id]!.title);
  // A text is there to be read, also by who does not play.
  await expect(film.part('line').first()).toBeVisible();
  await film.play();
  await expect(film.part('subtitles').locator('p')).toHaveCount(2);
  await expect(film.inside.locator('.overlays')).toHaveCount(0);
  // A time in the text leads there in the frame itself.
  const later = edition.data.cues.find((cue) => cue.start > linkedCue.end + 5)!;
  await film.inside.locator(`#line-${later.id} .time`).click();
  await expect.poll(() => film.time()).toBeGreaterThanOrEqual(later.start);
  expect(page.context().pages()).toHaveLength(1);
  expect(site.problems).toEqual([]);
});

test('a portrait opens in a new tab, or in the frame with a way back', async ({ site, page, context }) => {
  const film = new Embedded(page);
  const portrait = addressOf({ view: 'portrait', language: 'nl', id: person }, `#${paragraph}`);
  await film.open(queryOf({ start: linkedCue.start + 0.1 }));
  await film.play();
  for (const ask of [
    () => film.inside.locator('body').press('r'),
    () => film.part('now').getByRole('link').first().click(),
  ]) {
    await film.goTo(linkedCue.start + 0.1);
    const opens = context.waitForEvent('page');
    await ask();
    const tab = await opens;
    await tab.waitForURL((url) => url.pathname + url.hash === portrait);
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    await tab.close();
  }
  await expect(film.part('portrait')).toHaveCount(0);

  await film.openInFrame(queryOf({ start: linkedCue.start + 0.1, portraits: 'inside' }), { width: 640, height: 400 });
  const steps = await page.evaluate(() => history.length);
  await film.play();
  await film.goTo(linkedCue.start + 0.1);
  const before = await film.time();
  await film.inside.locator('body').press('r');
  await expect(film.inside.locator(`#${paragraph}`)).toBeFocused();
  await expect.poll(() => film.paused()).toBe(true);
  const corner = film.inside.getByRole('link', { name: words.corner.back });
  await corner.click();
  await expect(film.part('portrait')).toHaveCount(0);
  await expect.poll(() => film.paused()).toBe(false);
  expect(await film.time()).toBeGreaterThanOrEqual(before);
  // The buttons of the browser belong to the page around.
  expect(await page.evaluate(() => history.length)).toBe(steps);
  // What has no place in the frame leaves it.
  const opens = context.waitForEvent('page');
  await film.inside.getByRole('link', { name: words.embed.wholeSite }).click();
  await (await opens).waitForURL((url) => url.pathname === addressOf({ view: 'film', language: 'nl' }));
  expect(site.problems).toEqual([]);
});

test('it lies in frames of every size: nothing sticks out, nothing covers anything, all can be pressed', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const film = new Embedded(page);
  const query = queryOf({ start: linkedCue.start + 0.1, subtitles: codes.slice(0, 1) });
  await film.openInFrame(query, { width: 640, height: 360 });
  await film.play();
  await film.inside.locator('body').press('k');
  await expect.poll(() => film.paused()).toBe(true);
  for (const [width, height, layout] of [
    [280, 158, 'filled'],
    [280, 900, 'flow'],
    [360, 203, 'filled'],
    [640, 360, 'filled'],
    [768, 700, 'flow'],
    [1440, 810, 'filled'],
  ] as const) {
    await page.setViewportSize({ width: Math.max(width, 300), height });
    await page.locator('iframe').evaluate(
      (frame, size) => {
        frame.setAttribute('width', String(size.width));
        frame.setAttribute('height', String(size.height));
      },
      { width, height },
    );
    await expect(film.inside.locator('html')).toHaveAttribute('data-layout', layout);
    // A move shows the controls.
    await page.mouse.move(20, 20);
    await page.mouse.move(30, 30);
    const found = await film.inside.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      const seen = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((element) => ({ name: element.innerText || element.ariaLabel, box: element.getBoundingClientRect() }));
      const [controls] = seen('.controls .row');
      const lines = seen('[data-part=subtitles] p');
      const overlays = seen('[data-part^=overlay-]');
      const crossing = (one: DOMRect, other: DOMRect) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;
      return {
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        lines: lines.length,
        out: lines.filter(({ box }) => box.top < 0 || box.left < 0 || box.right > innerWidth).length,
        covered: [...lines, ...overlays].filter(({ box }) => controls && crossing(box, controls.box)).length,
        crossed: lines.filter(({ box }) => overlays.some((other) => crossing(box, other.box))).length,
        small: seen('button, a.back, .foot a')
          .filter(({ box }) => Math.min(box.width, box.height) < 24)
          .map(({ name }) => name),
        main: seen('.controls .row button').filter(({ box }) => Math.min(box.width, box.height) < 44).length,
        letters: parseFloat(getComputedStyle(document.querySelector('[data-part=subtitles] p')!).fontSize),
      };
    });
    const { letters, ...rest } = found;
    expect(letters).toBeGreaterThanOrEqual(14);
    expect(rest, `${width} by ${height}`).toEqual({
      sideways: 0,
      lines: 1,
      out: 0,
      covered: 0,
      crossed: 0,
      small: [],
      main: 0,
    });
  }
});

test.describe('seen without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing, before and while it plays, in light and in dark', async ({ page }) => {
    const film = new Embedded(page);
    for (const scheme of ['light', 'dark'] as const) {
      await film.open(queryOf({ start: linkedCue.start + 0.1, scheme }));
      expect(await violations(page), scheme).toEqual([]);
      await film.play();
      await film.inside.locator('body').press('k');
      expect(await violations(page), scheme).toEqual([]);
    }
  });
});

test('a frame that may do nothing but run scripts shows and plays the film', async ({ site, page }) => {
  const film = new Embedded(page);
  await film.openInFrame(queryOf({ portraits: 'inside', start: linkedCue.start + 0.1 }), {
    width: 640,
    height: 700,
    attributes: 'sandbox="allow-scripts"',
  });
  await film.play();
  await film.goTo(linkedCue.start + 0.1);
  await film.inside.locator('body').press('r');
  await expect(film.inside.locator(`#${paragraph}`)).toBeVisible();
  await film.inside.locator('body').press('b');
  await film.inside.locator('body').press('c');
  await expect(film.inside.getByRole('button', { name: words.film.fullScreen })).toHaveCount(0);
  expect(site.problems.splice(0).filter((each) => !OWN_TRACKS.test(each))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the film has the browser’s controls and tracks, and a way to the site', async ({ page }) => {
    await page.goto(addressOf({ view: 'embed', language: 'en' }));
    const video = page.locator('video');
    await expect(video).toHaveAttribute('controls');
    await expect(video).toBeVisible();
    await expect(page.locator('.needs-script:visible')).toHaveCount(0);
    await expect(video.locator('track[default]')).toHaveAttribute('srclang', 'en');
    await expect(page.getByRole('link', { name: wordsIn('en').embed.wholeSite })).toHaveAttribute('target', '_blank');
  });
});
