/** What every source of film must do, tried on a real film of ten seconds. Each adapter's own test runs it. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import film from '../../../tests/fixtures/media/ten-seconds.mp4?url';
import type { MediaPort } from '../media-port';

/** The film's element as the page has it; muted, because a page may not start sound without a press. */
export function filmElement({
  src = film,
  type = 'video/mp4',
  preload = 'auto',
}: { src?: string; type?: string; preload?: 'auto' | 'none' } = {}): HTMLVideoElement {
  const host = document.createElement('div');
  host.dataset['vjsPlayer'] = '';
  const video = document.createElement('video');
  const source = document.createElement('source');
  // Written as a path, as the page has it: the address that plays is absolute.
  source.setAttribute('src', src);
  source.type = type;
  Object.assign(video, { muted: true, playsInline: true, preload, width: 160, height: 90 });
  video.append(source);
  host.append(video);
  document.body.append(host);
  return video;
}

export async function loadedFilm(): Promise<HTMLVideoElement> {
  const video = filmElement();
  await expect.poll(() => video.readyState).toBe(HTMLMediaElement.HAVE_ENOUGH_DATA);
  return video;
}

/** Leaves the page as it was. A film that is taken away while it plays would play on, unseen. */
export function removeFilms(): void {
  for (const video of document.querySelectorAll('video')) {
    video.pause();
    video.closest('[data-vjs-player]')?.remove();
  }
}

export function happens(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }));
}

/** What was told of a film while it played, and where a page that looks at each of its frames saw it. */
interface Watched {
  /** The film's time at each tick. */
  readonly ticks: readonly number[];
  /** At each frame: the film's time, and how many ticks there had been. */
  readonly frames: readonly { readonly time: number; readonly told: number }[];
}

/** Plays the film past `end`, listened to by `listen`, and looks at it in each frame of the page. */
export async function watchPlaying(
  time: () => number,
  { listen, play, end }: { listen: (tick: () => void) => () => void; play: () => Promise<void>; end: number },
): Promise<Watched> {
  const ticks: number[] = [];
  const frames: { time: number; told: number }[] = [];
  const stop = listen(() => ticks.push(time()));
  let frame = 0;
  const look = () => {
    frames.push({ time: time(), told: ticks.length });
    frame = requestAnimationFrame(look);
  };
  look();
  try {
    await play();
    await expect.poll(time, { timeout: 10_000 }).toBeGreaterThan(end);
  } finally {
    cancelAnimationFrame(frame);
    stop();
  }
  return { ticks, frames };
}

/** As many frames as half a second has: where the clock leaps, as on a busy machine, `timeupdate` tells of it, every 250 ms or a little more. */
const LATE_FRAMES = 30;

/**
 * Half of the boundaries within 60 ms, which `timeupdate` alone can't do. None later than a page would have seen for itself for so many
 * frames: counted in frames and not in time, for a machine that is busy elsewhere draws none.
 */
export function expectPunctual(boundaries: readonly number[], { ticks, frames }: Watched, rate = 1): void {
  const late = boundaries.map((boundary) => ((ticks.find((time) => time >= boundary) ?? Infinity) - boundary) / rate);
  expect(late.toSorted((a, b) => a - b)[Math.floor(late.length / 2)]).toBeLessThanOrEqual(0.06);
  for (const boundary of boundaries) {
    const tick = ticks.findIndex((time) => time >= boundary);
    expect(tick).toBeGreaterThanOrEqual(0);
    const unseen = frames.filter(({ time, told }) => time >= boundary && told <= tick);
    expect(unseen.length).toBeLessThan(LATE_FRAMES);
  }
}

/** How many listeners the browser itself counts on the film, what stands around it, and its text tracks. */
async function listenerCount(): Promise<number> {
  const session = cdp();
  // Tests run in a frame of the page that the session belongs to; listeners are told only to who asks from that frame.
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const nodes = [root];
  let film = root;
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.nodeName === 'VIDEO') film = node;
    nodes.push(...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : []));
  }
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: film.backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: 'function () { return [this, this.parentElement, this.textTracks, ...this.textTracks]; }',
  });
  const { result: items } = await session.send('Runtime.getProperties', {
    objectId: result.objectId!,
    ownProperties: true,
  });
  let count = 0;
  for (const { name, value } of items) {
    if (!/^\d+$/.test(name) || !value?.objectId) continue;
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: value.objectId });
    // Video.js listens to the mode of every text track that the film ever had; a text track can't be taken off a film.
    count += listeners.filter(({ type }) => type !== 'modechange').length;
  }
  if (count === 0) throw new Error(`No listeners were found: ${JSON.stringify(result)}`);
  return count;
}

/** A film that an adapter has opened, and the film itself: the element of the page, or the one in the frame of a service. */
export interface OpenFilm {
  readonly port: MediaPort;
  readonly video: HTMLVideoElement;
}

/** What an adapter brings to the contract. */
export interface Bench {
  loaded(): Promise<OpenFilm>;
  /** One of which nothing has loaded. */
  early(): Promise<OpenFilm>;
  /** One that can't be had. It says so after `load`. */
  missing(): Promise<OpenFilm & { readonly load: () => void }>;
  /** It stands in a frame that hears and tells a moment later: what an element answers at once is then waited for. */
  readonly remote?: true;
  remove(): void;
}

interface ElementFilm {
  readonly src?: string;
  readonly type?: string;
  readonly missing?: string;
}

/** For adapters that have the film's element in the page. */
export function elementBench(
  open: (video: HTMLVideoElement) => Promise<MediaPort>,
  { missing = '/no-such-film.mp4', ...what }: ElementFilm = {},
): Bench {
  const opened = async (video: HTMLVideoElement) => ({ video, port: await open(video) });
  return {
    loaded: async () => {
      const film = await opened(what.src === undefined ? await loadedFilm() : filmElement(what));
      await expect.poll(() => film.video.readyState, { timeout: 5000 }).toBe(HTMLMediaElement.HAVE_ENOUGH_DATA);
      return film;
    },
    early: () => opened(filmElement({ ...what, preload: 'none' })),
    missing: async () => {
      const video = filmElement({ ...what, src: missing, preload: 'none' });
      const film = await opened(video);
      const load = () => {
        // The engine for films in parts asks for nothing before a play.
        if (what.src !== undefined) return void film.port.play().catch(() => {});
        video.load();
        video.preload = 'auto';
      };
      return { ...film, load };
    },
    remove: removeFilms,
  };
}

export function describeMediaPort(name: string, bench: Bench): void {
  /** At once, or as soon as the frame has answered. */
  const see = async (check: () => void): Promise<void> => {
    if (bench.remote) await vi.waitFor(check, { timeout: 5000, interval: 10 });
    else check();
  };

  describe(`media port: ${name}`, () => {
    let video: HTMLVideoElement;
    let port: MediaPort;
    beforeEach(async () => {
      ({ video, port } = await bench.loaded());
    });
    afterEach(() => bench.remove());

    describe('read', () => {
      test('tells everything of a film that stands at its beginning', () => {
        const { duration, ...rest } = port.read();
        expect(duration).toBeCloseTo(10, 1);
        expect(rest).toEqual({
          time: 0,
          paused: true,
          ended: false,
          seeking: false,
          waiting: false,
          seekable: true,
          stalled: false,
          rate: 1,
          volume: 1,
          muted: true,
          error: undefined,
        });
      });

      test('does not know how long the film is before it has loaded', async () => {
        bench.remove();
        const { port: early } = await bench.early();
        const unknown = { time: 0, duration: NaN, paused: true, waiting: false, error: undefined };
        // An element looks as if it had no source until it has looked for one.
        await expect.poll(() => early.read()).toMatchObject(unknown);
      });

      test('does not ask an element where it can go before its head is there, which WebKitGTK would not forget', async () => {
        bench.remove();
        const asked = vi.spyOn(HTMLMediaElement.prototype, 'seekable', 'get');
        onTestFinished(() => asked.mockRestore());
        const { port: early } = await bench.early();
        expect(early.read().seekable).toBe(true);
        expect(asked).not.toHaveBeenCalled();
      });

      test('is waiting when it wants to play and has nothing yet', async () => {
        bench.remove();
        const { port: early } = await bench.early();
        const playing = early.play();
        expect(early.read()).toMatchObject({ paused: false, waiting: true });
        await playing;
        await expect.poll(() => early.read().waiting).toBe(false);
      });

      test('tells that the film has ended, and plays it anew from the beginning', async () => {
        port.seek(9.8);
        await port.play();
        await expect.poll(() => port.read().ended, { timeout: 5000 }).toBe(true);
        expect(port.read().time).toBeCloseTo(10, 1);
        await port.play();
        await expect.poll(() => port.read()).toMatchObject({ ended: false, paused: false });
        expect(port.read().time).toBeLessThan(5);
      });

      test('is fetched anew: it stands at its beginning, and goes and plays as before', async () => {
        port.seek(6);
        await expect.poll(() => port.read(), { timeout: 5000 }).toMatchObject({ seeking: false, time: 6 });
        port.reload(port.files()[0]);
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeLessThan(1);
        await expect.poll(() => port.read().duration, { timeout: 5000 }).toBeCloseTo(10, 1);
        port.seek(3);
        await port.play();
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(3.1);
        expect(port.read().error).toBeUndefined();
      });

      test('tells which of its files plays', () => {
        const files = port.files().map(({ src }) => src);
        expect(files).toHaveLength(bench.remote ? 0 : 1);
        expect(port.file()).toBe(files[0] ?? '');
      });

      test('tells of a film that is not there', async () => {
        bench.remove();
        const { port: lost, load } = await bench.missing();
        let calls = 0;
        const stop = lost.onChange(() => (calls += lost.read().error ? 1 : 0));
        load();
        await expect.poll(() => lost.read().error, { timeout: 5000 }).toBe('unsupported');
        await expect.poll(() => calls).toBeGreaterThan(0);
        stop();
      });
    });

    describe('commands', () => {
      test('play and pause', async () => {
        await port.play();
        expect(port.read().paused).toBe(false);
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(0.2);
        port.pause();
        expect(port.read()).toMatchObject({ paused: true, ended: false });
        await see(() => expect(video.paused).toBe(true));
      });

      test('seek tells its target at once', async () => {
        const seeked = happens(video, 'seeked');
        port.seek(4.2);
        expect(port.read()).toMatchObject({ time: 4.2, seeking: true, paused: true });
        await seeked;
        await see(() => expect(port.read()).toMatchObject({ time: 4.2, seeking: false, paused: true }));
      });

      test('the newest seek wins', async () => {
        for (const time of [9, 1, 8, 2, 7]) port.seek(time);
        await expect.poll(() => port.read().seeking).toBe(false);
        await see(() => expect([port.read().time, video.currentTime]).toEqual([7, 7]));
      });

      test('a seek does not stop a film that plays', async () => {
        await port.play();
        port.seek(5);
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(5.1);
        expect(port.read().paused).toBe(false);
      });

      test('rate, volume and sound', async () => {
        port.setRate(1.5);
        port.setVolume(0.4);
        port.setMuted(false);
        await expect.poll(() => port.read()).toMatchObject({ rate: 1.5, muted: false });
        expect(port.read().volume).toBeCloseTo(0.4, 5);
        expect([video.playbackRate, video.muted]).toEqual([1.5, false]);
        port.setMuted(true);
        await expect.poll(() => port.read().muted).toBe(true);
        expect(port.read().volume).toBeCloseTo(0.4, 5);
      });
    });

    describe('onChange', () => {
      const commands: readonly [string, string, (port: MediaPort) => void][] = [
        ['play', 'play', (port) => void port.play()],
        ['pause', 'pause', (port) => port.pause()],
        ['the start of a seek', 'seeking', (port) => port.seek(3)],
        ['the end of a seek', 'seeked', (port) => port.seek(6)],
        ['rate', 'ratechange', (port) => port.setRate(2)],
        ['volume', 'volumechange', (port) => port.setVolume(0.2)],
        ['sound', 'volumechange', (port) => port.setMuted(false)],
      ];

      test.each(commands)('is called after %s, and no more once stopped', async (_, event, command) => {
        if (event === 'pause') await port.play();
        let calls = 0;
        let done = happens(video, event);
        const stop = port.onChange(() => (calls += 1));
        command(port);
        await done;
        await expect.poll(() => calls).toBeGreaterThan(0);

        stop();
        calls = 0;
        const all = ['play', 'playing', 'pause', 'seeking', 'seeked', 'ratechange', 'volumechange', 'ended', 'error'];
        for (const name of all.filter((each) => each !== 'error')) video.dispatchEvent(new Event(name));
        done = happens(video, 'seeked');
        port.seek(1);
        port.setRate(0.5);
        await done;
        expect(calls).toBe(0);
      });

      test('is not called for the passing of time', async () => {
        let calls = 0;
        const stop = port.onChange(() => (calls += 1));
        video.dispatchEvent(new Event('timeupdate'));
        expect(calls).toBe(0);
        if (bench.remote) port.setRate(2);
        else video.dispatchEvent(new Event('ratechange'));
        await see(() => expect(calls).toBe(1));
        stop();
      });

      test('each listener stops by itself', async () => {
        const calls = { one: 0, two: 0 };
        const stopOne = port.onChange(() => (calls.one += 1));
        const stopTwo = port.onChange(() => (calls.two += 1));
        stopOne();
        stopOne();
        port.setRate(2);
        // An event of the film's loading may be told as well.
        await expect.poll(() => calls.two).toBeGreaterThan(0);
        expect(calls.one).toBe(0);
        stopTwo();
      });
    });

    describe('onTime', () => {
      const boundaries = [0, 0.33, 0.71, 1.05, 1.49, 1.5, 1.87, 2.21, 60];

      test('ticks within 60 ms of each boundary while playing', async () => {
        const watched = await watchPlaying(() => port.read().time, {
          listen: (tick) => port.onTime(boundaries, tick),
          play: () => port.play(),
          end: 2.4,
        });
        expectPunctual(
          boundaries.filter((boundary) => boundary < 2.3),
          watched,
        );
      });

      test('ticks between boundaries as time passes, and not at every frame', async () => {
        const times = new Set<number>();
        const stop = port.onTime([], () => times.add(port.read().time));
        await port.play();
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(2);
        stop();
        const within = [...times].filter((time) => time > 0 && time < 2).length;
        expect(within).toBeGreaterThan(4);
        // The frame of a service tells its time as well.
        expect(within).toBeLessThan(30);
      });

      test('ticks after a seek of a paused film, at its target', async () => {
        const ticks: number[] = [];
        const stop = port.onTime(boundaries, () => ticks.push(port.read().time));
        for (const target of [1.49, 0.2, 7]) {
          ticks.length = 0;
          const seeked = happens(video, 'seeked');
          port.seek(target);
          await seeked;
          await see(() => expect([port.read().seeking, target, ...new Set(ticks)]).toEqual([false, target, target]));
        }
        stop();
      });

      test('stays silent once stopped, however the film goes on', async () => {
        let calls = 0;
        const stop = port.onTime(boundaries, () => (calls += 1));
        await port.play();
        await expect.poll(() => calls).toBeGreaterThan(3);
        stop();
        calls = 0;
        const from = port.read().time;
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(from + 0.4);
        port.seek(1.4);
        await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(1.6);
        expect(calls).toBe(0);
        // The engine for films in parts keeps a track of its own about what it has loaded.
        const ours = [...video.textTracks].filter(({ label }) => label !== 'segment-metadata');
        const used = ours.filter(({ mode, cues }) => mode !== 'disabled' || (cues?.length ?? 0) > 0);
        expect(used).toEqual([]);
      });
    });

    // A frame has none of ours: what is left of it is its own test.
    if (bench.remote) return;
    test('who stops listening leaves no listener behind', async () => {
      // The one that stays keeps the count from being zero, which would also be the count of a film that was not found.
      const stay = port.onChange(() => {});
      const before = await listenerCount();
      const stops = [port.onChange(() => {}), port.onTime([0, 1, 2], () => {}), port.onTime([0.5], () => {})];
      const during = await listenerCount();
      for (const stop of stops) stop();
      expect([during > before, await listenerCount()]).toEqual([true, before]);
      stay();
    });
  });
}
