/** Host and room in two windows of one browser. */
import { programmeFragment } from '../../src/programme/programme-link';
import { addressOf } from '../support/site';
import { edition, textOf } from '../support/shipped-edition';
import { SIZES, fits, windowOf } from './sizes';
import { LANGUAGE, filmOf, moves, t, textOfPart, type Stage } from './stage';
import { becomes, must, until } from './until';
import { KEYS, type Window } from './window';

const chapter = edition.data.chapters[1]!;
const programme = programmeFragment({ items: [{ kind: 'chapter', id: chapter.id, talk: 10 }], wished: 45 });
export const hostAddress = addressOf({ view: 'host', language: LANGUAGE }, programme);

const scene = (room: Window) =>
  room.run(() => document.querySelector<HTMLElement>('[data-part=room]')?.dataset['scene'] ?? null);

/** Presses "open the room window" and waits until the two have found each other. */
async function begin(host: Window): Promise<Window> {
  const room = await host.opened(() => host.press('button', t.programme.begin.two));
  await until('a host that knows its room', async () =>
    (await textOfPart(host, 'pairing'))?.includes(t.host.state.paired),
  );
  await becomes('what the room shows', 'welcome', () => scene(room));
  return room;
}

/** Seconds that the two may be apart, as they are asked one after the other. */
const APART = 0.6;

async function together(host: Window, room: Window, { note }: Stage): Promise<void> {
  let seen: readonly number[] = [];
  await until('films of host and room that go together', async () => {
    seen = [(await filmOf(host)).time, (await filmOf(room)).time];
    return Math.abs(seen[0]! - seen[1]!) < APART;
  }).catch((reason: Error) => {
    throw new Error(`${reason.message} They are at ${seen.join(' and ')}.`);
  });
  note(`films at ${seen.map((time) => time.toFixed(2)).join(' and ')}`);
}

/** In a window as small as a phone and in one as large as a desk; both windows are kept as pictures. */
export async function hostMovesRoom(stage: Stage): Promise<void> {
  for (const size of SIZES) {
    const host = await windowOf(stage, hostAddress, size);
    const room = await begin(host);
    try {
      // By key as a clicker does, and by pointer.
      await host.key(KEYS.PageDown);
      await becomes('what the room shows', 'card', () => scene(room));
      const { title } = textOf(LANGUAGE).words.chapters[chapter.id]!;
      must((await textOfPart(room, 'room'))?.includes(title) ?? false, `The room does not read "${title}".`);
      await host.press('[data-part=next]');
      await becomes('what the room shows', 'film', () => scene(room));
      await moves(room);
      await moves(host);
      await together(host, room, stage);
      await fits(host, 'host', size);
      await host.picture(stage.pictureFile(`host-${size.width}`));
      await room.picture(stage.pictureFile(`room-${size.width}`));
      await host.key('b');
      await until('a black room', () => room.run(() => document.querySelector('[data-part=black]') !== null));
      await becomes('whether the film of the room stands', true, async () => (await filmOf(room)).paused);
      await host.key('b');
      await moves(room);
      // What is pressed in the room is heard by the host.
      await room.key(KEYS.PageDown);
      await becomes('what the room shows', 'question', () => scene(room));
      // The next one begins with nothing kept.
      await host.run(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    } finally {
      await room.close();
      await host.close();
    }
  }
}
