import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EmbedBridge, type BridgeOptions } from './embed-bridge';
import { OFFERED } from './embed-protocol';
import type { EmbedCommand, EmbeddedState, PortraitValue } from './embedded-film';
import { soon } from '../../../tests/support/soon';

// Tests run in a frame of the runner's page, which is the page around. It is of the same origin, so what arrives there can be seen.
const around = window.parent;
const { origin, href } = location;

const START: EmbeddedState = {
  ...{ paused: true, ended: false, time: 0, duration: 300, volume: 100, muted: false, loop: false },
  ...{ error: undefined, chapter: undefined, quote: undefined, themes: [], theme: undefined },
  ...{ language: 'nl', subtitles: ['nl'] },
};

/** A film that is told what it is. */
class StandInFilm {
  state = START;
  ran: EmbedCommand[] = [];
  readonly changes = new Set<() => void>();
  readonly portraits = new Set<(portrait: PortraitValue) => void>();
  read = () => this.state;
  run = (command: EmbedCommand) => void this.ran.push(command);
  onChange = (listener: () => void) => {
    this.changes.add(listener);
    return () => void this.changes.delete(listener);
  };
  onPortrait = (listener: (portrait: PortraitValue) => void) => {
    this.portraits.add(listener);
    return () => void this.portraits.delete(listener);
  };
  set(parts: Partial<EmbeddedState>): void {
    this.state = { ...this.state, ...parts };
    for (const listener of this.changes) listener();
  }
}

interface Heard {
  event: string;
  value?: unknown;
  listener?: string;
}
let heard: Heard[] = [];
let film = new StandInFilm();
let page: HTMLElement;
let bridge: EmbedBridge;
let stop: (() => void) | undefined;

const hear = ({ data, source }: MessageEvent<unknown>): void => {
  if (source !== window || typeof data !== 'string' || !data.includes('"player.js"')) return;
  heard.push(JSON.parse(data) as Heard);
};
beforeEach(() => {
  film = new StandInFilm();
  page = document.body.appendChild(document.createElement('div'));
  page.style.height = '120.4px';
  heard = [];
  around.addEventListener('message', hear);
});
afterEach(() => {
  stop?.();
  stop = undefined;
  around.removeEventListener('message', hear);
  page.remove();
});

function start(options: Partial<BridgeOptions> = {}): void {
  bridge = new EmbedBridge({ film, partners: [], page, ...options });
  stop = bridge.start();
}

/** As it arrives from a page of `from`. */
function say(data: unknown, from: string = origin, source: MessageEventSource | null = around): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin: from, source }));
}
const message = (method: string, value?: unknown, listener?: string) =>
  JSON.stringify({ context: 'player.js', version: '0.0.11', method, value, listener });
const listen = (event: string, listener = event) => say(message('addEventListener', event, listener));
const told = () => heard.map(({ event, value, listener }) => [event, value, listener]);
const PARTS = { context: 'player.js', version: '0.0.11' };

/** Until all that was sent has arrived: messages keep their order. */
async function settled(): Promise<Heard[]> {
  say(message('getLoop', undefined, 'settled'));
  await soon(() => heard.at(-1)).toMatchObject({ event: 'getLoop', listener: 'settled' });
  heard.pop();
  return heard;
}

test('it says ready, once, with its own address', async () => {
  start();
  expect(await settled()).toEqual([{ ...PARTS, event: 'ready', value: { src: href, ...OFFERED } }]);
});

test('asked for, ready is said again to who asks', async () => {
  start();
  listen('ready', 'late');
  expect((await settled()).map(({ event, listener }) => [event, listener])).toEqual([
    ['ready', undefined],
    ['ready', 'late'],
  ]);
});

test('what comes in by postMessage counts', async () => {
  start();
  const script = around.document.createElement('script');
  script.textContent = `[...document.querySelectorAll('iframe')].find((frame) => frame.contentWindow.location.href === ${JSON.stringify(href)}).contentWindow.postMessage(${JSON.stringify(message('play'))}, '*')`;
  around.document.head.append(script);
  script.remove();
  await soon(() => film.ran).toEqual([{ kind: 'play' }]);
});

test('getters answer under their own name, commands not at all', async () => {
  start();
  heard = [];
  film.state = { ...START, time: 12.5, chapter: { id: 'a', title: 'A', index: 0 } };
  say(message('getCurrentTime', undefined, 'x'));
  say(message('isPaused'));
  say(message('getChapter', undefined, ''));
  say(message('setCurrentTime', 5, 'y'));
  await settled();
  expect(told().filter(([event]) => event !== 'ready')).toEqual([
    ['getCurrentTime', 12.5, 'x'],
    ['isPaused', true, undefined],
    ['getChapter', { id: 'a', title: 'A', index: 0 }, ''],
  ]);
  expect(film.ran).toEqual([{ kind: 'time', time: 5 }]);
});

describe('events', () => {
  const others = async () => (await settled()).filter(({ event }) => event !== 'ready');

  test('come to who asked only, each with its name, in order', async () => {
    start();
    film.set({ paused: false });
    film.set({ paused: true });
    listen('pause', 'a');
    listen('play', 'a');
    listen('play', 'b');
    listen('play', 'b');
    film.set({ paused: false });
    say(message('removeEventListener', 'play', 'a'));
    film.set({ paused: true });
    film.set({ paused: false });
    say(message('removeEventListener', 'play'));
    film.set({ paused: true });
    film.set({ paused: false });
    expect((await others()).map(({ event, listener }) => `${event} ${listener}`)).toEqual([
      ...['play a', 'play b', 'pause a', 'play b', 'pause a'],
    ]);
  });

  test('are what differs from what was told last', async () => {
    const chapter = { id: 'sander', title: 'Sander', index: 1 };
    const quote = { id: 'q', text: 'Kom binnen.', person: 'Sander' };
    start();
    const names = ['ended', 'error', 'chapterchange', 'quotechange', 'themechange', 'portraitopen', 'languagechange'];
    for (const name of names) listen(name);
    film.set({});
    film.set({ chapter });
    film.set({ chapter: { ...chapter }, volume: 3 });
    film.set({ quote, themes: ['luisteren'] });
    film.set({ themes: ['luisteren'] });
    film.set({ quote: undefined, themes: [], language: 'en', chapter: { ...chapter, title: 'Sander (en)' } });
    film.set({ ended: true, chapter: undefined });
    film.set({ error: { code: 4, msg: 'no' } });
    film.set({ error: { code: 4, msg: 'no' } });
    film.set({ error: undefined });
    for (const listener of film.portraits) listener({ person: 'sander', paragraph: 'p2' });
    expect((await others()).map(({ event, value }) => [event, value])).toEqual([
      ['chapterchange', chapter],
      ['quotechange', quote],
      ['themechange', { themes: ['luisteren'] }],
      ['chapterchange', { ...chapter, title: 'Sander (en)' }],
      ['quotechange', null],
      ['themechange', { themes: [] }],
      ['languagechange', { language: 'en' }],
      ['ended', undefined],
      ['chapterchange', null],
      ['error', { code: 1, msg: 'no' }],
      ['portraitopen', { person: 'sander', paragraph: 'p2' }],
    ]);
  });

  test('timeupdate: at most 4 a second, and the last place always', async () => {
    start();
    listen('timeupdate');
    const since = performance.now();
    let time = 0;
    await new Promise<void>((done) => {
      const step = () => {
        film.set({ time: (time += 0.016), paused: false });
        if (performance.now() - since < 1100) requestAnimationFrame(step);
        else done();
      };
      step();
    });
    const times = () =>
      heard.filter(({ event }) => event === 'timeupdate').map(({ value }) => (value as { seconds: number }).seconds);
    await soon(() => times().at(-1)).toBe(time);
    const passed = (performance.now() - since) / 1000;
    expect(times().length).toBeGreaterThan(3);
    expect(times().length).toBeLessThanOrEqual(Math.floor(passed * 4) + 1);

    // A jump of a film that stands still, and nothing for what is no other place.
    film.set({ paused: true });
    film.set({ time: 200 });
    film.set({ time: 200, volume: 1 });
    await soon(() => times().at(-1)).toBe(200);
    const count = times().length;
    film.set({ muted: true });
    await settled();
    expect(times()).toHaveLength(count);
    expect(heard.at(-1)?.value).toEqual({ seconds: 200, duration: 300 });
  });
});

describe('height', () => {
  const heights = () => heard.filter(({ event }) => event === 'heightchange').map(({ value }) => value);

  test('is told rounded up, to who comes later too, and when it changes only', async () => {
    start();
    const follows: boolean[] = [];
    bridge.onFollowsHeight = () => follows.push(bridge.followsHeight);
    expect(bridge.followsHeight).toBe(false);
    listen('heightchange', 'a');
    expect(follows).toEqual([true]);
    await soon(heights).toEqual([121]);
    page.style.height = '120.6px';
    listen('heightchange', 'b');
    await soon(heights).toEqual([121, 121]);
    expect(heard.at(-1)?.listener).toBe('b');
    page.style.height = '300px';
    await soon(heights).toEqual([121, 121, 300, 300]);

    say(message('removeEventListener', 'heightchange', 'a'));
    expect(follows).toEqual([true]);
    say(message('removeEventListener', 'heightchange'));
    expect(follows).toEqual([true, false]);
    page.style.height = '400px';
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await settled();
    expect(heights()).toEqual([121, 121, 300, 300]);
  });
});

describe('it hears nobody but the page around', () => {
  const frame = () => document.body.appendChild(document.createElement('iframe'));

  test('no other window', async () => {
    start();
    const other = frame();
    for (const source of [window, other.contentWindow, null, new MessageChannel().port1])
      say(message('play'), origin, source);
    other.remove();
    window.postMessage(message('play'), '*');
    await new Promise(requestAnimationFrame);
    await settled();
    expect(film.ran).toEqual([]);
  });

  test('no page without an origin of its own', async () => {
    start();
    say(message('play'), 'null');
    say(message('play'), '');
    say(message('getLoop', undefined, 'x'), 'null');
    await settled();
    expect(film.ran).toEqual([]);
    expect(heard.map(({ event }) => event)).toEqual(['ready']);
  });

  test('no other origin than that of the first message that fits', async () => {
    start();
    say('{}', 'https://evil.example');
    say(message('eval'), 'https://evil.example');
    say(message('pause'));
    say(message('play'), 'https://evil.example');
    say(message('play'), `${origin}.evil.example`);
    say(message('play'));
    await settled();
    expect(film.ran).toEqual([{ kind: 'pause' }, { kind: 'play' }]);
  });

  test('with partners no other origin, exactly', () => {
    start({ partners: ['https://partner.example'] });
    const near = [
      'https://partner.example:8443',
      'http://partner.example',
      'https://partner.example/',
      'https://a.partner.example',
    ];
    for (const from of [...near, 'HTTPS://PARTNER.EXAMPLE']) say(message('play'), from);
    expect(film.ran).toEqual([]);
    say(message('play'), 'https://partner.example');
    expect(film.ran).toEqual([{ kind: 'play' }]);
    expect(heard).toEqual([]);
  });

  test('with partners the site itself too: its embed maker shows the film', async () => {
    start({ partners: ['https://partner.example'] });
    say(message('play'));
    await settled();
    expect(film.ran).toEqual([{ kind: 'play' }]);
  });
});

test('stopped, it leaves nothing behind', async () => {
  start();
  listen('heightchange');
  await soon(() => heard.at(-1)?.event).toBe('heightchange');
  listen('timeupdate');
  film.set({ time: 1 });
  await settled();
  const count = heard.length;
  // Waits for its turn.
  film.set({ time: 2 });
  stop!();
  expect([film.changes.size, film.portraits.size]).toEqual([0, 0]);
  say(message('play'));
  page.style.height = '500px';
  film.set({ time: 3 });
  // Longer than a timer that was left would need.
  const since = performance.now();
  await soon(() => performance.now() - since > 400).toBe(true);
  expect(film.ran).toEqual([]);
  expect(heard).toHaveLength(count);
});
