/** The host's window and the room's in one page: they talk to each other for real. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { talkOf } from '../programme/session';
import { isThere } from '../sync/presence';
import type { RoomReport, SessionMessage } from '../sync/protocol';
import type { Host } from './host.svelte';
import { Device, WorkshopWindows } from '../../tests/support/workshop-windows';
import { MORNING, drie, een, nergens, rust } from '../../tests/support/small-workshop';
import { soon } from '../../tests/support/soon';

let windows: WorkshopWindows;
beforeEach(() => (windows = new WorkshopWindows()));
afterEach(() => windows.close());

const reportOf = ({ session }: Host, part: Partial<RoomReport>): RoomReport => ({
  ...({
    from: 'room',
    kind: 'report',
    session: session!.id,
    take: session!.film.take,
    time: 0,
    at: Date.now(),
  } as const),
  ...{ playing: true, ended: false, silent: false, fullScreen: false, trouble: 'none' },
  ...part,
});
/** From the welcome to the film of the first chapter, which is 24 seconds. */
function toFilm(host: Host): void {
  host.do('next');
  host.do('next');
  expect(host.session!.scene).toEqual({ kind: 'film', item: 0 });
}
async function told(): Promise<SessionMessage[]> {
  return (await windows.said()).filter((message) => message.kind === 'session');
}

test('begins: it presents, says hello, and tells the whole session', async () => {
  const device = new Device();
  const host = windows.host(device);
  expect([host.state, host.session, host.plan.agenda]).toEqual(['idle', undefined, []]);
  await windows.begin(host);
  expect([host.state, host.screens, host.paired]).toEqual(['presenting', 'two', false]);
  expect(host.plan.agenda.map(({ key }) => key)).toEqual(['een', 'theme:rust']);
  const said = await windows.said();
  expect(said).toHaveLength(2);
  expect(said[0]).toEqual({ from: 'host', kind: 'hello' });
  expect(said[1]).toMatchObject({ from: 'host', kind: 'session', session: host.session });
  expect(device.running).toEqual(host.session);
  expect(await isThere(windows.data.id, 'host')).toBe(true);
});

test('tells and keeps every change, each with a higher number', async () => {
  const device = new Device();
  const host = windows.host(device);
  await windows.begin(host);
  const first = (await told())[0]!;
  toFilm(host);
  host.do('play');
  host.do('black');
  host.do('uncover');
  host.goTo(1);
  host.do('previous');
  host.choose({ size: 'largest', subtitles: [] });
  const messages = await told();
  expect(messages).toHaveLength(8);
  expect(messages.at(-1)!.session).toMatchObject({
    size: 'largest',
    subtitles: [],
    scene: { kind: 'question', item: 0 },
  });
  const numbers = [first, ...messages].map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(device.running).toEqual(host.session);
});

test('a quote comes up once one was heard', async () => {
  const host = windows.host();
  await windows.begin(host);
  toFilm(host);
  host.do('quote');
  expect(host.session!.cover).toBeUndefined();
  host.hear(reportOf(host, { time: 12 }));
  host.do('quote');
  expect(host.session!.cover).toEqual({ kind: 'quote', quote: 'stil' });
  host.do('quote');
  expect(host.session!.cover).toBeUndefined();
});

test('with one screen it speaks to nobody', async () => {
  const host = windows.host();
  await windows.begin(host, 'one');
  toFilm(host);
  host.hear(reportOf(host, { time: 3 }));
  expect([host.state, host.session!.film.time]).toEqual(['presenting', 3]);
  expect(await windows.said()).toEqual([]);
  expect(await isThere(windows.data.id, 'host')).toBe(true);
});

test('follows the film of the room without telling it, and keeps its place once a second', async () => {
  const device = new Device();
  const host = windows.host(device);
  await windows.begin(host);
  toFilm(host);
  await windows.said();
  const { times } = device;
  for (const time of [0.2, 0.5, 0.9, 1.1, 1.4, 2]) host.hear(reportOf(host, { time }));
  expect([host.session!.film.time, host.report!.time, device.times - times]).toEqual([2, 2, 2]);
  // What is said of an earlier order counts no more.
  host.hear(reportOf(host, { take: 0, time: 20 }));
  expect(host.session!.film.time).toBe(2);
  expect(await told()).toEqual([]);
});

test('a film that is said to be over twice counts once', async () => {
  const host = windows.host();
  await windows.begin(host);
  toFilm(host);
  const over = reportOf(host, { time: 23.96, playing: false, ended: true });
  host.hear(over);
  const { session } = host;
  expect(session!.scene).toEqual({ kind: 'question', item: 0, question: 0 });
  host.hear(over);
  expect(host.session).toEqual(session);
});

test('a room that is at another session is told this one once more', async () => {
  const host = windows.host();
  await windows.begin(host);
  toFilm(host);
  await windows.said();
  const { session } = host;
  windows.say(reportOf(host, { session: 'workshop-0', time: 9, ended: true }));
  await soon(() => windows.heard.at(-1)).toMatchObject({ kind: 'session', session });
  expect([host.session, host.report]).toEqual([session, undefined]);
});

test('what is new comes behind what is on; what is there already stays where it is', async () => {
  const { host, room } = await windows.pair();
  host.do('next');
  host.goToNew(drie);
  expect(host.session!.programme.items).toEqual([een, drie, rust]);
  expect(host.session!.scene).toEqual({ kind: 'card', item: 1 });
  await windows.follows(room, host);
  expect(room.agenda.map(({ key }) => key)).toEqual(['een', 'drie', 'theme:rust']);
  host.goToNew(een);
  expect(host.session!.programme.items).toEqual([een, drie, rust]);
  expect(host.session!.scene).toEqual({ kind: 'card', item: 0 });
});

test('what is kept of another release is made to fit', async () => {
  const host = windows.host();
  await windows.begin(host);
  const { session } = host;
  host.leave();
  await host.present({ ...session!, programme: { items: [nergens, een] }, scene: { kind: 'film', item: 0 } }, 'two');
  expect(host.session).toMatchObject({ programme: { items: [een] }, scene: { kind: 'card', item: 0 } });
});

test('at the end the room sees its last card, and nothing of it runs any more', async () => {
  const device = new Device();
  const { host, room } = await windows.pair(device);
  toFilm(host);
  const ended = host.end()!;
  expect(ended.scene).toEqual({ kind: 'end' });
  await soon(() => room.session).toEqual(ended);
  expect([host.state, host.session, host.paired, device.running]).toEqual(['idle', undefined, false, undefined]);
  await soon(() => isThere(windows.data.id, 'host')).toBe(false);
  expect(room.session).toEqual(ended);
});

test('one that was interrupted can be ended without going on with it', async () => {
  const device = new Device();
  const first = windows.host(device);
  await windows.begin(first);
  toFilm(first);
  const { session } = first;
  first.leave();
  await windows.said();
  const second = windows.host(device);
  expect(second.end()).toEqual(session);
  expect(device.running).toBeUndefined();
  expect(second.end()).toBeUndefined();
  expect(await windows.said()).toEqual([]);
});

test('who leaves is silent, gives the role up, and can begin again', async () => {
  const device = new Device();
  const { host, room } = await windows.pair(device);
  // As a button calls it.
  const { leave } = host;
  leave();
  await windows.said();
  const { times } = device;
  host.do('next');
  host.goTo(1);
  room.press('next');
  expect((await windows.said()).map(({ kind }) => kind)).toEqual(['press']);
  expect([host.state, host.session, host.paired, device.times]).toEqual(['idle', undefined, false, times]);
  await soon(() => isThere(windows.data.id, 'host')).toBe(false);
  await windows.begin(host);
  await windows.follows(room, host);
});

test('who leaves while it still asks for the role does not get it', async () => {
  const host = windows.host();
  const beginning = windows.begin(host);
  host.leave();
  await beginning;
  expect([host.state, host.session]).toEqual(['idle', undefined]);
  await soon(() => isThere(windows.data.id, 'host')).toBe(false);
  expect(await windows.said()).toEqual([]);
});

test('a second press on "begin" does not ask the host about this very window', async () => {
  const host = windows.host();
  await Promise.all([windows.begin(host), windows.begin(host)]);
  expect(host.state).toBe('presenting');
  expect(await told()).toHaveLength(1);
});

/** The clocks of a device, to be set; `pass` lets the host look at them, as it does every second. */
function clocks() {
  const now = { day: MORNING, run: 0 };
  const pass = (day: number, run = day) => {
    now.day += day * 1000;
    now.run += run * 1000;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { look: () => ({ ...now }), pass };
}
const HOUR = 3600;

test('a clock that is set and a laptop that sleeps do not move the talk, and all is kept by the clock as it is', async () => {
  const device = new Device();
  const { look, pass } = clocks();
  const host = windows.host(device, look);
  await windows.begin(host);
  toFilm(host);
  host.do('next');
  const talk = () => talkOf(host.session!, host.plan, 0, host.now);
  pass(60);
  expect(talk()).toBe(60);
  pass(1 - HOUR, 1);
  expect([talk(), host.now]).toEqual([61, look().day]);
  pass(30);
  expect(talk()).toBe(91);
  expect([device.running!.at, host.now - device.running!.begun]).toEqual([look().day, 91_000]);
  pass(1 + 2 * HOUR, 1);
  pass(8 * HOUR);
  expect(talk()).toBe(92);
  // A press that comes before the next look counts by the same clocks.
  pass(20, 20);
  host.do('next');
  host.do('next');
  expect(host.session!.records[0]!.talk).toBe(112);
});

test('device and room hear every twenty seconds that the host is there', async () => {
  const device = new Device();
  const { look, pass } = clocks();
  const host = windows.host(device, look);
  await windows.begin(host);
  await windows.said();
  pass(19);
  expect(await told()).toEqual([]);
  pass(1);
  expect((await told()).map(({ session }) => session.at)).toEqual([look().day]);
  expect(device.running!.at).toBe(look().day);
});

test('a host that comes after the clock was put back is heard by the room', async () => {
  const device = new Device();
  const { look, pass } = clocks();
  const first = windows.host(device, look);
  await windows.begin(first);
  const { room } = windows.room();
  await windows.follows(room, first);
  first.leave();
  pass(-HOUR, 1);
  const second = windows.host(device, look);
  await windows.begin(second);
  await windows.follows(room, second);
});
