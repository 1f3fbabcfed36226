import videojs from 'video.js/core.es.js';
import { afterEach, describe, expect, test } from 'vitest';
import { describeMediaPort, elementBench, filmElement, happens, loadedFilm, removeFilms } from './media-port.contract';
import { takeOver } from './video-js-source';

describeMediaPort('Video.js', elementBench(takeOver));

describe('taking over', () => {
  afterEach(removeFilms);

  test('a playing film plays on: the same element, no stop, no jump, the same state', async () => {
    const video = await loadedFilm();
    const host = video.parentElement;
    video.playbackRate = 1.25;
    video.volume = 0.5;
    await video.play();
    await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(0.4);

    const events: string[] = [];
    const names = ['pause', 'emptied', 'loadstart', 'abort', 'seeking', 'ratechange', 'waiting', 'ended'];
    for (const name of names) video.addEventListener(name, () => events.push(name));
    const times: number[] = [];
    const watch = () => {
      times.push(video.currentTime);
      video.requestVideoFrameCallback(watch);
    };
    video.requestVideoFrameCallback(watch);
    const tracks = video.textTracks.length;

    const port = await takeOver(video);
    const taken = video.currentTime;
    await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(taken + 0.6);

    expect(events).toEqual([]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(port.read()).toMatchObject({ paused: false, rate: 1.25, volume: 0.5, muted: true, error: undefined });
    expect([...document.querySelectorAll('video')]).toEqual([video]);
    expect([video.isConnected, video.parentElement === host, video.textTracks.length]).toEqual([true, true, tracks]);
  });

  test('the time of a film that plays goes through our clock alone', async () => {
    const video = await loadedFilm();
    const port = await takeOver(video);
    const told: string[] = [];
    videojs.getPlayer(video)!.on(['timeupdate', 'pause'], ({ type }: Event) => told.push(type));
    await port.play();
    await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(0.6);
    const paused = happens(video, 'pause');
    port.pause();
    await paused;
    expect(told).toEqual(['pause']);
  });

  test('a film of which no file can be had is left as it is, and still says so', async () => {
    const video = filmElement({ src: '/nothing/there.mp4' });
    await happens(video.querySelector('source')!, 'error');
    await expect(takeOver(video)).rejects.toThrow('can not be had');
    expect([video.networkState, video.className]).toEqual([HTMLMediaElement.NETWORK_NO_SOURCE, '']);
  });

  test('a paused film stays at its moment', async () => {
    const video = await loadedFilm();
    const seeked = happens(video, 'seeked');
    video.currentTime = 4.2;
    await seeked;
    const port = await takeOver(video);
    expect(port.read()).toMatchObject({ time: 4.2, paused: true });
    await port.play();
    expect(port.read().time).toBeGreaterThanOrEqual(4.2);
    await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(4.4);
  });

  test('a seek that comes at once after it is not lost', async () => {
    const video = await loadedFilm();
    await video.play();
    const port = await takeOver(video);
    port.seek(6);
    expect(port.read().time).toBeGreaterThanOrEqual(6);
    await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(6.1);
  });

  test('a film that has not loaded is loaded and played', async () => {
    const video = filmElement({ preload: 'none' });
    const port = await takeOver(video);
    await port.play();
    await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(0.2);
    expect(port.read().duration).toBeCloseTo(10, 1);
  });

  test('a film that was asked to play and has not loaded yet plays', async () => {
    const video = filmElement({ preload: 'none' });
    const playing = video.play().catch((reason: unknown) => reason);
    const port = await takeOver(video);
    await playing;
    await expect.poll(() => port.read()).toMatchObject({ paused: false, waiting: false });
    await expect.poll(() => port.read().time, { timeout: 5000 }).toBeGreaterThan(0.2);
  });

  test('draws nothing and writes no style into the page', async () => {
    const styles = document.querySelectorAll('style').length;
    const video = await loadedFilm();
    await takeOver(video);
    expect(document.querySelectorAll('style').length).toBe(styles);
    const drawn = [...video.parentElement!.querySelectorAll<HTMLElement>('button, [role], [aria-live], .vjs-control')];
    expect(drawn.map(({ className }) => className)).toEqual([]);
    expect(video.controls).toBe(false);
  });

  test('does not wait for somebody to rest: each time it would leave a listener on the film', async () => {
    const video = await loadedFilm();
    const port = await takeOver(video);
    video.parentElement!.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    await port.play();
    // Its own limit is two seconds.
    await expect.poll(() => video.currentTime, { timeout: 8000 }).toBeGreaterThan(2.7);
    expect([...video.parentElement!.classList]).not.toContain('vjs-user-inactive');
  });
});
