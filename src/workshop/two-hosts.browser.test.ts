/** More than one window wants to be the host: one at a time is, and what was on goes on. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isThere } from '../sync/presence';
import { Device, WorkshopWindows } from '../../tests/support/workshop-windows';
import { drie } from '../../tests/support/small-workshop';
import { soon } from '../../tests/support/soon';

let windows: WorkshopWindows;
beforeEach(() => (windows = new WorkshopWindows()));
afterEach(() => windows.close());

test('while another window presents, the host is asked: no leaves that window alone, yes presents what was asked for', async () => {
  const { host: first, room } = await windows.pair();
  const device = new Device();
  const [no, never, yes] = [windows.host(device), windows.host(device), windows.host()];
  await Promise.all([
    no.present(first.session!, 'two'),
    never.present(first.session!, 'two'),
    windows.begin(yes, 'two', { items: [drie] }),
  ]);
  expect([no, never, yes].map(({ state, session }) => [state, session])).toEqual(Array(3).fill(['asked', undefined]));
  expect(first.state).toBe('presenting');
  no.leave();
  await no.takeOver();
  first.do('next');
  await windows.follows(room, first);
  expect([no.state, first.state]).toEqual(['idle', 'presenting']);

  await yes.takeOver();
  expect(yes.session!.programme.items).toEqual([drie]);
  await windows.follows(room, yes);

  // Who leaves in the middle of it gives the role up.
  const taking = never.takeOver();
  never.leave();
  await taking;
  await soon(() => yes.state).toBe('lost');
  expect([never.state, device.times]).toEqual(['idle', 0]);
  await soon(() => isThere(windows.data.id, 'host')).toBe(false);
});

test('who takes over goes on with the workshop as it stands; the other says not a word more', async () => {
  const device = new Device();
  const { host: first, room, stop } = await windows.pair(device);
  const second = windows.host(device);
  await second.present(device.running!, 'two');
  first.do('next');
  first.do('next');
  const { session } = first;
  await second.takeOver();
  await soon(() => first.state).toBe('lost');
  expect([second.state, second.session, first.paired]).toEqual([
    'presenting',
    { ...session, at: expect.any(Number) as number },
    false,
  ]);
  await windows.follows(room, second);
  second.do('next');
  await windows.follows(room, second);

  stop();
  await soon(() => second.paired).toBe(false);
  await windows.said();
  const { times } = device;
  first.do('next');
  first.goTo(1);
  first.goToNew(drie);
  first.choose({ size: 'largest' });
  first.hear({
    ...({ from: 'room', kind: 'report', session: 'workshop-0', take: 2, time: 1, at: 0 } as const),
    ...{ playing: true, ended: true, silent: false, fullScreen: false, trouble: 'none' },
  });
  expect(await windows.said()).toEqual([]);
  expect([device.times, device.running]).toEqual([times, second.session]);
});

test('what was taken over can be taken back, as it stands by then', async () => {
  const device = new Device();
  const { host: first, room } = await windows.pair(device);
  const second = windows.host(device);
  await second.present(device.running!, 'two');
  await second.takeOver();
  second.do('next');
  await soon(() => first.state).toBe('lost');
  await first.takeOver();
  expect(first.session!.scene).toEqual({ kind: 'card', item: 0 });
  await soon(() => second.state).toBe('lost');
  await windows.follows(room, first);
});

test('a workshop without its host is found: on the device, else in the room; not while a host is there', async () => {
  const device = new Device();
  const { host, room, stop } = await windows.pair(device);
  host.do('next');
  await windows.follows(room, host);
  const { session } = host;
  const [keeps, empty] = [windows.host(device), windows.host()];
  expect(await empty.findInterrupted()).toBeUndefined();
  expect(await keeps.findInterrupted()).toBeUndefined();
  host.leave();
  await soon(() => isThere(windows.data.id, 'host')).toBe(false);
  await windows.said();
  expect(await keeps.findInterrupted()).toEqual(session);
  expect(await empty.findInterrupted()).toEqual(session);
  stop();
  await soon(() => isThere(windows.data.id, 'room')).toBe(false);
  expect(await empty.findInterrupted()).toBeUndefined();
  expect(await keeps.findInterrupted(), 'nobody looks at it').toBeUndefined();
});

test('a room that was never told a session has none to give', async () => {
  windows.room();
  await soon(() => isThere(windows.data.id, 'room')).toBe(true);
  expect(await windows.host().findInterrupted()).toBeUndefined();
});
