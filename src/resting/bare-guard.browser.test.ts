import { afterEach, beforeEach, expect, test } from 'vitest';
import { happens, loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import { guardBareFilm } from './bare-guard';

let video: HTMLVideoElement;
let holds: number;
let guard: AbortController;
beforeEach(async () => {
  video = await loadedFilm();
  holds = 0;
  guard = new AbortController();
  const stops = [
    { start: 2, end: 3 },
    { start: 6, end: Infinity },
  ];
  guardBareFilm(video, stops, { signal: guard.signal, onHold: () => (holds += 1) });
});
afterEach(removeFilms);

async function playFrom(time: number): Promise<void> {
  const seeked = happens(video, 'seeked');
  video.currentTime = time;
  await seeked;
  await video.play();
}

test('a film waits before each stop, once', async () => {
  await playFrom(1.4);
  await expect.poll(() => holds).toBe(1);
  expect(video.paused).toBe(true);
  expect(video.currentTime).toBeLessThan(2.1);
  // Whoever plays on wants to, and meets the next.
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 4000 }).toBeGreaterThan(3);
  await playFrom(5.4);
  await expect.poll(() => holds).toBe(2);
  expect(video.paused).toBe(true);
});

test('who goes there while it stands still is stopped when it plays; with its player there nobody is', async () => {
  const seeked = happens(video, 'timeupdate');
  video.currentTime = 2.5;
  await seeked;
  expect(holds).toBe(0);
  await video.play();
  await expect.poll(() => holds).toBe(1);
  guard.abort();
  await playFrom(6.5);
  await expect.poll(() => video.currentTime).toBeGreaterThan(7);
  expect(holds).toBe(1);
});
