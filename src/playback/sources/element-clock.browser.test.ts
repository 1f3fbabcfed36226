import { afterEach, expect, test } from 'vitest';
import { watchTime } from './element-clock';
import { expectPunctual, loadedFilm, removeFilms } from './media-port.contract';

afterEach(removeFilms);

/** A hidden window shows no frames: the browser takes the request and never answers. */
async function filmWithoutFrames(): Promise<HTMLVideoElement> {
  const video = await loadedFilm();
  video.requestVideoFrameCallback = () => 0;
  return video;
}

test('boundaries tick at their moment where no frames are shown', async () => {
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
