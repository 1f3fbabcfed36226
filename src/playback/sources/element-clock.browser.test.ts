import { afterEach, expect, test, vi } from 'vitest';
import { watchTime } from './element-clock';
import { expectPunctual, loadedFilm, removeFilms, watchPlaying } from './media-port.contract';

afterEach(() => {
  removeFilms();
  vi.restoreAllMocks();
});

const BOUNDARIES = [0.31, 0.63, 0.94, 1.31, 1.62, 1.94, 2.31, 2.63];

/** Plays the element past all boundaries. */
const playPast = (video: HTMLVideoElement, boundaries: readonly number[] = BOUNDARIES) =>
  watchPlaying(() => video.currentTime, {
    listen: (tick) => watchTime(video, boundaries, tick),
    play: () => video.play(),
    end: 2.8,
  });

test.each([
  ['near to each other', BOUNDARIES],
  ['further away than is aimed at once', [2.31]],
])('boundaries tick at their moment by the timer alone: %s', async (_, boundaries) => {
  const video = await loadedFilm();
  // As in a browser that tells of cues when it tells of time.
  vi.spyOn(video, 'addTextTrack').mockReturnValue(document.createElement('track').track);
  expectPunctual(boundaries, await playPast(video, boundaries));
});

test('boundaries tick at their moment by the track alone, as in a hidden window with its slow timers', async () => {
  const video = await loadedFilm();
  vi.spyOn(window, 'setTimeout').mockReturnValue(0 as never);
  expectPunctual(BOUNDARIES, await playPast(video));
});

test('boundaries tick at their moment at twice the speed, and after the speed has changed', async () => {
  const video = await loadedFilm();
  video.playbackRate = 0.5;
  video.addEventListener('playing', () => (video.playbackRate = 2), { once: true });
  expectPunctual(BOUNDARIES, await playPast(video), 2);
});

test('the last boundary holds to the end of the film', async () => {
  const video = await loadedFilm();
  const stop = watchTime(video, [0, 2], () => {});
  const track = [...video.textTracks].find(({ label }) => label === 'boundaries');
  expect([...(track?.cues ?? [])].map(({ startTime }) => startTime)).toEqual([0, 2]);
  expect(track?.cues?.[1]?.endTime).toBeGreaterThan(video.duration);
  stop();
});

test('a film that plays already ticks at the next boundary', async () => {
  const video = await loadedFilm();
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(0.2);
  expectPunctual(BOUNDARIES.slice(1), await playPast(video));
});

test('of a long film the track holds what is near, before and after a jump', async () => {
  const video = await loadedFilm();
  const boundaries = Array.from({ length: 2000 }, (_, nth) => nth / 100);
  const stop = watchTime(video, boundaries, () => {});
  const track = [...video.textTracks].find(({ label, mode }) => label === 'boundaries' && mode === 'hidden')!;
  const held = () => [...(track.cues ?? [])].map(({ startTime }) => startTime);
  const nextOf = (time: number) => boundaries.filter((boundary) => boundary > time).slice(0, 20);
  for (const time of [0, 8, 1.5]) {
    video.currentTime = time;
    await expect.poll(held).toEqual(expect.arrayContaining(nextOf(time)));
    expect(held().length).toBeLessThanOrEqual(100);
  }
  stop();
  track.mode = 'hidden';
  expect(held()).toEqual([]);
});
