import { afterEach, describe, expect, test, vi } from 'vitest';
import film from '../../../tests/fixtures/media/ten-seconds.mp4?url';
import vimeoPage from '../../../tests/fixtures/services/vimeo.html?raw';
import youtubePage from '../../../tests/fixtures/services/youtube.html?raw';
import { describeMediaPort, type Bench } from './media-port.contract';
import type { ServiceProtocol } from './service-protocol';
import { openService, type OpenService } from './service-source';
import { vimeo } from './vimeo-protocol';
import { youtube } from './youtube-protocol';

const opened = new Set<OpenService>();
function removeFrames(): void {
  for (const service of opened) service.close();
  opened.clear();
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

/** The stand-in for a service, with a real film and real messages; only its address and so its origin are those of the test. */
function stand(page: string, protocol: ServiceProtocol): Bench & { open: (mark?: string) => OpenService } {
  const address = URL.createObjectURL(
    new Blob([page.replace('/ten-seconds.mp4', new URL(film, location.href).href)], { type: 'text/html' }),
  );
  const open = (mark = '') => {
    const frame = document.createElement('iframe');
    frame.allow = 'autoplay';
    document.body.append(frame);
    const here: ServiceProtocol = { ...protocol, origin: location.origin, address: () => address + mark };
    const service = openService(frame, { service: 'youtube', id: 'x', off: false }, { language: 'nl', protocol: here });
    opened.add(service);
    return service;
  };
  const inFrame = () => document.querySelector('iframe')!.contentDocument!.querySelector('video')!;
  return {
    open,
    loaded: async () => {
      const { port } = open();
      await expect.poll(() => port.read().duration, { timeout: 5000 }).toBeCloseTo(10, 1);
      await expect.poll(() => port.read().muted).toBe(true);
      return { port, video: inFrame() };
    },
    early: () => Promise.resolve({ port: open().port, video: document.createElement('video') }),
    missing: () =>
      Promise.resolve({ port: open('#missing').port, video: document.createElement('video'), load: () => {} }),
    remote: true,
    remove: removeFrames,
  };
}

const youtubeBench = stand(youtubePage, youtube);
describeMediaPort('YouTube', youtubeBench);
describeMediaPort('Vimeo', stand(vimeoPage, vimeo));

describe('a frame', () => {
  afterEach(() => {
    removeFrames();
    vi.useRealTimers();
  });

  test('is heard at its own origin and from its own window only', async () => {
    const { port } = await youtubeBench.loaded();
    const lie = JSON.stringify({ event: 'infoDelivery', info: { duration: 99, playerState: 1 } });
    // From this window, which has the same origin and is not the frame.
    window.postMessage(lie, location.origin);
    const frame = document.querySelector('iframe')!;
    const from = (origin: string) =>
      window.dispatchEvent(new MessageEvent('message', { data: lie, origin, source: frame.contentWindow }));
    from('https://www.youtube-nocookie.com.evil.example');
    from('null');
    await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    expect(port.read()).toMatchObject({ paused: true });
    expect(port.read().duration).toBeCloseTo(10, 1);
    from(location.origin);
    expect(port.read().duration).toBe(99);
  });

  test('what is asked before it answers is done once it does, the last of each kind', async () => {
    const { port } = youtubeBench.open();
    for (const time of [2, 8, 4]) port.seek(time);
    port.setRate(2);
    port.setMuted(true);
    expect(port.read()).toMatchObject({ time: 4, seeking: true });
    const video = () => document.querySelector('iframe')!.contentDocument!.querySelector('video');
    await expect.poll(() => video()?.playbackRate, { timeout: 5000 }).toBe(2);
    await expect.poll(() => port.read().duration, { timeout: 5000 }).toBeCloseTo(10, 1);
    expect(port.read().rate).toBe(2);
  });

  test('of which nothing is heard is told as a network that fails', () => {
    vi.useFakeTimers();
    const { port } = youtubeBench.open('#nobody');
    let calls = 0;
    port.onChange(() => (calls += 1));
    vi.advanceTimersByTime(14_000);
    expect(port.read().error).toBeUndefined();
    vi.advanceTimersByTime(2000);
    expect([port.read().error, calls]).toEqual(['network', 1]);
  });

  test('that may not play says so, as a browser does that wants a press', async () => {
    const { port } = await youtubeBench.loaded();
    const frame = document.querySelector('iframe')!;
    // The browser's own refusal, which the player keeps to itself.
    frame.contentDocument!.querySelector('video')!.play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const playing = expect(port.play()).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(port.read()).toMatchObject({ paused: false, waiting: true });
    await vi.advanceTimersByTimeAsync(5000);
    await playing;
    expect(port.read()).toMatchObject({ paused: true, waiting: false });
  });

  test('a pause takes back a play that has not come', async () => {
    const { port } = youtubeBench.open();
    const playing = expect(port.play()).rejects.toMatchObject({ name: 'AbortError' });
    port.pause();
    await playing;
    expect(port.read().paused).toBe(true);
  });

  test('leaves nothing listening when it is closed', async () => {
    const [add, remove] = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')];
    const { port } = await youtubeBench.loaded();
    port.onTime([1], () => {});
    [...opened].at(-1)!.close();
    const messages = (spy: typeof add | typeof remove) => spy.mock.calls.filter(([name]) => name === 'message').length;
    expect([messages(add), messages(remove)]).toEqual([1, 1]);
    vi.restoreAllMocks();
  });
});
