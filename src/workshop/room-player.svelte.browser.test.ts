import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Player } from '../playback/player.svelte';
import { filmElement, loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import type { AgendaItem } from '../programme/programme';
import { begin, next, planOf, toggleBlack, togglePlay, type Plan, type Session } from '../programme/session';
import { createTimeline } from '../timeline/timeline';
import type { Range } from '../timeline/ranges';
import { RoomPlayer, type FilmReport } from './room-player.svelte';
import { bareEdition } from '../../tests/support/bare-edition';

const FRAME = 0.0405;
/** The machine may be busy with other tests. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8000 });

const timeline = createTimeline(bareEdition({}));

const entry = (id: string, ranges: readonly Range[]): AgendaItem => ({
  item: { kind: ranges.length > 1 ? 'theme' : 'chapter', id, talk: 5 },
  key: `theme:${id}`,
  ranges,
  length: ranges.reduce((sum, { start, end }) => sum + Math.min(end, 10) - start, 0),
  quotes: [],
  notes: [],
});
const planFor = (...ranges: readonly Range[]): Plan => planOf([entry('rust', ranges)], () => 1);
/** A session whose film has just begun to run. */
function filmOf(plan: Plan, id = 'session-1'): Session {
  const programme = { items: plan.agenda.map(({ item }) => item) };
  const begun = begin({ id, programme, language: 'nl', subtitles: ['nl'], size: 'normal', now: 0 });
  return next(next(begun, plan, 0), plan, 0);
}
const at = (session: Session, time: number): Session => ({ ...session, film: { ...session.film, time } });

let player: Player;
let video: HTMLVideoElement;
let room: RoomPlayer;
let reports: FilmReport[];
let shown: number[];
let stop: () => void;

function stand(element: HTMLVideoElement): void {
  video = element;
  player = new Player(timeline);
  reports = [];
  shown = [];
  room = new RoomPlayer(player, (report) => reports.push(report));
  const detach = player.attach(video);
  const stopRoom = room.start();
  const note: VideoFrameRequestCallback = (_, { mediaTime }) => {
    shown.push(mediaTime);
    video.requestVideoFrameCallback(note);
  };
  video.requestVideoFrameCallback(note);
  stop = () => {
    stopRoom();
    detach();
  };
}

beforeEach(async () => stand(await loadedFilm()));
afterEach(() => {
  stop();
  removeFilms();
});

const told = (part: Partial<FilmReport>) => eventually(() => room.report).toEqual(expect.objectContaining(part));
const reaches = (time: number) => eventually(() => player.time).toBeGreaterThan(time);

test('a fresh window goes to where the film is, and runs with it to its last frame', async () => {
  const plan = planFor({ start: 1, end: 3.123 });
  room.follow(at(filmOf(plan), 2.5), plan.agenda);
  await told({ take: 1, playing: true, ended: false });
  expect(player.time).toBeGreaterThanOrEqual(2.5);
  await told({ playing: false, ended: true, time: 3.122 });
  await eventually(() => [player.seeking, shown.at(-1)! > 3.123 - FRAME]).toEqual([false, true]);
  expect(Math.max(...shown)).toBeLessThan(3.123);
});

test('does what the session says: stands still, goes on, and only moves for a new take', async () => {
  const plan = planFor({ start: 1, end: 9 });
  const session = filmOf(plan);
  room.follow(togglePlay(session, plan), plan.agenda);
  await told({ take: 1, time: 1, playing: false });
  expect(video.paused).toBe(true);
  room.follow(session, plan.agenda);
  await reaches(1.2);
  room.follow(toggleBlack(session), plan.agenda);
  await told({ playing: false });
  const { time } = room.report;
  expect(time).toBeGreaterThan(1.2);
  room.follow(at(session, 5), plan.agenda);
  await told({ playing: true });
  expect(player.time).toBeLessThan(2);
  room.follow({ ...session, film: { take: 2, time: 5, playing: true } }, plan.agenda);
  await told({ take: 2, playing: true });
  expect(player.time).toBeGreaterThanOrEqual(5);
  room.follow(filmOf(plan, 'session-2'), plan.agenda);
  await told({ take: 1, playing: true });
  expect(player.time).toBeLessThan(2);
});

test('a film that something else has set going is held', async () => {
  const plan = planFor({ start: 1, end: 9 });
  room.follow(togglePlay(filmOf(plan), plan), plan.agenda);
  video.muted = true;
  // The first word of it holds the film: nobody is told that it plays.
  await expect(video.play()).rejects.toMatchObject({ name: 'AbortError' });
  await eventually(() => [player.started, player.paused]).toEqual([true, true]);
  // The film runs beside the page: until the page hears that word, which a busy machine brings late, it goes on.
  expect(player.time).toBeLessThan(1.5);
});

test.each([
  ['from its beginning', 1, 0],
  ['from the middle', 4.2, 1],
])('a theme is shown range by range, with nothing in between: %s', async (_, time, first) => {
  const ranges = [
    { start: 1, end: 1.4 },
    { start: 4, end: 4.5 },
    { start: 7, end: 7.333 },
  ];
  const plan = planFor(...ranges);
  room.follow(at(filmOf(plan), time), plan.agenda);
  // The last word of each is whole.
  await told({ ended: true, time: 7.432 });
  expect(reports.filter(({ ended }) => ended)).toHaveLength(1);
  const seen = shown.filter((frame) => frame > 0);
  // The frame that holds the beginning of a range may have begun before it.
  const isWithin = (frame: number, more = 0) =>
    ranges.some(({ start, end }) => frame > start - FRAME && frame < end + 0.1 + more);
  const over = seen.filter((frame) => !isWithin(frame));
  // Seen once on a busy machine: the very next frame, after one of the ranges.
  expect(over.length).toBeLessThanOrEqual(1);
  expect(over.filter((frame) => !isWithin(frame, FRAME))).toEqual([]);
  const inRanges = ranges.map(({ start, end }) => seen.some((frame) => frame > start && frame < end));
  expect(inRanges).toEqual([0, 1, 2].map((index) => index >= first));
});

test('the last range may be over with the film itself', async () => {
  const plan = planFor({ start: 1, end: Infinity });
  room.follow(at(filmOf(plan), 9.5), plan.agenda);
  await told({ ended: true, playing: false });
  expect(room.report.time).toBeGreaterThan(9.9);
});

test('reports at most four times a second while it plays, each with the moment at which it was true', async () => {
  const plan = planFor({ start: 1, end: 9 });
  room.follow(filmOf(plan), plan.agenda);
  await reaches(1.2);
  reports = [];
  const from = performance.now();
  await reaches(3);
  const seconds = (performance.now() - from) / 1000;
  expect(reports.length).toBeGreaterThan(4);
  expect(reports.length).toBeLessThanOrEqual(4 * seconds + 1);
  for (const { time, at: moment } of reports) {
    const drift = player.time - (time + (Date.now() - moment) / 1000);
    expect(Math.abs(drift)).toBeLessThan(0.1);
  }
});

describe('a window in which nobody has pressed anything', () => {
  const refusing = async (): Promise<HTMLIFrameElement> => {
    stop();
    removeFilms();
    const frame = document.createElement('iframe');
    frame.allow = "autoplay 'none'";
    document.body.append(frame);
    const inside = frame.contentDocument!;
    const strict = inside.createElement('video');
    strict.src = new URL(filmElement().querySelector('source')!.src).href;
    inside.body.append(strict);
    await eventually(() => strict.readyState).toBeGreaterThan(2);
    // The refusal is of the frame's own DOMException class; in the page it is of the page's.
    const play = strict.play.bind(strict);
    strict.play = () =>
      play().catch(({ message, name }: DOMException) => Promise.reject(new DOMException(message, name)));
    stand(strict);
    return frame;
  };

  test('plays without sound and says so, and is heard after the first press', async () => {
    const frame = await refusing();
    const plan = planFor({ start: 1, end: 9 });
    room.follow(filmOf(plan), plan.agenda);
    await told({ playing: true, silent: true });
    expect(video.muted).toBe(true);
    let atThePress: boolean[] = [];
    const look = () => (atThePress = [room.report.silent, video.muted]);
    addEventListener('keydown', () => queueMicrotask(look), { once: true });
    await userEvent.keyboard('a');
    // Not heard at once: until the preview, which was heard instead, has been told.
    expect(atThePress).toEqual([false, true]);
    await eventually(() => video.muted).toBe(false);
    await told({ playing: true, silent: false });
    frame.remove();
  });
});
