/** The film on a page of somebody else: three ways in, what page and film say to each other, height and keyboard. */
import { chapterPicture } from '../../src/timeline/chapter-picture';
import { routeOf } from '../../src/timeline/route';
import { wordsIn } from '../support/site';
import { edition, linkedCue, textOf, timeline } from '../support/shipped-edition';
import { expect, FramedFilm, message, test } from '../support/partner-test';

// The partner's page and the film's come in together, on two slow cores.
test.setTimeout(60_000);

const chapters = edition.data.chapters;
const theme = edition.data.themes[0]!.id;

/** What player.js of the npm registry gives the page. */
interface Player {
  on(event: string, does: (value: unknown) => void): void;
  off(event: string): void;
  supports(kind: 'method' | 'event', names: string | string[]): boolean;
  play(): void;
  pause(): void;
  mute(): void;
  setVolume(volume: number): void;
  setCurrentTime(seconds: number): void;
  getPaused(answer: (value: unknown) => void): void;
}
declare global {
  interface Window {
    playerjs: { Player: new (frame: HTMLIFrameElement | string) => Player };
    player: Player;
    told: { event: string; value: unknown; at: number }[];
  }
}

test('player.js, as it is published, drives a plain frame', async ({ page, partner }) => {
  await page.goto(partner.origin);
  const film = new FramedFilm(page, page.locator('#whole'));
  await page.evaluate(() => {
    window.told = [];
    window.player = new window.playerjs.Player('whole');
    for (const event of ['ready', 'play', 'pause', 'timeupdate'])
      window.player.on(event, (value) => window.told.push({ event, value, at: performance.now() }));
  });
  await film.ready();
  const told = (event: string) => page.evaluate((name) => window.told.filter((each) => each.event === name), event);
  const get = (name: string) =>
    page.evaluate((getter) => new Promise((answer) => window.player[`get${getter}` as 'getPaused'](answer)), name);
  await expect.poll(async () => (await told('ready')).length).toBe(1);

  expect(await get('Paused')).toBe(true);
  expect(await get('Duration')).toBeGreaterThan(60);
  expect(await get('Loop')).toBe(false);
  expect(
    await page.evaluate(() => [
      window.player.supports('method', ['play', 'setCurrentTime', 'setChapter', 'getSubtitles']),
      window.player.supports('event', ['timeupdate', 'chapterchange', 'heightchange']),
      window.player.supports('event', 'progress'),
    ]),
  ).toEqual([true, true, false]);

  await page.evaluate(() => {
    window.player.mute();
    window.player.setVolume(40);
    window.player.play();
  });
  await expect.poll(async () => (await told('play')).length).toBe(1);
  await expect.poll(async () => (await told('timeupdate')).length).toBeGreaterThan(4);
  const times = (await told('timeupdate')) as { value: { seconds: number; duration: number }; at: number }[];
  expect(Object.keys(times[0]!.value)).toEqual(['seconds', 'duration']);
  const passed = (times.at(-1)!.at - times[0]!.at) / 1000;
  // One of them may come late, and the next in time.
  expect(times.length - 2).toBeLessThanOrEqual(passed * 4);
  expect(await get('Muted')).toBe(true);
  expect(await get('Volume')).toBe(40);

  await page.evaluate(() => window.player.pause());
  await expect.poll(async () => (await told('pause')).length).toBe(1);
  await page.evaluate(() => window.player.setCurrentTime(30));
  await expect
    .poll(async () => ((await told('timeupdate')).at(-1)!.value as { seconds: number }).seconds)
    .toBeCloseTo(30, 1);
  expect(await film.time()).toBeCloseTo(30, 1);
  await page.evaluate(() => window.player.off('play'));
  await page.evaluate(() => window.player.play());
  await expect.poll(() => film.paused()).toBe(false);
  expect(await get('Paused')).toBe(false);
  expect((await told('play')).length).toBe(1);
});

test('in a sandboxed frame the film plays, and the client hears it by its window', async ({ page, partner, film }) => {
  await page.goto(partner.origin);
  const sandboxed = new FramedFilm(page, page.locator('#sandboxed'));
  await sandboxed.ready();
  const answers = await page.evaluate(async (address) => {
    const { EmbedClient } = (await import(address)) as typeof import('../../src/sync/embed/published/dichterbij-film');
    const client = new EmbedClient(document.querySelector<HTMLIFrameElement>('#sandboxed')!);
    const playing = new Promise((done) => client.addEventListener('play', done));
    const before = await client.getPaused();
    client.mute();
    client.play();
    await playing;
    return [before, await client.getPaused(), await client.getLanguage()];
  }, `${film}/embed/dichterbij-film.js`);
  expect(answers).toEqual([true, false, 'nl']);
  await expect.poll(() => sandboxed.time()).toBeGreaterThan(0);
});

test('the element: buttons of the partner, attributes, events, height, and nothing left behind', async ({
  page,
  partner,
}) => {
  await page.goto(partner.origin);
  const before = await page.evaluate(() => window.watched.listening());
  const element = page.locator('dichterbij-film');
  const film = new FramedFilm(page, element.locator('iframe'));
  await film.ready();
  const log = page.locator('#log');
  await expect(log).toContainText('ready');
  await expect(element.getByRole('link')).toBeHidden();
  await page.evaluate(() => document.querySelector('dichterbij-film')!.mute());
  await page.getByRole('button', { name: 'Speel de film' }).click();
  await expect(log).toContainText('play null');
  await expect(log).toContainText('chapterchange {"id"');
  await page.getByRole('button', { name: 'Wacht even' }).click();
  await expect(log).toContainText('pause null');
  await page.getByRole('button', { name: 'Waar zijn we?' }).click();
  await expect(log).toContainText(/\d+(\.\d+)? van \d+/);
  await page.getByRole('button', { name: 'In het Engels' }).click();
  await expect(film.inside.locator('html')).toHaveAttribute('lang', 'en');

  const { id } = chapters.at(-1)!;
  await page.evaluate((chapter) => document.querySelector('dichterbij-film')!.setAttribute('chapter', chapter), id);
  // Loaded anew, with nothing but that chapter.
  await expect(element.locator('iframe')).toHaveAttribute('src', new RegExp(`chapter=${id}`));
  await expect
    .poll(() => page.evaluate(async () => (await document.querySelector('dichterbij-film')!.getChapter())?.id))
    .toBe(id);
  const answer = await page.evaluate(
    async ([route]) => {
      const film = document.querySelector('dichterbij-film')!;
      film.setSubtitles(['en', 'nl']);
      film.setTheme(route!);
      const wait = () => new Promise(requestAnimationFrame);
      while ((await film.getTheme()) !== route) await wait();
      return [await film.getSubtitles(), (await film.getChapter())?.id !== undefined];
    },
    [theme],
  );
  expect(answer).toEqual([['en', 'nl'], true]);

  await page.evaluate(() => document.querySelector('dichterbij-film')!.remove());
  expect(await page.evaluate(() => window.watched.listening())).toBe(before - 1);
});

test('the frame is as high as what is in it, when the text opens and the page gets narrow, and then rests', async ({
  page,
  partner,
}) => {
  await page.goto(
    partner.page(
      '<script type="module" src="{{film}}/embed/dichterbij-film.js"></script><dichterbij-film transcript="on"></dichterbij-film>',
    ),
  );
  const film = new FramedFilm(page, page.locator('iframe'));
  await film.ready();
  const fits = () =>
    expect
      .poll(async () => {
        const inside = await film.inside.locator('html').evaluate((html) => [html.scrollHeight, html.clientHeight]);
        const body = await film.inside
          .locator('body')
          .evaluate((each) => Math.ceil(each.getBoundingClientRect().height));
        return [inside[0]! - inside[1]!, body - (await film.height())];
      })
      .toEqual([0, 0]);
  await fits();
  for (const width of [360, 900, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await fits();
  }
  const heights = () =>
    page.evaluate(
      () => window.watched.heard.filter(({ data }) => `${data as string}`.includes('"event":"heightchange"')).length,
    );
  const count = await heights();
  // A height that chased itself would be told again within a few frames.
  await film.frames(30);
  expect(await heights()).toBe(count);
  expect(count).toBeLessThan(40);
});

test('the page around hears who opens a portrait, in the frame and in a new tab', async ({
  page,
  context,
  partner,
}) => {
  const { person, paragraph } = linkedCue.paragraph!;
  const address = `{{film}}/embed/nl/?start=${linkedCue.start + 0.1}`;
  await page.goto(
    partner.page(
      `<iframe src="${address}&portraits=inside" title="A"></iframe><iframe src="${address}" title="B"></iframe>`,
    ),
  );
  const [inside, tab] = ['A', 'B'].map((title) => new FramedFilm(page, page.getByTitle(title, { exact: true })));
  const hears = async (film: FramedFilm, listener: string) => {
    await film.ready();
    await film.say(message('addEventListener', 'portraitopen', listener));
    // Brings the player in, to where the frame begins anyhow.
    await film.say(message('setCurrentTime', linkedCue.start + 0.1));
    await expect(film.inside.locator('html')).toHaveAttribute('data-embed', 'ready', { timeout: 15_000 });
    await expect.poll(() => film.ask('getCurrentTime')).toBeCloseTo(linkedCue.start + 0.1, 2);
    // Keys go to the frame that was pressed last.
    await film.frame.focus();
  };
  const told = (listener: string) =>
    page.evaluate(
      (name) =>
        window.watched.heard
          .map(({ data }) => JSON.parse(data as string) as { event: string; listener?: string; value: unknown })
          .filter((each) => each.event === 'portraitopen' && each.listener === name)
          .map(({ value }) => value),
      listener,
    );
  await hears(inside!, 'inside');
  await inside!.inside.locator('body').press('r');
  await expect(inside!.inside.locator(`#${paragraph}`)).toBeFocused();
  await expect.poll(() => told('inside')).toEqual([{ person, paragraph }]);

  await hears(tab!, 'tab');
  const opens = context.waitForEvent('page');
  await tab!.inside.locator('body').press('r');
  await (await opens).close();
  await expect.poll(() => told('tab')).toEqual([{ person, paragraph }]);
  expect(await told('inside')).toHaveLength(1);
});

test('two films on one page do not hear each other', async ({ page, partner }) => {
  await page.goto(
    partner.page(
      '<script type="module" src="{{film}}/embed/dichterbij-film.js"></script><dichterbij-film id="a"></dichterbij-film><dichterbij-film id="b"></dichterbij-film>',
    ),
  );
  const [a, b] = ['#a', '#b'].map((id) => new FramedFilm(page, page.locator(`${id} iframe`)));
  await a!.ready();
  await b!.ready();
  const told = await page.evaluate(async () => {
    const [one, other] = ['a', 'b'].map(
      (id) => document.getElementById(id) as HTMLElementTagNameMap['dichterbij-film'],
    );
    const heard: string[] = [];
    for (const film of [one!, other!]) film.addEventListener('play', () => heard.push(film.id));
    one!.mute();
    const began = new Promise((done) => one!.addEventListener('play', done));
    one!.play();
    await began;
    other!.setVolume(20);
    while ((await other!.getVolume()) !== 20) await new Promise(requestAnimationFrame);
    return { heard, paused: [await one!.getPaused(), await other!.getPaused()], volume: await one!.getVolume() };
  });
  expect(told).toEqual({ heard: ['a'], paused: [false, true], volume: 100 });
  expect(await b!.paused()).toBe(true);
});

test('Tab goes into the frame, through it, and out again, both ways', async ({ page, partner }) => {
  await page.goto(
    partner.page(
      '<button id="before">Ervoor</button><iframe src="{{film}}/embed/nl/" title="Film"></iframe><button id="after">Erna</button>',
    ),
  );
  const film = new FramedFilm(page, page.locator('iframe'));
  await film.ready();
  const active = () => page.evaluate(() => document.activeElement!.id || document.activeElement!.localName);
  for (const [from, key, to] of [
    ['#before', 'Tab', 'after'],
    ['#after', 'Shift+Tab', 'before'],
  ] as const) {
    await page.locator(from).focus();
    await page.keyboard.press(key);
    await expect.poll(active).toBe('iframe');
    let stops = 0;
    while ((await active()) === 'iframe' && stops < 80) {
      await page.keyboard.press(key);
      stops += 1;
    }
    expect(await active()).toBe(to);
    expect(stops).toBeGreaterThan(0);
  }
});

test('commands before anybody has pressed anything are done once the player is there', async ({ page, partner }) => {
  await page.goto(partner.page('<iframe src="{{film}}/embed/nl/" title="Film"></iframe>'));
  const film = new FramedFilm(page, page.locator('iframe'));
  await film.ready();
  await film.say(message('setCurrentTime', 42));
  await film.say(message('setLanguage', 'en'));
  await expect(film.inside.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => film.ask('getCurrentTime')).toBeCloseTo(42, 1);
  expect(await film.paused()).toBe(true);
  // The film itself comes in when it is played.
  await film.say(message('mute'));
  await film.say(message('play'));
  await expect.poll(() => film.time()).toBeGreaterThan(42);
});

test('what is asked of a film that plays is done: language, subtitles, chapter, theme, and once more from its start', async ({
  page,
  partner,
}) => {
  const embedded = timeline.chapters[1]!;
  const { end } = chapterPicture(embedded, timeline);
  const cue = edition.data.cues.find(({ start }) => start > embedded.start + 5)!;
  const { words } = textOf('en');
  await page.goto(
    partner.page(`<iframe src="{{film}}/embed/nl/?chapter=${embedded.chapter.id}" title="Film"></iframe>`),
  );
  const film = new FramedFilm(page, page.locator('iframe'));
  await film.ready();
  const ask = (method: string, value?: unknown) => film.say(message(method, value));
  const part = (name: string) => film.inside.locator(`[data-part=${name}]`);
  await ask('mute');
  await ask('play');
  await expect.poll(() => film.time(), { timeout: 15_000 }).toBeGreaterThan(embedded.start);
  await ask('pause');

  await ask('setLanguage', 'en');
  await expect(part('play')).toHaveAccessibleName(wordsIn('en').film.play);
  await ask('setCurrentTime', cue.start + 0.1);
  await ask('setSubtitles', ['nl', 'en']);
  await expect(part('subtitles').locator('p')).toHaveCount(2);
  await ask('setSubtitles', []);
  await expect(part('subtitles').locator('p')).toHaveCount(0);
  expect(await film.ask('getSubtitles')).toEqual([]);

  // Its chapter is over, and it was asked to go on for ever.
  await ask('setLoop', true);
  await ask('setCurrentTime', end - 0.5);
  await ask('play');
  await expect.poll(() => film.time(), { timeout: 15_000 }).toBeLessThan(embedded.start + 5);
  await expect.poll(() => film.paused()).toBe(false);
  await expect(part('chapter-end')).toHaveCount(0);
  await ask('setLoop', false);
  await ask('setCurrentTime', end - 0.5);
  await expect(part('chapter-end')).toContainText(words.chapters[embedded.chapter.id]!.title);

  const other = timeline.chapters.at(-1)!;
  await ask('setChapter', other.chapter.id);
  await expect.poll(() => film.time()).toBeCloseTo(other.start, 1);
  expect(await film.ask('getChapter')).toEqual({
    id: other.chapter.id,
    title: words.chapters[other.chapter.id]!.title,
    index: other.index,
  });
  await ask('setTheme', theme);
  await expect(part('route')).toContainText(words.themes[theme]!.label);
  await expect.poll(() => film.time()).toBeCloseTo(routeOf(edition.data, timeline, theme).stops[0]!.start, 1);
  expect(await film.paused()).toBe(true);
});
