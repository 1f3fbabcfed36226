import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Player } from '../playback/player.svelte';
import { loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import type { AgendaItem } from '../programme/programme';
import { begin, next, planOf, togglePlay, type Session } from '../programme/session';
import { createTimeline } from '../timeline/timeline';
import { Preview } from './preview.svelte';
import { RoomPlayer, type FilmReport } from './room-player.svelte';
import { bareEdition } from '../../tests/support/bare-edition';

/** The machine may be busy with other tests. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8000 });

/** A frame of the film, in seconds. */
const FRAME = 0.04;
const timeline = createTimeline(bareEdition({}));
const entry: AgendaItem = {
  item: { kind: 'theme', id: 'rust', talk: 5 },
  key: 'theme:rust',
  ranges: [{ start: 1, end: 9 }],
  length: 8,
  quotes: [],
  notes: [],
};
const plan = planOf([entry], () => 1);
const programme = { items: [entry.item] };
const begun = begin({ id: 'session-1', programme, language: 'nl', subtitles: ['nl'], size: 'normal', now: 0 });
const film: Session = next(next(begun, plan, 0), plan, 0);
const paused = togglePlay(film, plan);
const sentTo = (take: number, time: number): Session => ({ ...film, film: { take, time, playing: true } });

let room: RoomPlayer;
let preview: Preview;
/** Of the room, and of the preview. */
let films: [HTMLVideoElement, HTMLVideoElement];
let both: Player[];
let stop: () => void;

beforeEach(async () => {
  films = [await loadedFilm(), await loadedFilm()];
  both = films.map(() => new Player(timeline));
  // What is told goes the way that it goes between two windows.
  const roomsEnd = new BroadcastChannel('preview-test');
  const hostsEnd = new BroadcastChannel('preview-test');
  room = new RoomPlayer(both[0]!, (report) => roomsEnd.postMessage(report));
  preview = new Preview(both[1]!);
  hostsEnd.onmessage = ({ data }: MessageEvent<FilmReport>) => preview.follow(data, entry.ranges);
  const stops = [...films.map((video, index) => both[index]!.attach(video)), room.start(), preview.start()];
  stop = () => {
    for (const each of stops.toReversed()) each();
    roomsEnd.close();
    hostsEnd.close();
  };
});
afterEach(() => {
  stop();
  removeFilms();
});

const drift = () => films[1].currentTime - films[0].currentTime;
const runs = () => eventually(() => films.map((video) => video.paused || video.seeking)).toEqual([false, false]);
const isNear = () => eventually(() => Math.abs(drift())).toBeLessThan(0.06);
/** How far off the picture is in half of the looks, and the told time in nine of ten, until the room has come to `time`. */
async function driftUntil(time: number): Promise<{ picture: number; told: number }> {
  const picture: number[] = [];
  const told: number[] = [];
  await new Promise<void>((resolve) => {
    const look = () => {
      const now = films[0].currentTime;
      picture.push(Math.abs(drift()));
      told.push(Math.abs(preview.time - now));
      if (now >= time) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
  const within = (part: number, looks: number[]) => looks.sort((a, b) => a - b)[Math.floor(looks.length * part)]!;
  return { picture: within(0.5, picture), told: within(0.9, told) };
}

test('goes along with the room within a fifth of a second: from the start, after a pause and after a jump', async () => {
  room.follow(film, plan.agenda);
  await runs();
  await isNear();
  const first = await driftUntil(2.5);
  room.follow(paused, plan.agenda);
  await eventually(() => films.map((video) => video.paused && !video.seeking)).toEqual([true, true]);
  await eventually(() => Math.abs(drift())).toBeLessThan(FRAME);
  expect(Math.abs(preview.time - films[0].currentTime)).toBeLessThan(FRAME);
  room.follow(film, plan.agenda);
  await runs();
  await isNear();
  const second = await driftUntil(3.2);
  room.follow(sentTo(2, 6), plan.agenda);
  await runs();
  await isNear();
  const third = await driftUntil(7.5);
  for (const each of [first, second, third]) {
    expect(each.picture).toBeLessThan(0.2);
    expect(each.told).toBeLessThan(0.2);
  }
});

test('catches up softly with what is near, and jumps to what is far', async () => {
  room.follow(film, plan.agenda);
  await runs();
  await isNear();
  let seeks = 0;
  films[1].addEventListener('seeking', () => (seeks += 1));
  films[1].currentTime += 0.25;
  await eventually(() => films[1].playbackRate).toBeLessThan(1);
  await isNear();
  expect(seeks).toBe(1);
  films[1].currentTime += 3;
  await eventually(() => seeks).toBe(3);
  await isNear();
  expect(films.map((video) => video.paused)).toEqual([false, false]);
});

test('whatever becomes of it, the room goes on', async () => {
  films[1].play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  room.follow(film, plan.agenda);
  await eventually(() => films[0].currentTime).toBeGreaterThan(1.5);
  expect(films.map((video) => video.paused)).toEqual([false, true]);
  const { told } = await driftUntil(2.5);
  expect(told).toBeLessThan(0.2);
});

test('sound comes from one of them, and never from both', async () => {
  // The page may be heard from here on; the room is made to be refused, as a window in which nothing has been pressed.
  await userEvent.keyboard('a');
  const allowed = films[0].play.bind(films[0]);
  films[0].play = () => (films[0].muted ? allowed() : Promise.reject(new DOMException('', 'NotAllowedError')));
  const heard = new Set<string>();
  const note = () => heard.add(films.map((video) => (video.muted || video.paused ? 'silent' : 'heard')).join(', '));
  for (const video of films) for (const name of ['volumechange', 'playing']) video.addEventListener(name, note);
  room.follow(film, plan.agenda);
  await eventually(() => [...heard].at(-1)).toBe('silent, heard');
  await userEvent.keyboard('a');
  await eventually(() => [...heard].at(-1)).toBe('heard, silent');
  expect([...heard]).toEqual(['silent, silent', 'silent, heard', 'heard, silent']);
});

test('without a room it is silent and stands still', async () => {
  room.follow(film, plan.agenda);
  await runs();
  preview.follow(undefined, []);
  await eventually(() => [films[1].paused, films[1].muted]).toEqual([true, true]);
});

test('a room that says nothing more is not believed to play on', async () => {
  const alone = new Preview(both[1]!);
  const report = {
    take: 1,
    time: 2,
    at: Date.now(),
    playing: true,
    ended: false,
    silent: false,
    trouble: 'none',
  } as const;
  alone.follow(report, entry.ranges);
  await eventually(() => alone.time).toBe(3.5);
  alone.follow({ ...report, time: 8.9, at: Date.now() }, entry.ranges);
  await eventually(() => alone.time).toBe(9);
  // A clock that has been put right meanwhile does not count.
  alone.follow({ ...report, at: Date.now() - 3_600_000 }, entry.ranges);
  expect(alone.time).toBeLessThan(2.2);
});
