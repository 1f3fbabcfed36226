/** Reads what a page holds on to, as the browser itself counts it. */
import type { CDPSession, Page } from '@playwright/test';

export interface Reading {
  /** Of what JavaScript holds after a collection, in MB. */
  readonly heap: number;
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Timers and frames that somebody still waits for. */
  readonly callbacks: number;
  /** Of the film's text tracks, and the tracks themselves: what the clock adds, it has to take away. */
  readonly cues: number;
  readonly tracks: number;
}

export class PageMeter {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** To be called before the page is opened. */
  static async on(page: Page): Promise<PageMeter> {
    await page.addInitScript(countCallbacks);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new PageMeter(page, session);
  }

  async read(): Promise<Reading> {
    // What a first collection frees may hold on to what a second one frees.
    for (let times = 0; times < 2; times += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((each) => each.name === name)!.value;
    const seen = await this.#page.evaluate(() => {
      const tracks = [...document.querySelector('video')!.textTracks];
      return {
        callbacks: window.awaited.size,
        cues: tracks.reduce((all, { cues }) => all + (cues?.length ?? 0), 0),
        tracks: tracks.length,
      };
    });
    return {
      heap: of('JSHeapUsedSize') / 1e6,
      documents: of('Documents'),
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      ...seen,
    };
  }
}

declare global {
  interface Window {
    /** What timers and frames of this page are still to call, by kind and handle. */
    awaited: Set<string>;
  }
}

/** Runs in the page before its own scripts: counts what is asked for and has neither come nor been called off. Nothing is put in its place. */
function countCallbacks(): void {
  type Ask = (callback: (...given: unknown[]) => unknown, ...rest: unknown[]) => number;
  type Cancel = (handle: number) => void;
  const awaited = new Set<string>();
  window.awaited = awaited;

  function count(owner: object, kind: string, ask: string, cancel: string, once = true) {
    const methods = owner as Record<string, unknown>;
    const asked = methods[ask] as Ask;
    const cancelled = methods[cancel] as Cancel;
    methods[ask] = function (this: unknown, ...[callback, ...rest]: Parameters<Ask>) {
      const handle = asked.call(
        this,
        (...given) => {
          if (once) awaited.delete(`${kind} ${handle}`);
          return callback(...given);
        },
        ...rest,
      );
      awaited.add(`${kind} ${handle}`);
      return handle;
    } satisfies Ask;
    methods[cancel] = function (this: unknown, handle: number) {
      awaited.delete(`${kind} ${handle}`);
      cancelled.call(this, handle);
    } satisfies Cancel;
  }
  // Either of the two calls off what the other has asked for: they share their numbers.
  count(window, 'timer', 'setTimeout', 'clearTimeout');
  count(window, 'timer', 'setInterval', 'clearInterval', false);
  count(window, 'frame', 'requestAnimationFrame', 'cancelAnimationFrame');
  count(window, 'idle', 'requestIdleCallback', 'cancelIdleCallback');
  count(HTMLVideoElement.prototype, 'picture', 'requestVideoFrameCallback', 'cancelVideoFrameCallback');
}
