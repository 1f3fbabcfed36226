/** What the room's window hears, does and says, beside a real host. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isThere } from '../sync/presence';
import type { Room } from './room.svelte';
import { WorkshopWindows } from '../../tests/support/workshop-windows';
import { soon } from '../../tests/support/soon';

let windows: WorkshopWindows;
beforeEach(() => (windows = new WorkshopWindows()));
afterEach(() => windows.close());

const film = {
  take: 0,
  time: 3,
  at: 1_795_324_854_860,
  playing: true,
  ended: false,
  silent: false,
  fullScreen: true,
  trouble: 'none',
} as const;
/** What the room says when a host asks for it. */
async function answer(): Promise<unknown[]> {
  await windows.said();
  windows.say({ from: 'host', kind: 'hello' });
  await soon(() => windows.heard.length).toBeGreaterThan(1);
  return (await windows.said()).slice(1);
}
const leads = (room: Room) => soon(() => [room.session !== undefined, room.isElsewhere]).toEqual([true, false]);

test('a room that was there first is told when the host begins, and they have each other', async () => {
  const { room } = windows.room();
  await soon(() => isThere(windows.data.id, 'room')).toBe(true);
  expect([room.session, room.agenda]).toEqual([undefined, []]);
  const host = windows.host();
  await windows.begin(host);
  await windows.follows(room, host);
  expect(room.agenda.map(({ key }) => key)).toEqual(['een', 'theme:rust']);
});

test('a room that comes late gets the whole session', async () => {
  const host = windows.host();
  await windows.begin(host);
  host.do('next');
  host.do('next');
  host.do('black');
  host.choose({ language: 'en' });
  const { room } = windows.room();
  await windows.follows(room, host);
  expect(room.session).toMatchObject({ scene: { kind: 'film' }, cover: { kind: 'black' }, language: 'en' });
});

test('a key pressed in the room counts as one in the host’s window; one of another workshop does not', async () => {
  const { host, room } = await windows.pair();
  windows.say({ from: 'room', kind: 'press', session: 'workshop-0', command: 'black' });
  room.press('next');
  await soon(() => host.session!.scene).toEqual({ kind: 'card', item: 0 });
  expect(host.session!.cover).toBeUndefined();
  await windows.follows(room, host);
});

test('what the room says of its film comes to the host', async () => {
  const { host, room } = await windows.pair();
  host.do('next');
  host.do('next');
  await windows.follows(room, host);
  const { take } = host.session!.film;
  room.report({ ...film, take });
  const { id } = host.session!;
  await soon(() => host.report).toEqual({ from: 'room', kind: 'report', session: id, ...film, take });
  expect(host.session!.film.time).toBe(3);
  room.report({ ...film, take: take - 1, time: 9 });
  room.report({ ...film, take, time: 4 });
  await soon(() => host.session!.film.time).toBe(4);
});

test('an older message that comes late is not taken', async () => {
  const { host, room } = await windows.pair();
  const before = host.session!;
  host.do('next');
  await windows.follows(room, host);
  const messages = (await windows.said()).filter((message) => message.kind === 'session');
  const now = messages.at(-1)!;
  windows.say({ ...now, session: { ...before, size: 'largest' } });
  windows.say({ ...now, number: now.number - 1, session: before });
  windows.say({ ...now, number: 1, session: before });
  expect(await answer()).toContainEqual({ from: 'room', kind: 'hello', session: host.session, heard: now.number });
  expect(room.session).toEqual(host.session);
  const later = { ...before, id: 'workshop-2' };
  windows.say({ ...now, number: now.number + 100, session: later });
  await soon(() => room.session).toEqual(later);
});

test('a room that is closed is gone for the host, and so is what it said; a new one is found again', async () => {
  const { host, room, stop } = await windows.pair();
  host.do('next');
  await windows.follows(room, host);
  room.report(film);
  await soon(() => host.report).toBeDefined();
  stop();
  await soon(() => [host.paired, host.report]).toEqual([false, undefined]);
  const again = windows.room();
  await windows.follows(again.room, host);
  again.stop();
  await soon(() => host.paired).toBe(false);
});

test('a host that has lost it gets the session and the last word on the film back', async () => {
  const { host, room } = await windows.pair();
  room.report(film);
  await soon(() => host.report).toBeDefined();
  const { session } = host;
  host.leave();
  expect(await answer()).toEqual([
    { from: 'room', kind: 'hello', session, heard: expect.any(Number) as number },
    { from: 'room', kind: 'report', session: session!.id, ...film },
  ]);
});

test('without a workshop nothing is pressed and nothing told', async () => {
  const { room } = windows.room();
  await soon(() => isThere(windows.data.id, 'room')).toBe(true);
  expect(await answer()).toEqual([{ from: 'room', kind: 'hello' }]);
  room.press('next');
  room.report(film);
  expect(await windows.said()).toEqual([]);
});

test('a second window of the room waits, silent, and takes the place of the first when that is closed', async () => {
  const { host, stop } = await windows.pair();
  const { room: second } = windows.room();
  await soon(() => second.isElsewhere).toBe(true);
  await windows.said();
  host.do('next');
  second.press('next');
  second.report(film);
  expect((await windows.said()).map(({ from }) => from)).toEqual(['host']);
  expect(second.session).toBeUndefined();
  stop();
  await leads(second);
  await windows.follows(second, host);
});

test('a window that is closed while it waits, or before it is the room, never becomes it', async () => {
  const { stop } = windows.room();
  stop();
  await soon(() => isThere(windows.data.id, 'room')).toBe(false);
  const { host, room, stop: close } = await windows.pair();
  const waits = windows.room();
  await soon(() => waits.room.isElsewhere).toBe(true);
  waits.stop();
  close();
  await soon(() => [host.paired, room.session]).toEqual([false, undefined]);
  await soon(() => isThere(windows.data.id, 'room')).toBe(false);
  expect(waits.room.session).toBeUndefined();
});
