import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filmElement, removeFilms } from '../playback/sources/media-port.contract';
import type { EmbedCommand, EmbeddedFilm, EmbeddedState, PortraitValue } from '../sync/embed/embedded-film';
import { LateFilm } from './late-film';

let video: HTMLVideoElement;
let film: LateFilm;
let woken: number;
beforeEach(() => {
  video = filmElement({ preload: 'none' });
  woken = 0;
  film = new LateFilm({
    video,
    start: 4,
    duration: 60,
    chapterAt: (time) => (time >= 3 ? { id: 'nena', title: 'Nena', index: 1 } : undefined),
    theme: undefined,
    language: 'nl',
    subtitles: ['nl'],
    wake: () => (woken += 1),
  });
});
afterEach(removeFilms);

/** A player that writes down what it is asked. */
class Notebook implements EmbeddedFilm {
  readonly asked: EmbedCommand[] = [];
  constructor(readonly state: EmbeddedState) {}
  change = () => {};
  portrait: (portrait: PortraitValue) => void = () => {};
  read = (): EmbeddedState => ({ ...this.state, time: 99 });
  run = (command: EmbedCommand) => void this.asked.push(command);
  onChange = (listener: () => void) => {
    this.change = listener;
    return () => {};
  };
  onPortrait = (listener: (portrait: PortraitValue) => void) => {
    this.portrait = listener;
    return () => {};
  };
}

describe('before the player is there', () => {
  test('it answers from what the page knows, without loading anything', () => {
    expect(film.read()).toEqual({
      paused: true,
      ended: false,
      time: 4,
      duration: 60,
      volume: 100,
      muted: video.muted,
      loop: false,
      error: undefined,
      chapter: { id: 'nena', title: 'Nena', index: 1 },
      quote: undefined,
      themes: [],
      theme: undefined,
      language: 'nl',
      subtitles: ['nl'],
    });
    expect([woken, video.networkState === video.NETWORK_LOADING]).toEqual([0, false]);
  });

  test('pause, sound and loop need no player', async () => {
    let changes = 0;
    film.onChange(() => (changes += 1));
    film.run({ kind: 'pause' });
    film.run({ kind: 'mute', muted: true });
    film.run({ kind: 'volume', volume: 40 });
    film.run({ kind: 'loop', loop: true });
    expect(film.read()).toMatchObject({ muted: true, volume: 40, loop: true });
    expect(woken).toBe(0);
    await expect.poll(() => changes).toBeGreaterThan(1);
  });

  test('a film that somebody has begun to play tells its own time', async () => {
    video.muted = true;
    await video.play();
    await expect.poll(() => film.read().time, { timeout: 5000 }).toBeLessThan(4);
    expect(film.read()).toMatchObject({ paused: false, chapter: undefined });
    film.run({ kind: 'pause' });
    expect(video.paused).toBe(true);
  });
});

describe('when the player comes', () => {
  test('it does what was asked in that order, answers from then on, and tells of changes and portraits', () => {
    const commands: EmbedCommand[] = [
      { kind: 'time', time: 20 },
      { kind: 'play' },
      { kind: 'pause' },
      { kind: 'volume', volume: 10 },
    ];
    film.run({ kind: 'loop', loop: true });
    for (const command of commands) film.run(command);
    expect(woken).toBe(commands.length);
    expect(video.volume).toBe(1);

    const changes: number[] = [];
    const portraits: PortraitValue[] = [];
    film.onChange(() => changes.push(film.read().time));
    const stop = film.onPortrait((portrait) => portraits.push(portrait));
    const player = new Notebook(film.read());
    film.handOver(player);
    expect(player.asked).toEqual([{ kind: 'loop', loop: true }, ...commands]);
    expect(changes).toEqual([99]);

    player.change();
    player.portrait({ person: 'nena' });
    stop();
    player.portrait({ person: 'odin' });
    expect([changes, portraits]).toEqual([[99, 99], [{ person: 'nena' }]]);
    // The element itself is no longer listened to.
    video.dispatchEvent(new Event('play'));
    expect(changes.length).toBe(2);
    film.run({ kind: 'play' });
    expect(player.asked.at(-1)).toEqual({ kind: 'play' });
    expect(woken).toBe(commands.length);
  });
});

describe('when the player does not come', () => {
  test('the bare element plays, goes and pauses as it was asked, and tells what it does', async () => {
    film.run({ kind: 'time', time: 2 });
    film.run({ kind: 'play' });
    film.run({ kind: 'theme', theme: 'rust' });
    expect(video.paused).toBe(true);
    film.goOnBare();
    await expect.poll(() => film.read().time, { timeout: 5000 }).toBeGreaterThan(2);
    expect(film.read()).toMatchObject({ paused: false, ended: false, error: undefined });
    film.run({ kind: 'pause' });
    expect(film.read().paused).toBe(true);
    film.run({ kind: 'time', time: 9.8 });
    film.run({ kind: 'play' });
    await expect.poll(() => film.read().ended, { timeout: 5000 }).toBe(true);
    expect(film.read().error).toBeUndefined();
  });

  test('the film begins where it was wished', async () => {
    film.run({ kind: 'play' });
    film.goOnBare();
    await expect.poll(() => video.currentTime, { timeout: 5000 }).toBeGreaterThanOrEqual(4);
  });

  test('what only a player can do fetches it anew, and is done when it comes', () => {
    film.run({ kind: 'theme', theme: 'rust' });
    film.goOnBare();
    film.run({ kind: 'time', time: 3 });
    expect(woken).toBe(1);
    film.run({ kind: 'theme', theme: 'stil' });
    expect(woken).toBe(2);
    const player = new Notebook(film.read());
    film.handOver(player);
    expect(player.asked).toEqual([{ kind: 'theme', theme: 'stil' }]);
  });

  test('an error is told where the film itself can’t be played', async () => {
    const missing = filmElement({ src: '/no-such-film.mp4', preload: 'none' });
    let changes = 0;
    const late = new LateFilm({
      ...{ video: missing, start: 0, duration: 60, chapterAt: () => undefined, theme: undefined },
      ...{ language: 'nl', subtitles: [], wake: () => {} },
    });
    late.onChange(() => (changes += 1));
    late.goOnBare();
    expect(late.read().error).toBeUndefined();
    // Nobody has asked for it yet.
    await expect.poll(() => missing.networkState).toBe(HTMLMediaElement.NETWORK_IDLE);
    late.run({ kind: 'play' });
    await expect.poll(() => late.read().error).toEqual({ code: 4, msg: 'unsupported' });
    expect(changes).toBeGreaterThan(1);
  });
});

test('a volume that is set leaves a muted film muted', () => {
  film.run({ kind: 'mute', muted: true });
  film.run({ kind: 'volume', volume: 40 });
  expect([video.muted, video.volume]).toEqual([true, 0.4]);
});
