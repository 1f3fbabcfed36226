import { afterEach, expect, test, vi } from 'vitest';
import { openRoomWindow } from './room-window';
import { soon } from '../../tests/support/soon';

/** Anything of this site that is no page of the tests. */
const PAGE = '/film/poster.jpg';
/** The window itself, by the name under which a second press finds it. */
const roomWindow = (): Window => window.open('', 'dichterbij-room')!;

afterEach(() => {
  vi.restoreAllMocks();
  roomWindow().close();
});

test('a second press finds the same window, as it is', async () => {
  expect(openRoomWindow(`${PAGE}#first`)).toBe(true);
  const room = roomWindow();
  await expect
    .poll(() => [room.location.href, room.document.readyState])
    .toEqual([new URL(`${PAGE}#first`, location.href).href, 'complete']);
  room.document.title = 'goes on';
  expect(openRoomWindow(`${PAGE}#second`)).toBe(true);
  expect(roomWindow()).toBe(room);
  expect([room.location.hash, room.document.title, room.closed]).toEqual(['#first', 'goes on', false]);
});

test('the empty page before it is not among the places one can go back to', async () => {
  openRoomWindow(PAGE);
  const room = roomWindow();
  await soon(() => room.location.pathname).toBe(PAGE);
  expect(room.history.length).toBe(1);
});

test('one that was closed is opened anew', async () => {
  openRoomWindow(`${PAGE}#first`);
  const first = roomWindow();
  await soon(() => first.location.hash).toBe('#first');
  first.close();
  await soon(() => first.closed).toBe(true);
  expect(openRoomWindow(`${PAGE}#second`)).toBe(true);
  const second = roomWindow();
  await soon(() => second.location.hash).toBe('#second');
});

test('a window that the browser has stopped is told', () => {
  const stopped = vi.spyOn(window, 'open').mockReturnValue(null);
  expect(openRoomWindow(PAGE)).toBe(false);
  stopped.mockRestore();
});
