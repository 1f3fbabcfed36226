import { afterEach, expect, test } from 'vitest';
import { PROTOCOL_VERSION, type Message } from './protocol';
import { openRoomChannel, type RoomChannel } from './room-channel';
import { soon } from '../../tests/support/soon';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const HELLO: Message = { from: 'host', kind: 'hello' };
const PRESS: Message = { from: 'room', kind: 'press', session: 'workshop-1', command: 'next' };

function channel(edition: string): RoomChannel & { heard: Message[] } {
  const heard: Message[] = [];
  const opened = { ...openRoomChannel(edition, (message) => heard.push(message)), heard };
  open.push(opened);
  return opened;
}

test('every other window of the film hears what one says, and it does not hear itself', async () => {
  const edition = crypto.randomUUID();
  const [host, room, third, otherFilm] = [
    channel(edition),
    channel(edition),
    channel(edition),
    channel(`${edition}-2`),
  ];
  host.send(HELLO);
  room.send(PRESS);
  await soon(() => [host.heard, room.heard, third.heard]).toEqual([[PRESS], [HELLO], [HELLO, PRESS]]);
  expect(otherFilm.heard).toEqual([]);
});

test('what does not follow the protocol is not heard', async () => {
  const edition = crypto.randomUUID();
  const room = channel(edition);
  const stranger = new BroadcastChannel(`dichterbij:${edition}:workshop`);
  open.push(stranger);
  const messages = [
    null,
    'hello',
    HELLO,
    { ...HELLO, dichterbij: PROTOCOL_VERSION + 1 },
    { ...PRESS, dichterbij: PROTOCOL_VERSION, command: 'eval' },
    { ...HELLO, dichterbij: PROTOCOL_VERSION, extra: 1 },
  ];
  for (const message of messages) stranger.postMessage(message);
  await soon(() => room.heard).toEqual([HELLO]);
});

test('who has closed it hears nothing more; what was said just before arrives', async () => {
  const edition = crypto.randomUUID();
  const [host, room, third] = [channel(edition), channel(edition), channel(edition)];
  room.close();
  host.send(HELLO);
  host.close();
  await soon(() => third.heard).toEqual([HELLO]);
  expect(room.heard).toEqual([]);
});
