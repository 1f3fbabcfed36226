import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import './dichterbij-film';
import { EmbedClient } from './embed-client';
import { EVENTS } from '../embed-values';
import { soon } from '../../../../tests/support/soon';

// The frame of these tests is a page that says back what it hears, of the origin of the tests: what it says can be sent from here.
const PAGE = URL.createObjectURL(
  new Blob(
    [
      `<script>
        const said = [];
        addEventListener('message', ({ data, source }) => source === parent && said.push(data));
      </script>`,
    ],
    { type: 'text/html' },
  ),
);
type FrameWindow = Window & { said?: string[]; eval(code: string): unknown };
interface Said {
  method: string;
  value?: unknown;
  listener?: string;
}

let clients: { destroy(): void }[] = [];
let frames: HTMLElement[] = [];
beforeEach(() => {
  clients = [];
  frames = [];
});
afterEach(() => {
  for (const client of clients) client.destroy();
  for (const frame of frames) frame.remove();
});

const windowOf = (frame: HTMLIFrameElement) => frame.contentWindow as FrameWindow;
const said = (frame: HTMLIFrameElement): Said[] =>
  (windowOf(frame).eval('said') as string[]).map((text) => JSON.parse(text) as Said);
/** The window of the frame speaks. */
const tell = (frame: HTMLIFrameElement, parts: object, context = 'player.js') =>
  raw(frame, JSON.stringify({ context, version: '0.0.11', ...parts }));
const raw = (frame: HTMLIFrameElement, data: unknown) => {
  Object.assign(windowOf(frame), { next: data });
  windowOf(frame).eval(`parent.postMessage(next, '*')`);
};
const READY = { event: 'ready', value: { src: PAGE, events: [], methods: [] } };

async function loaded(frame: HTMLIFrameElement): Promise<HTMLIFrameElement> {
  frames.push(frame);
  await new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
    document.body.append(frame);
  });
  return frame;
}
async function connected(): Promise<{ client: EmbedClient; frame: HTMLIFrameElement; name: string }> {
  const frame = document.createElement('iframe');
  frame.src = PAGE;
  await loaded(frame);
  const client = new EmbedClient(frame);
  clients.push(client);
  await soon(() => said(frame).length).toBe(1);
  const [{ method, value, listener }] = said(frame) as [Said];
  expect([method, value]).toEqual(['addEventListener', 'ready']);
  return { client, frame, name: listener! };
}

describe('the client', () => {
  test('keeps what is said until the film is ready, and asks for events once', async () => {
    const { client, frame, name } = await connected();
    client.play();
    client.setSubtitles(['nl', 'en']);
    for (const listener of [() => {}, () => {}]) client.addEventListener('pause', listener);
    client.addEventListener('whatever', () => {});
    expect(said(frame)).toHaveLength(1);
    tell(frame, READY);
    await soon(() => said(frame).slice(1)).toMatchObject([
      { method: 'addEventListener', value: 'pause', listener: name },
      { method: 'play' },
      { method: 'setSubtitles', value: ['nl', 'en'] },
    ]);
    // Loaded anew, the film knows of nobody.
    tell(frame, READY);
    await soon(() => said(frame).slice(4)).toMatchObject([{ method: 'addEventListener', value: 'pause' }]);
  });

  test('getters are answered once, by name, and by what fits', async () => {
    const { client, frame } = await connected();
    tell(frame, READY);
    const [time, chapter] = [client.getCurrentTime(), client.getChapter()];
    await soon(() => said(frame).length).toBe(3);
    const [first, second] = said(frame).slice(1) as [Said, Said];
    tell(frame, { event: 'getCurrentTime', value: '5', listener: first.listener });
    tell(frame, { event: 'getCurrentTime', value: -5, listener: first.listener });
    tell(frame, { event: 'getDuration', value: 5, listener: first.listener });
    tell(frame, { event: 'getCurrentTime', value: 7, listener: 'another' });
    tell(frame, { event: 'getCurrentTime', value: 7 });
    tell(frame, { event: 'getChapter', value: null, listener: second.listener });
    tell(frame, { event: 'getCurrentTime', value: 12.5, listener: first.listener });
    expect(await Promise.all([time, chapter])).toEqual([12.5, null]);
  });

  test('no getter waits for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const frame = document.createElement('iframe');
      frame.src = PAGE;
      const client = new EmbedClient(frame);
      clients.push(client);
      const answer = expect(client.getPaused()).rejects.toThrow('No answer to getPaused.');
      vi.advanceTimersByTime(5000);
      await answer;
      expect(vi.getTimerCount()).toBe(0);
      const late = expect(client.getPaused()).rejects.toThrow('taken away');
      client.destroy();
      await late;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('what does not fit is nothing to it', async () => {
    const { client, frame, name } = await connected();
    tell(frame, READY);
    const heard: unknown[] = [];
    for (const event of Object.keys(EVENTS))
      client.addEventListener(event, (each) => heard.push([event, (each as CustomEvent<unknown>).detail]));
    const other = document.createElement('iframe');
    other.src = PAGE;
    await loaded(other);

    const fine = { event: 'heightchange', value: 300, listener: name };
    tell(other, fine);
    window.postMessage(JSON.stringify({ context: 'player.js', ...fine }), '*');
    window.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ context: 'player.js', ...fine }) }));
    const source = frame.contentWindow;
    for (const origin of ['https://evil.example', 'null', ''])
      window.dispatchEvent(
        new MessageEvent('message', { data: JSON.stringify({ context: 'player.js', ...fine }), source, origin }),
      );
    raw(frame, { context: 'player.js', ...fine });
    raw(frame, JSON.stringify([{ context: 'player.js', ...fine }]));
    raw(frame, '{"context":"player.js","event":"heightchange","value":');
    tell(frame, fine, 'player');
    tell(frame, { ...fine, listener: undefined });
    tell(frame, { ...fine, listener: 'another' });
    tell(frame, { ...fine, more: 'x'.repeat(4096) });
    for (const event of ['__proto__', 'constructor', 'toString', 'click', ['heightchange'], null, 1])
      tell(frame, { ...fine, event });
    for (const value of [-1, 0, 1.5, 1e9, '300', null, [300], { height: 300 }]) tell(frame, { ...fine, value });
    tell(frame, { event: 'timeupdate', value: { seconds: 1 }, listener: name });
    tell(frame, { event: 'chapterchange', value: { id: 1, title: 'x', index: 0 }, listener: name });
    tell(frame, { event: 'ready', value: 'yes' });
    tell(frame, { event: 'ended', listener: name });
    await soon(() => heard.length).toBeGreaterThan(1);
    expect(heard).toEqual([
      ['ready', READY.value],
      ['ended', null],
    ]);
  });

  test('of a sandboxed frame it hears the window, which has no name', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const text = JSON.stringify({ context: 'player.js', ...READY });
    frame.src = `data:text/html,<script>parent.postMessage(${encodeURIComponent(JSON.stringify(text))}, '*')</script>`;
    const client = new EmbedClient(frame);
    clients.push(client);
    const ready = new Promise((done) => client.addEventListener('ready', done));
    frames.push(frame);
    document.body.append(frame);
    await ready;
  });
});

describe('the element', () => {
  const make = (attributes: Record<string, string> = {}) => {
    const element = document.createElement('dichterbij-film');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    frames.push(element);
    return element;
  };
  const frameOf = (element: Element) => element.shadowRoot!.querySelector('iframe')!;

  test('makes one frame, with no more than it needs', () => {
    const element = make({ language: 'en', chapter: 'sander', label: 'The "film"', ratio: '4:3' });
    expect(frameOf(element)).toBeNull();
    document.body.append(element);
    const frame = frameOf(element);
    expect(frame.src).toMatch(/\/sync\/embed\/client\/en\/\?chapter=sander$/);
    expect([frame.title, frame.loading, frame.referrerPolicy]).toEqual(['The "film"', 'lazy', 'no-referrer']);
    expect(frame.allow).toBe('autoplay; fullscreen; clipboard-write');
    const { width, height } = frame.getBoundingClientRect();
    expect(width / height).toBeCloseTo(4 / 3, 1);
    element.setAttribute('ratio', '2/1; background: url(https://evil.example)');
    expect(frame.style.aspectRatio).toBe('4 / 3');
    element.setAttribute('label', 'x');
    expect(frame.title).toBe('x');
  });

  test('attributes that change together load it once more', async () => {
    const element = make();
    document.body.append(element);
    const before = frameOf(element);
    element.setAttribute('chapter', 'sander');
    element.setAttribute('overlays', 'off');
    element.setAttribute('language', 'en');
    expect(frameOf(element)).toBe(before);
    await Promise.resolve();
    const after = frameOf(element);
    expect(after).not.toBe(before);
    expect(after.src).toMatch(/\/en\/\?chapter=sander&overlays=off$/);
    element.setAttribute('overlays', 'off');
    await Promise.resolve();
    expect(frameOf(element)).toBe(after);
  });

  /** The film of the element, with a page that says back what it hears in its place. */
  const film = async (element: HTMLElement) => {
    const frame = frameOf(element);
    await new Promise((done) => {
      frame.addEventListener('load', done, { once: true });
      frame.src = PAGE;
    });
    // Its own page is of the origin of the tests, as the element expects.
    tell(frame, READY);
    await soon(() => said(frame).length).toBeGreaterThan(0);
    return frame;
  };
  const asked = (frame: HTMLIFrameElement) =>
    said(frame)
      .filter(({ method }) => method !== 'addEventListener')
      .map(({ method, value }) => [method, value]);

  test('what is asked before there is a film, or while another one comes, is done by the one that comes', async () => {
    const element = make();
    element.setVolume(10);
    element.mute();
    element.setVolume(30);
    document.body.append(element);
    expect(frameOf(element).loading).toBe('eager');
    element.setAttribute('chapter', 'sander');
    element.setCurrentTime(5);
    await Promise.resolve();
    const frame = await film(element);
    await soon(() => asked(frame)).toEqual([
      ['mute', undefined],
      ['setVolume', 30],
      ['setCurrentTime', 5],
    ]);
    // Once it has been done it is not done again.
    element.setAttribute('overlays', 'off');
    await Promise.resolve();
    const next = await film(element);
    element.pause();
    await soon(() => asked(next)).toEqual([['pause', undefined]]);
  });

  test('another chapter or theme is another film, another language is not', async () => {
    const element = make({ chapter: 'sander' });
    document.body.append(element);
    const frame = await film(element);
    element.setAttribute('language', 'en');
    await soon(() => asked(frame)).toEqual([['setLanguage', 'en']]);
    for (const [name, value] of [
      ['chapter', 'nena'],
      ['theme', 'luisteren'],
    ] as const) {
      const before = await film(element);
      element.setAttribute(name, value);
      await Promise.resolve();
      expect(frameOf(element)).not.toBe(before);
      expect(frameOf(element).src).toContain(`${name}=${value}`);
    }
  });

  test('taken away and put elsewhere it works anew; who waits is told', async () => {
    const element = make();
    await expect(element.getPaused()).rejects.toThrow('Not on a page.');
    document.body.append(element);
    const waiting = expect(element.getPaused()).rejects.toThrow('taken away');
    // A question is no reason to load a film that nobody is near.
    expect(frameOf(element).loading).toBe('lazy');
    const place = document.createElement('div');
    frames.push(place);
    document.body.append(place);
    place.append(element);
    await waiting;
    expect(element.shadowRoot!.querySelectorAll('iframe')).toHaveLength(1);
    element.remove();
    expect(frameOf(element)).toBeNull();
    expect(() => element.play()).not.toThrow();
  });
});
