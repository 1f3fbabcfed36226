/** The film on a page of somebody else trusts nobody, and asks and keeps nothing. */
import { expect, FramedFilm, message, test } from '../support/partner-test';

test.setTimeout(60_000);

const envelope = (parts: object): string => JSON.stringify({ context: 'player.js', version: '0.0.11', ...parts });
const NUMBERS = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1',
  '1000001',
  '1e300',
  '"30"',
  '[30]',
  '{"seconds":30}',
  'null',
  'true',
];
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'eval',
  'Function',
  'run',
  'PLAY',
  'play()',
];

/** What the page around may say without being heard, each with a name that an answer would carry. */
const HOSTILE: readonly unknown[] = [
  // No strings, no JSON, not ours.
  ...[null, 1, true, [], {}, { context: 'player.js', version: '0.0.11', method: 'play' }, ['play']],
  ...['', 'play', '{', '[]', '"play"', 'null', '1', '{"method":"play"}', '[{"context":"player.js","method":"play"}]'],
  ...['vimeo', 'player.JS', '', null, ['player.js']].map((context) => envelope({ method: 'play', context })),
  envelope({ method: 'play', more: 'x'.repeat(5000) }),
  envelope({ method: 'play', more: 'é'.repeat(2040) }),
  '['.repeat(4000),
  // No method of ours.
  ...NAMES.map((method) => envelope({ method, value: 'play', listener: 'hostile' })),
  ...[['play'], { play: 1 }, 1, null].map((method) => envelope({ method, listener: 'hostile' })),
  '{"__proto__":{"context":"player.js","method":"play"}}',
  '{"context":"player.js","method":"play","__proto__":{"polluted":1},"listener":{"polluted":1}}',
  '{"context":"player.js","constructor":{"prototype":{"method":"play"}}}',
  // Events are the film's to say.
  envelope({ event: 'play' }),
  envelope({ event: 'ready', value: { src: 'https://evil.example' } }),
  // Values out of range, of another type, or with code in them.
  ...NUMBERS.map((value) => `{"context":"player.js","method":"setCurrentTime","value":${value},"listener":"hostile"}`),
  ...['101', '-1', 'NaN', '"50"'].map((value) => `{"context":"player.js","method":"setVolume","value":${value}}`),
  ...['yes', 1, null, [true]].map((value) => envelope({ method: 'setLoop', value })),
  ...[
    'javascript:alert(1)',
    '//evil.example',
    '../../nl/',
    '<img src=x onerror=alert(1)>',
    '\ud800',
    '__proto__',
  ].flatMap((value) =>
    ['setChapter', 'setTheme', 'setLanguage', 'setSubtitles'].map((method) => envelope({ method, value })),
  ),
  ...[['nl', 'nl'], ['nl', 'en', 'de'], [['nl']], { length: 1, 0: 'nl' }].map((value) =>
    envelope({ method: 'setSubtitles', value }),
  ),
  // Of the right shape, and not in this film.
  ...['nobody', 'prototype'].map((value) => envelope({ method: 'setChapter', value })),
  envelope({ method: 'setTheme', value: 'nothing' }),
  envelope({ method: 'setLanguage', value: 'xx' }),
  envelope({ method: 'setSubtitles', value: ['xx'] }),
  // Listeners that are none.
  ...[1, null, {}, ['a'], 'x'.repeat(201)].map((listener) => envelope({ method: 'getDuration', listener })),
  ...['progress', '__proto__', 'toString', null, ['play']].map((value) =>
    envelope({ method: 'addEventListener', value, listener: 'hostile' }),
  ),
];

test(`${HOSTILE.length} hostile messages of the page around change nothing and are not answered`, async ({
  page,
  partner,
}) => {
  expect(HOSTILE.length).toBeGreaterThan(40);
  await page.goto(partner.page('<iframe src="{{film}}/embed/nl/" title="Film"></iframe>'));
  const film = new FramedFilm(page, page.locator('iframe'));
  await film.ready();
  // With its player: what waits for it would change the film later.
  await film.say(message('setCurrentTime', 30));
  await expect.poll(() => film.ask('getCurrentTime')).toBeCloseTo(30, 1);
  await film.say(message('addEventListener', 'play', 'fair'));
  const before = [await film.look(), await film.state()];
  const heard = () => page.evaluate(() => window.watched.heard.length);
  await film.ask('getLoop');
  const count = await heard();
  await film.sayAll(HOSTILE);
  expect(await film.ask('getLoop')).toBe(false);
  expect(await heard()).toBe(count + 1);
  expect([await film.look(), await film.state()]).toEqual(before);
});

test('no other window is heard: the frame itself, frames beside and below it, an opener, and a page around the page', async ({
  page,
  context,
  partner,
  stranger,
}) => {
  const shouting = (where: string) =>
    `<script>setInterval(() => { try { ${where}.postMessage('${message('play', undefined, 'hostile')}', '*') } catch {} }, 20)</script>`;
  const beside = stranger.page(shouting('parent.frames[0]'));
  const alike = partner.page(shouting('parent.frames[0]'));
  const around = partner.page(
    `<iframe src="{{film}}/embed/nl/" title="Film"></iframe><iframe src="${beside}"></iframe><iframe src="${alike}"></iframe>`,
  );
  const check = async (film: FramedFilm) => {
    await film.ready();
    await film.inside.locator('html').evaluate(
      (_, said) => {
        window.postMessage(said, '*');
      },
      message('play', undefined, 'hostile'),
    );
    expect(await film.ask('getPaused')).toBe(true);
    // Others have had their say often, in that time.
    await expect
      .poll(() => film.inside.locator('html').evaluate(() => window.watched.heard.length))
      .toBeGreaterThan(50);
    expect(await film.ask('getPaused')).toBe(true);
    expect(await film.paused()).toBe(true);
    expect(
      await film.page.evaluate(() =>
        window.watched.heard.filter(({ data }) => `${data as string}`.includes('hostile')),
      ),
    ).toEqual([]);
  };
  await page.goto(around);
  await check(new FramedFilm(page, page.locator('iframe').first()));

  // Opened by a stranger, who keeps a hold on the page and its frames.
  const opener = await context.newPage();
  await opener.goto(stranger.page('Vreemd'));
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    opener.evaluate((address) => {
      const page = window.open(address)!;
      setInterval(() => {
        try {
          page.frames[0]!.postMessage('{"context":"player.js","method":"play","listener":"hostile"}', '*');
        } catch {
          // Its frame is not there yet.
        }
      }, 20);
    }, partner.page('<iframe src="{{film}}/embed/nl/" title="Film"></iframe>')),
  ]);
  await check(new FramedFilm(opened, opened.locator('iframe')));
  await opened.close();
  await opener.close();

  // The partner's page in a frame of a stranger.
  const framed = partner.page('<iframe src="{{film}}/embed/nl/" title="Film"></iframe>');
  await page.goto(stranger.page(`<iframe src="${framed}"></iframe>${shouting('frames[0].frames[0]')}`));
  const between = (await (await page.locator('iframe').elementHandle())?.contentFrame())!;
  await check(new FramedFilm(between, between.locator('iframe')));
  expect(await page.evaluate(() => window.watched.heard)).toEqual([]);
});

test('with a list of partners the film talks to nobody else', async ({ page, partner, stranger }) => {
  // As a build with PARTNERS writes it; its header, by which browsers don't show the frame at all, is left out here.
  await page.route('**/embed/nl/', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    expect(body).toContain('"partners":[]');
    await route.fulfill({ response, body: body.replace('"partners":[]', `"partners":["${partner.origin}"]`) });
  });
  for (const { around, listed } of [
    { around: stranger, listed: false },
    { around: partner, listed: true },
  ]) {
    await page.goto(around.page('<iframe src="{{film}}/embed/nl/" title="Film"></iframe>'));
    const film = new FramedFilm(page, page.locator('iframe'));
    // The script of the film has run: it takes these away, and says `ready` with that.
    await expect(film.video).not.toHaveAttribute('controls');
    await film.say(message('setLoop', true));
    await film.say(message('getLoop', undefined, 'asked'));
    const inside = film.inside.locator('html');
    await expect.poll(() => inside.evaluate(() => window.watched.heard.length)).toBe(2);
    // What the film has said comes before this.
    await inside.evaluate(() => parent.postMessage('last', '*'));
    const heard = () => page.evaluate(() => window.watched.heard.map(({ data }) => data as string));
    await expect.poll(async () => (await heard()).at(-1)).toBe('last');
    const said = (await heard()).slice(0, -1).map((data) => JSON.parse(data) as { event: string; value: unknown });
    expect(said.map(({ event }) => event)).toEqual(listed ? ['ready', 'getLoop'] : []);
    if (listed) expect(said[1]!.value).toBe(true);
  }
});

test('the client hears its own frame only: no other window can make an event', async ({ page, partner, stranger }) => {
  const spoof = (event: string, value: unknown) =>
    JSON.stringify({ context: 'player.js', version: '0.0.11', event, value });
  const says = ['play', 'ended', 'heightchange', 'chapterchange', 'ready']
    .map((event) => `parent.postMessage(${JSON.stringify(spoof(event, event === 'heightchange' ? 9000 : null))}, '*');`)
    .join('');
  const beside = stranger.page(`<script>${says}parent.postMessage('last', '*')</script>`);
  await page.goto(
    partner.page(
      '<script type="module" src="{{film}}/embed/dichterbij-film.js"></script><dichterbij-film></dichterbij-film>',
    ),
  );
  const film = new FramedFilm(page, page.locator('dichterbij-film iframe'));
  await film.ready();
  await page.evaluate(async () => {
    const element = document.querySelector('dichterbij-film')!;
    await element.getPaused();
    Object.assign(window, { spoofed: [] });
    for (const name of ['play', 'ended', 'chapterchange', 'ready'])
      element.addEventListener(name, () => (window as unknown as { spoofed: string[] }).spoofed.push(name));
  });
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, beside);
  await expect.poll(() => page.evaluate(() => window.watched.heard.some(({ data }) => data === 'last'))).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { spoofed: string[] }).spoofed)).toEqual([]);
  expect(await film.height()).toBeLessThan(5000);
});

test('hostile parameters are ignored, each by itself', async ({ page, film, requested }) => {
  const values = [
    'javascript:alert(1)',
    'https://evil.example/',
    '"><script>alert(1)</script>',
    '__proto__',
    '%00',
    '../../',
    'x'.repeat(300),
  ];
  const names = ['chapter', 'theme', 'start', 'overlays', 'transcript', 'subtitles', 'scheme', 'portraits', 'src'];
  let dialogs = 0;
  page.on('dialog', () => (dialogs += 1));
  const look = () =>
    page.evaluate(() => [
      document.documentElement.dataset['scheme'],
      document.title,
      document.querySelector('video')?.poster,
      document.body.innerText,
    ]);
  await page.goto(`${film}/embed/nl/`);
  const usual = await look();
  for (const value of values) {
    await page.goto(
      `${film}/embed/nl/?${names.map((name) => `${name}=${encodeURIComponent(value)}`).join('&')}&__proto__[x]=1#${encodeURIComponent(value)}`,
    );
    expect(await look()).toEqual(usual);
  }
  expect(dialogs).toBe(0);
  expect(requested.filter((address) => !address.startsWith(`${film}/`))).toEqual([]);
});

test('before a press and after playing: no request to others, no cookie, nothing stored', async ({
  page,
  context,
  partner,
  film,
  requested,
}) => {
  await page.goto(partner.origin);
  const frames = ['#whole', '#sandboxed', 'dichterbij-film iframe'].map(
    (each) => new FramedFilm(page, page.locator(each)),
  );
  for (const each of frames) await each.ready();
  const nothing = async () => {
    for (const frame of page.frames()) expect(await frame.evaluate(() => window.watched.kept), frame.url()).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const foreign = requested.filter(
      (address) => ![film, partner.origin].some((origin) => address.startsWith(`${origin}/`)),
    );
    expect(foreign.filter((address) => !address.startsWith('data:') && !address.startsWith('blob:'))).toEqual([]);
  };
  await nothing();
  // Nor has the film itself come in: what is seen is a poster.
  expect(requested.filter((address) => /\.(mp4|webm)$/.test(address))).toEqual([]);

  const [whole] = frames;
  await whole!.frame.scrollIntoViewIfNeeded();
  await whole!.say(message('mute'));
  await whole!.inside.locator('[data-part=cover]').click();
  await expect.poll(() => whole!.time()).toBeGreaterThan(1);
  await nothing();
});
