/** Named `.svelte` because it runs the gate's own effect, which needs runes. */
import { flushSync, untrack } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Now } from '../playback/now.svelte';
import { Player } from '../playback/player.svelte';
import { loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import { createTimeline } from '../timeline/timeline';
import { ContentNotes } from './content-notes.svelte';
import { bareEdition } from '../../tests/support/bare-edition';

const cue = (id: string, start: number, end: number) => ({ id, start, end, themes: [] });
const data = bareEdition({
  notes: [{ id: 'hard', from: 'b', to: 'c' }],
  cues: [cue('a', 0, 0.6), cue('b', 1, 1.5), cue('c', 1.5, 2.5), cue('d', 3, 4)],
});
const note = data.notes[0]!;

let player: Player;
let notes: ContentNotes;
let stop: () => void;

beforeEach(async () => {
  player = new Player(createTimeline(data));
  notes = new ContentNotes(player, new Now(player));
  const detach = player.attach(await loadedFilm());
  const end = $effect.root(() => {
    $effect(() => {
      void notes.open;
      void player.paused;
      untrack(() => notes.hold());
    });
  });
  flushSync();
  stop = () => {
    end();
    detach();
  };
});
afterEach(() => {
  stop();
  removeFilms();
});

const held = () => expect.poll(() => [notes.open?.id, player.paused], { timeout: 5000 }).toEqual(['hard', true]);
const reaches = (time: number) => expect.poll(() => player.time, { timeout: 5000 }).toBeGreaterThan(time);

async function playIntoIt(): Promise<void> {
  player.seek(0.4);
  await player.play();
  await held();
}

test('the film waits in the pause before the passage, before anything of it is said', async () => {
  await playIntoIt();
  expect(player.time).toBeGreaterThanOrEqual(0.6);
  expect(player.time).toBeLessThan(1);
});

test('going on plays the passage, and it is not asked again', async () => {
  await playIntoIt();
  notes.goOn(note);
  await reaches(2.6);
  expect([player.paused, notes.open]).toEqual([false, undefined]);
  player.seek(0.8);
  await reaches(1.3);
  expect([player.paused, notes.open]).toEqual([false, undefined]);
});

test('playing on by any other means counts as going on', async () => {
  await playIntoIt();
  player.toggle();
  await reaches(1.8);
  expect([player.paused, notes.open]).toEqual([false, undefined]);
});

test('skipping goes on behind the passage', async () => {
  await playIntoIt();
  notes.skip(note);
  expect([player.time, notes.open]).toEqual([2.5, undefined]);
  await reaches(2.7);
  expect(player.paused).toBe(false);
});

test('somebody who arrives inside the passage is asked as well', async () => {
  player.seek(2);
  expect(notes.open?.id).toBe('hard');
  await player.play();
  await held();
  expect(player.time).toBeLessThan(2.2);
});

test('somebody who skipped and comes back is not held a second time', async () => {
  await playIntoIt();
  notes.skip(note);
  await reaches(2.6);
  player.seek(0.8);
  await reaches(1.3);
  expect(player.paused).toBe(false);
});

test('a film that has not begun asks nothing, even where the passage is its first moment', () => {
  const first = new Player(createTimeline({ ...data, notes: [{ id: 'first', from: 'a', to: 'a' }] }));
  const ofFirst = new ContentNotes(first, new Now(first));
  expect(ofFirst.open).toBeUndefined();
  ofFirst.hold();
  expect(ofFirst.open).toBeUndefined();
});

test('elsewhere in the film nothing is asked', async () => {
  player.seek(3);
  await player.play();
  await reaches(3.3);
  expect([player.paused, notes.open]).toEqual([false, undefined]);
});
