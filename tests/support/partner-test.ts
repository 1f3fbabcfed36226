/** Tests of the film on a page of somebody else: the partner's origin, a stranger's, and what every window of them is seen to do. */
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { ANSWERS } from '../../src/sync/embed/embed-values';
import { expect } from './expect';
import { servePartner, type PartnerServer } from './partner-server';
import { Site } from './site';
import { test as base } from './test';

/** What the init script keeps in each window. */
export interface Watched {
  /** Uses of storage, cookies, databases, caches and workers. */
  kept: string[];
  /** `message` listeners of this window. */
  listening(): number;
  /** What arrived at this window, as text. */
  heard: { data: unknown; origin: string; frame: number }[];
}
declare global {
  interface Window {
    watched: Watched;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- each is called with its own `this` */
/** Runs in every window, before any script of a page. */
function watch(): void {
  const kept: string[] = [];
  const listeners = new Set<unknown>();
  const heard: Watched['heard'] = [];
  const target = EventTarget.prototype;
  const { addEventListener: add, removeEventListener: remove } = target;
  add.call(window, 'message', (event) => {
    const { data, origin, source } = event as MessageEvent<unknown>;
    const frames = [...document.querySelectorAll('iframe')].map((each) => each.contentWindow);
    heard.push({ data, origin, frame: frames.indexOf(source as Window) });
  });
  target.addEventListener = function (this: EventTarget, ...given: Parameters<typeof add>) {
    if (given[0] === 'message' && (this ?? window) === window) listeners.add(given[1]);
    return add.apply(this ?? window, given);
  };
  target.removeEventListener = function (this: EventTarget, ...given: Parameters<typeof remove>) {
    if (given[0] === 'message' && (this ?? window) === window) listeners.delete(given[1]);
    return remove.apply(this ?? window, given);
  };
  const spy = (owner: object | undefined, name: string, label: string) => {
    if (!owner) return;
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own) return;
    const note = (how: unknown) =>
      function (this: unknown, ...given: unknown[]): unknown {
        kept.push(label);
        return (how as (...all: unknown[]) => unknown).apply(this, given);
      };
    Object.defineProperty(owner, name, {
      ...own,
      ...(typeof own.value === 'function' && { value: note(own.value) }),
      ...(own.set && { set: note(own.set) }),
      ...(own.get && name.endsWith('Storage') && { get: note(own.get) }),
    });
  };
  for (const name of ['localStorage', 'sessionStorage']) spy(window, name, name);
  for (const name of ['setItem', 'removeItem', 'clear', 'getItem']) spy(Storage.prototype, name, `Storage.${name}`);
  spy(Document.prototype, 'cookie', 'document.cookie');
  spy(IDBFactory.prototype, 'open', 'indexedDB.open');
  if ('CacheStorage' in window) for (const name of ['open', 'put']) spy(CacheStorage.prototype, name, `caches.${name}`);
  if ('ServiceWorkerContainer' in window) spy(ServiceWorkerContainer.prototype, 'register', 'serviceWorker.register');
  window.watched = { kept, heard, listening: () => listeners.size };
}
/* eslint-enable @typescript-eslint/unbound-method */

export const message = (method: string, value?: unknown, listener?: string): string =>
  JSON.stringify({ context: 'player.js', version: '0.0.11', method, value, listener });

/** A film in a frame of the page. */
export class FramedFilm {
  readonly inside: FrameLocator;
  readonly video: Locator;
  constructor(
    /** The page around, which may stand in a frame itself. */
    readonly page: Page | Frame,
    readonly frame: Locator,
  ) {
    this.inside = frame.contentFrame();
    this.video = this.inside.locator('video');
  }
  time = (): Promise<number> => this.video.evaluate((video: HTMLVideoElement) => video.currentTime);
  paused = (): Promise<boolean> => this.video.evaluate((video: HTMLVideoElement) => video.paused);
  /** All that a message could change. */
  look = () =>
    this.video.evaluate((video: HTMLVideoElement) => ({
      film: [video.paused, video.currentTime, video.volume, video.muted, video.loop, video.currentSrc],
      page: [document.documentElement.lang, location.href, document.title, document.querySelectorAll('script').length],
      polluted: Object.keys(Object.prototype),
    }));
  /** Lets the page around draw so many frames. */
  frames = (count: number): Promise<void> =>
    this.frame.evaluate(
      (_, left) =>
        new Promise<void>((done) => {
          const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
          next();
        }),
      count,
    );
  height = (): Promise<number> => this.frame.evaluate((frame) => frame.getBoundingClientRect().height);
  /** Says it as the page around. */
  say(data: unknown): Promise<void> {
    return this.frame.evaluate(
      (frame, said) => (frame as HTMLIFrameElement).contentWindow!.postMessage(said, '*'),
      data,
    );
  }
  /** One after another, without waiting for any. */
  sayAll(all: readonly unknown[]): Promise<void> {
    return this.frame.evaluate((frame, list) => {
      for (const said of list) (frame as HTMLIFrameElement).contentWindow!.postMessage(said, '*');
    }, all);
  }
  /** What the film says of itself. */
  async state(): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const getter of Object.keys(ANSWERS)) answers.push(await this.ask(getter));
    return answers;
  }
  /** An answer to a question, by its name. */
  async ask(method: string, listener: string = crypto.randomUUID()): Promise<unknown> {
    await this.say(message(method, undefined, listener));
    return this.page
      .waitForFunction(
        (name) =>
          window.watched.heard
            .map(({ data }) => JSON.parse(data as string) as { listener?: string; value: unknown })
            .find((answer) => answer.listener === name),
        listener,
      )
      .then((found) => found.jsonValue())
      .then((found) => (found as { value: unknown }).value);
  }
  /** The bridge answers. */
  async ready(): Promise<void> {
    await this.frame.scrollIntoViewIfNeeded();
    await expect(this.inside.locator('html')).toHaveAttribute('lang', /./);
    await expect.poll(() => this.page.evaluate(readySources)).toContain(await this.srcNow());
  }
  private srcNow = (): Promise<string> => this.frame.evaluate((frame) => (frame as HTMLIFrameElement).src);
}
const readySources = (): string[] =>
  window.watched.heard.flatMap(({ data }) => {
    const { event, value } = (typeof data === 'string' ? JSON.parse(data) : {}) as {
      event?: string;
      value?: { src: string };
    };
    return event === 'ready' ? [value!.src] : [];
  });

/** In a frame without an origin the browser's own subtitles can't come in; the page's own do. Chromium says so for each. */
export const OWN_TRACKS = /^Unsafe attempt to load URL \S+\.vtt from frame/;

export const test = base.extend<{
  film: string;
  partner: PartnerServer;
  stranger: PartnerServer;
  requested: string[];
}>({
  // In the place of the one that bears no warning at all.
  site: async ({ page }, use) => {
    const site = new Site(page);
    await use(site);
    expect(
      site.problems.filter((each) => !OWN_TRACKS.test(each)),
      'errors and warnings of all windows',
    ).toEqual([]);
  },
  film: async ({ baseURL }, use) => use(new URL(baseURL!).origin),
  partner: async ({ film }, use) => {
    const server = await servePartner(film);
    await use(server);
    await server.stop();
  },
  stranger: async ({ film }, use) => {
    const server = await servePartner(film);
    await use(server);
    await server.stop();
  },
  requested: async ({ context }, use) => {
    const requested: string[] = [];
    context.on('request', (request) => requested.push(request.url()));
    await use(requested);
  },
  page: async ({ page, context }, use) => {
    // Also in the windows that a page opens.
    await context.addInitScript(watch);
    await use(page);
  },
});
export { expect };
