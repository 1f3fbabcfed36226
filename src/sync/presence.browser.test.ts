/** Real locks of the browser; another window is a frame, which is closed by taking it away. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canPair, isThere, stealRole, takeRole, waitForRole, whenGone, type Hold } from './presence';
import { soon } from '../../tests/support/soon';

let edition: string;
let holds: Hold[];
let closing: AbortController;
beforeEach(() => {
  edition = crypto.randomUUID();
  holds = [];
  closing = new AbortController();
});
afterEach(() => {
  closing.abort();
  for (const hold of holds) hold.release();
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
});

/** A role that has to be got. */
async function got(taking: Promise<Hold | undefined>): Promise<Hold> {
  const hold = await taking;
  expect(hold).toBeDefined();
  holds.push(hold!);
  return hold!;
}
const nameOf = (role: string) => `dichterbij:${edition}:${role}`;
async function waiting(): Promise<number> {
  const { pending = [] } = await navigator.locks.query();
  return pending.filter(({ name }) => name === nameOf('host')).length;
}
/** A window of its own that has the role of the host. */
async function otherWindow(): Promise<HTMLIFrameElement> {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const { locks } = frame.contentWindow!.navigator;
  void locks.request(nameOf('host'), () => new Promise(() => {})).catch(() => {});
  await soon(() => isThere(edition, 'host')).toBe(true);
  return frame;
}

test('this browser can pair two windows', () => expect(canPair()).toBe(true));

test('who takes a role is there until it is given up', async () => {
  expect(await isThere(edition, 'host')).toBe(false);
  const hold = await got(takeRole(edition, 'host'));
  expect(await isThere(edition, 'host')).toBe(true);
  expect(await isThere(edition, 'room')).toBe(false);
  expect(await isThere(`${edition}-2`, 'host')).toBe(false);
  hold.release();
  await soon(() => isThere(edition, 'host')).toBe(false);
});

test('a role that another window keeps is not had; another role is, and that of another film', async () => {
  await got(takeRole(edition, 'host'));
  await got(takeRole(edition, 'room'));
  await got(takeRole(`${edition}-2`, 'host'));
  expect(await takeRole(edition, 'host')).toBeUndefined();
  expect(await waiting()).toBe(0);
});

test('a role that lingers shortly after a reload is had all the same', async () => {
  const past = await otherWindow();
  const taking = takeRole(edition, 'host');
  await soon(waiting).toBe(1);
  past.remove();
  await got(taking);
});

test('who waits has the role once nobody else has it, one after the other', async () => {
  const first = await got(takeRole(edition, 'host'));
  const waits = [1, 2].map(() => waitForRole(edition, 'host', closing.signal));
  await soon(waiting).toBe(2);
  first.release();
  const second = await got(waits[0]!);
  expect(await waiting()).toBe(1);
  second.release();
  await got(waits[1]!);
});

test('who stops waiting gets nothing, and stands in nobody’s way', async () => {
  const first = await got(takeRole(edition, 'host'));
  const wait = waitForRole(edition, 'host', closing.signal);
  await soon(waiting).toBe(1);
  closing.abort();
  expect(await wait).toBeUndefined();
  expect(await waitForRole(edition, 'host', closing.signal)).toBeUndefined();
  first.release();
  await got(takeRole(edition, 'host'));
});

test('a role that is taken away is told to who had it, before any who wait', async () => {
  const first = await got(takeRole(edition, 'host'));
  let lost = false;
  void first.lost.then(() => (lost = true));
  const wait = waitForRole(edition, 'host', closing.signal);
  await soon(waiting).toBe(1);
  const second = await got(stealRole(edition, 'host'));
  await soon(() => lost).toBe(true);
  expect(await waiting()).toBe(1);
  // The loser has nothing more to give up.
  first.release();
  expect(await isThere(edition, 'host')).toBe(true);
  second.release();
  await got(wait);
});

test('a role that nobody has can be taken away too, and one that is given up is not lost', async () => {
  const first = await got(stealRole(edition, 'host'));
  let lost = false;
  void first.lost.then(() => (lost = true));
  first.release();
  await soon(() => isThere(edition, 'host')).toBe(false);
  await got(stealRole(edition, 'host'));
  expect(lost).toBe(false);
});

test('a window that is closed is gone, and that is told once', async () => {
  const other = await otherWindow();
  let told = 0;
  whenGone(edition, 'host', () => (told += 1), closing.signal);
  await soon(waiting).toBe(1);
  expect(told).toBe(0);
  other.remove();
  await soon(() => told).toBe(1);
  // Who looks does not take the role.
  await got(takeRole(edition, 'host'));
  expect(told).toBe(1);
});

test('who no longer looks is not told', async () => {
  const hold = await got(takeRole(edition, 'host'));
  let told = 0;
  whenGone(edition, 'host', () => (told += 1), closing.signal);
  await soon(waiting).toBe(1);
  closing.abort();
  await soon(waiting).toBe(0);
  hold.release();
  await got(takeRole(edition, 'host'));
  expect(told).toBe(0);
});
