/** The actions of the system are caught where the page hands them to the browser, and pressed as it would. */
import { flushSync } from 'svelte';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RoomOpener from '../../../tests/support/RoomOpener.svelte';
import nl from '../../language/words/nl.json';
import { Library } from '../../loading/library.svelte';
import { agendaOf } from '../../programme/programme';
import { begin, type Session } from '../../programme/session';
import type { Command } from '../../sync/protocol';
import { addressBookOf, startSite } from '../../start';
import { RoomScreen } from '../../workshop/room-screen.svelte';
import '../../styles/index.css';

const programme = { items: [{ kind: 'chapter' as const, id: 'mila', talk: 5 }] };
const first = begin({ id: 'workshop', programme, language: 'nl', subtitles: [], size: 'normal', now: 0 });
const button = page.getByRole('button', { name: nl.room.fullScreen });

let handlers: Map<string, MediaSessionActionHandler | null>;
let onpress: Mock<(command: Command) => void>;
let screen: RoomScreen;
let show: (session: Session) => Promise<void>;

beforeEach(async () => {
  handlers = new Map();
  const { mediaSession } = navigator;
  const own = mediaSession.setActionHandler.bind(mediaSession);
  vi.spyOn(mediaSession, 'setActionHandler').mockImplementation((action, handler) => {
    own(action, handler);
    handlers.set(action, handler);
  });
  await page.viewport(1280, 720);
  const library = new Library();
  const site = await startSite(library, addressBookOf(library), { view: 'room', language: 'nl' }, '/');
  const agenda = agendaOf(programme, library.data, site.player.timeline);
  onpress = vi.fn<(command: Command) => void>();
  screen = new RoomScreen(() => {});
  const { rerender } = await render(RoomOpener, { site, session: undefined, agenda, screen, onpress });
  show = (session) => rerender({ session });
});
afterEach(() => vi.restoreAllMocks());

test('media keys ask the host and leave the film alone', async () => {
  await show({ ...first, scene: { kind: 'film', item: 0 } });
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  for (const [action, handler] of handlers) handler!({ action: action as MediaSessionAction });
  // The film stands still: "pause" has nothing to ask for.
  expect(onpress.mock.calls.flat()).toEqual(['play', 'next', 'previous']);
  expect(play).not.toHaveBeenCalled();
  for (const action of ['play', 'pause', 'stop', 'seekto', 'seekbackward', 'seekforward'])
    expect(handlers.has(action)).toBe(true);
});

test('how to fill the screen is told until the first card comes', async () => {
  await expect.element(button).toBeVisible();
  await show(first);
  await expect.element(button).toBeVisible();
  screen.full = true;
  await expect.element(button).not.toBeInTheDocument();
  screen.full = false;
  await expect.element(button).toBeVisible();
  await show({ ...first, scene: { kind: 'card', item: 0 } });
  await expect.element(button).not.toBeInTheDocument();
});

test('the button and a double press on the picture ask for the whole screen', async () => {
  const ask = vi.spyOn(Element.prototype, 'requestFullscreen').mockResolvedValue();
  await button.click();
  expect(ask).toHaveBeenCalledTimes(1);
  await show({ ...first, scene: { kind: 'card', item: 0 } });
  await page.getByRole('heading', { name: 'Mila' }).dblClick();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('the pointer goes when nobody moves it, and comes back', async () => {
  const main = document.querySelector('main')!;
  screen.idle = true;
  flushSync();
  expect(getComputedStyle(main).cursor).toBe('none');
  main.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
  flushSync();
  expect(getComputedStyle(main).cursor).not.toBe('none');
  await show({ ...first, scene: { kind: 'film', item: 0 } });
  expect(getComputedStyle(document.querySelector('[data-part=room]')!).cursor).toBe('none');
});
