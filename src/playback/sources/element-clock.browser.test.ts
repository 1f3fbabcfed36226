import { afterEach, expect, test, vi } from 'vitest';
import { watchTime } from './element-clock';
import { expectPunctual, loadedFilm, removeFilms } from './media-port.contract';

afterEach(() => {
  removeFilms();
  vi.restoreAllMocks();
});

/** The browser takes the request for a frame and never answers, as for a film that came back out of a window that was closed. */
async function filmWithoutFrames(): Promise<HTMLVideoElement> {
  const video = await loadedFilm();
  video.requestVideoFrameCallback = () => 0;
  return video;
}

test('boundaries tick at their moment where no frames are shown', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const video = await filmWithoutFrames();
  const boundaries = [0.31, 0.63, 0.94, 1.31, 1.62, 1.94, 2.31, 2.63];
  const ticks: number[] = [];
  const stop = watchTime(video, boundaries, () => ticks.push(video.currentTime));
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(2.8);
  stop();
  expectPunctual(boundaries, ticks);
});

test('the last boundary holds to the end of the film', async () => {
  const video = await loadedFilm();
  const stop = watchTime(video, [0, 2], () => {});
  const track = [...video.textTracks].find(({ label }) => label === 'boundaries');
  expect([...(track?.cues ?? [])].map(({ startTime }) => startTime)).toEqual([0, 2]);
  expect(track?.cues?.[1]?.endTime).toBeGreaterThan(video.duration);
  stop();
});

test('frames go on after a pause, a seek and the end, and rest while the film is paused', async () => {
  const video = await loadedFilm();
  let ticks = 0;
  const stop = watchTime(video, [], () => (ticks += 1));
  const framesGoOn = async () => {
    ticks = 0;
    const from = video.currentTime;
    await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(from + 0.5);
    // `timeupdate` alone would tick twice or three times.
    expect(ticks).toBeGreaterThan(6);
  };
  await video.play();
  await framesGoOn();
  video.pause();
  await video.play();
  await framesGoOn();
  video.currentTime = 5;
  await framesGoOn();
  video.currentTime = 9.9;
  await expect.poll(() => video.ended).toBe(true);
  await video.play();
  await framesGoOn();
  stop();
});

test('where the frames of the film call back no more, those of the page do', async () => {
  const video = await filmWithoutFrames();
  let ticks = 0;
  const stop = watchTime(video, [], () => (ticks += 1));
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(0.8);
  ticks = 0;
  await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(1.3);
  expect(ticks).toBeGreaterThan(6);
  stop();
});

test('a film that plays already ticks from the start', async () => {
  const video = await loadedFilm();
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(0.2);
  const times = new Set<number>();
  const stop = watchTime(video, [], () => times.add(video.currentTime));
  const from = video.currentTime;
  await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThan(from + 0.8);
  stop();
  expect(times.size).toBeGreaterThan(8);
});
