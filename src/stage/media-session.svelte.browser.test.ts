/** Named `.svelte` because it runs effects. The actions are caught where the page hands them to the browser, and pressed as it would. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Library } from '../loading/library.svelte';
import { loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import { addressBookOf, startSite, type Site } from '../start';
import { runMediaSession } from './media-session.svelte';
import { PictureInPicture } from './picture-in-picture.svelte';
import PipStage from './PipStage.svelte';

const session = navigator.mediaSession;
let site: Site;
let pictureInPicture: PictureInPicture;
let end: () => void;
let handlers: Map<string, MediaSessionActionHandler | null>;

beforeEach(async () => {
  handlers = new Map();
  const own = session.setActionHandler.bind(session);
  vi.spyOn(session, 'setActionHandler').mockImplementation((action, handler) => {
    own(action, handler);
    handlers.set(action, handler);
  });
  const library = new Library();
  const book = addressBookOf(library);
  site = await startSite(library, book, { view: 'film', language: 'nl' }, '/');
  pictureInPicture = new PictureInPicture(PipStage, () => new Map());
  const detach = site.player.attach(await loadedFilm());
  const stop = $effect.root(() => runMediaSession({ ...site, pictureInPicture }));
  end = () => {
    stop();
    detach();
  };
});
afterEach(() => {
  end();
  removeFilms();
  vi.restoreAllMocks();
});

const press = (details: MediaSessionActionDetails) => handlers.get(details.action)!(details);
async function start(): Promise<void> {
  // Video.js has taken over before: that is a change as well.
  await site.player.prepare();
  await site.player.play();
  await expect.poll(() => session.playbackState).toBe('playing');
}

test('a film that nobody has started says nothing to the system', () => {
  flushSync();
  expect([session.metadata, session.playbackState, handlers.size]).toEqual([null, 'none', 0]);
});

test('chapter, film and poster, in the language of the page', async () => {
  const { nl, en } = {
    nl: await site.library.loadText('nl'),
    en: await site.library.loadText('en'),
  };
  const { title } = nl.words;
  await start();
  expect(session.metadata).toMatchObject({ title, artist: '' });
  const [first, second] = site.player.timeline.chapters;
  site.player.seek(first!.start);
  await expect.poll(() => session.metadata?.title).toBe(nl.words.chapters[first!.chapter.id]!.title);
  expect(session.metadata).toMatchObject({ artist: title });
  expect(session.metadata!.artwork[0]!.src).toBe(new URL('/film/poster.jpg', location.href).href);
  expect((session.metadata as unknown as { chapterInfo: { startTime: number }[] }).chapterInfo[1]!.startTime).toBe(
    second!.start,
  );
  await site.navigator.go({ view: 'film', language: 'en' });
  await expect.poll(() => session.metadata?.artist).toBe(en.words.title);
});

test('the keys play, wait, and go by seconds and by chapters', async () => {
  await start();
  press({ action: 'pause' });
  await expect.poll(() => [site.player.paused, session.playbackState]).toEqual([true, 'paused']);
  const first = site.player.timeline.chapters[0];
  press({ action: 'seekto', seekTime: 0 });
  press({ action: 'nexttrack' });
  expect(site.player.time).toBe(first!.start);
  press({ action: 'seekto', seekTime: 9 });
  press({ action: 'previoustrack' });
  expect(site.player.time).toBe(first!.start);
  press({ action: 'seekto', seekTime: 9 });
  press({ action: 'seekbackward' });
  expect(site.player.time).toBe(4);
  press({ action: 'seekforward', seekOffset: 2 });
  expect(site.player.time).toBe(6);
  press({ action: 'play' });
  await expect.poll(() => session.playbackState).toBe('playing');
});

test('the system is told where the film is when something changes, and not at each frame', async () => {
  const told = vi.spyOn(session, 'setPositionState');
  await start();
  site.player.seek(5);
  await expect.poll(() => told.mock.lastCall?.[0]?.position).toBeGreaterThanOrEqual(5);
  await expect.poll(() => site.player.seeking).toBe(false);
  flushSync();
  const calls = told.mock.calls.length;
  await expect.poll(() => site.player.time, { timeout: 5000 }).toBeGreaterThan(5.6);
  expect(told.mock.calls.length).toBe(calls);
  site.player.setRate(1.5);
  await expect.poll(() => told.mock.lastCall?.[0]?.playbackRate).toBe(1.5);
});

test('a window of its own is offered where there is one; one that nobody asked for does not open', async () => {
  pictureInPicture.offered = 'film';
  const open = vi.spyOn(pictureInPicture, 'open').mockResolvedValue();
  await start();
  expect(handlers.has('enterpictureinpicture')).toBe(true);
  const ask = (reason: string) =>
    press({
      action: 'enterpictureinpicture',
      enterPictureInPictureReason: reason,
    } as unknown as MediaSessionActionDetails);
  ask('contentoccluded');
  expect(open).not.toHaveBeenCalled();
  ask('useraction');
  expect(open).toHaveBeenCalledOnce();
});

test('nothing is left behind when the film goes', async () => {
  await start();
  end();
  expect([session.metadata, session.playbackState]).toEqual([null, 'none']);
  expect([...handlers.values()].every((handler) => handler === null)).toBe(true);
});
