import { afterEach, describe, expect, test } from 'vitest';
import master from '../../../tests/fixtures/media/hls/film.m3u8?url';
import whole from '../../../tests/fixtures/media/ten-seconds.mp4?url';
import { goWithoutEngine, wantsEngine } from './hls-choice';
import { describeMediaPort, elementBench, filmElement, happens, removeFilms } from './media-port.contract';
import { takeOver } from './video-js-source';

const inParts = { src: master, type: 'application/vnd.apple.mpegurl' };

/** Nobody answers there; the server of the tests has a page for every address. */
const nowhere = 'http://127.0.0.1:9/film.m3u8';

describeMediaPort('in parts', elementBench(takeOver, { ...inParts, missing: nowhere }));

/** With a whole file behind it, as editions should have it. */
function filmOfBoth(preload: 'auto' | 'none' = 'none'): HTMLVideoElement {
  const video = filmElement({ ...inParts, preload });
  const second = document.createElement('source');
  second.setAttribute('src', whole);
  second.type = 'video/mp4';
  video.append(second);
  return video;
}
const plays = (video: HTMLVideoElement) => expect.poll(() => video.currentTime, { timeout: 8000 }).toBeGreaterThan(0.2);

describe('a film in parts', () => {
  afterEach(removeFilms);

  test('is played by the engine where the browser has media sources, in the same element', async () => {
    const video = filmOfBoth();
    expect(wantsEngine(video)).toBe(true);
    const port = await takeOver(video);
    await port.play();
    await plays(video);
    expect(video.currentSrc).toMatch(/^blob:/);
    expect([...document.querySelectorAll('video')]).toEqual([video]);
  });

  test('gives way to the whole film where the engine does not come in', async () => {
    const video = filmOfBoth();
    const port = await takeOver(video, { engine: () => Promise.reject(new Error('No network.')) });
    await port.play();
    await plays(video);
    expect(video.currentSrc).toContain('.mp4');
    expect(wantsEngine(video)).toBe(false);
  });

  test('gives way to the whole film where the playlist is not there', async () => {
    const video = filmOfBoth();
    video.querySelector('source')!.setAttribute('src', nowhere);
    video.preload = 'metadata';
    const port = await takeOver(video);
    await expect.poll(() => video.currentSrc, { timeout: 8000 }).toContain('.mp4');
    await port.play();
    await plays(video);
    expect(port.read().error).toBeUndefined();
  });

  test('says that it begins anew, so that its moment can be kept', async () => {
    const video = filmOfBoth('auto');
    let anew = 0;
    await takeOver(video, { onAnew: () => (anew += 1) });
    expect(anew).toBe(1);
  });
});

describe('who plays it', () => {
  afterEach(removeFilms);

  test('Safari by itself, known by what WebKit alone has', () => {
    const video = Object.assign(filmOfBoth(), { webkitSetPresentationMode: () => {} });
    expect(wantsEngine(video)).toBe(false);
  });

  test('nobody else where a whole film comes first, or where there is no film in parts', () => {
    const first = filmOfBoth();
    first.append(first.querySelector('source')!);
    expect([wantsEngine(first), wantsEngine(filmElement())]).toEqual([false, false]);
  });

  test('what plays it already', async () => {
    const video = filmElement();
    await video.play();
    const source = video.querySelector('source')!;
    source.type = inParts.type;
    expect(wantsEngine(video)).toBe(false);
    const paused = happens(video, 'pause');
    video.pause();
    await paused;
    expect(wantsEngine(video)).toBe(true);
    goWithoutEngine(video);
    expect(wantsEngine(video)).toBe(false);
  });
});
