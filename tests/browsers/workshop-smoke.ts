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

/** Opens host and room in windows of this size, and closes them when `task` is done; nothing of the workshop is kept. */
async function inWorkshop(
  stage: Stage,
  size: (typeof SIZES)[number],
  task: (host: Window, room: Window) => Promise<void>,
): Promise<void> {
  const host = await windowOf(stage, hostAddress, size);
  try {
    const room = await begin(host);
    await task(host, room).finally(() => room.close());
  } finally {
    await host.run(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await host.close();
  }
}

const isBlack = (room: Window) => room.run(() => document.querySelector('[data-part=black]') !== null);

/** By key as a clicker does, by pointer, and from the room; in a window as small as a phone and in one as large as a desk. */
export async function hostMovesRoom(stage: Stage): Promise<void> {
  const { title } = textOf(LANGUAGE).words.chapters[chapter.id]!;
  for (const size of SIZES)
    await inWorkshop(stage, size, async (host, room) => {
      await host.press('[data-part=next]');
      await becomes('what the room shows', 'card', () => scene(room));
      must((await textOfPart(room, 'room'))?.includes(title) ?? false, `The room does not read "${title}".`);
      await fits(host, 'host', size);
      await host.picture(stage.pictureFile(`host-${size.width}`));
      await room.picture(stage.pictureFile(`room-${size.width}`));
      await host.key('b');
      await becomes('whether the room is black', true, () => isBlack(room));
      await host.key('b');
      await becomes('whether the room is black', false, () => isBlack(room));
      await host.key(KEYS.PageUp);
      await becomes('what the room shows', 'welcome', () => scene(room));
      await room.key(KEYS.PageDown);
      await becomes('what the room shows', 'card', () => scene(room));
    });
}

/** The film of the room plays, that of the host goes with it, and both stand under a black screen. */
export async function filmsGoTogether(stage: Stage): Promise<void> {
  await inWorkshop(stage, SIZES[1], async (host, room) => {
    await host.key(KEYS.PageDown);
    await becomes('what the room shows', 'card', () => scene(room));
    await host.key(KEYS.PageDown);
    await becomes('what the room shows', 'film', () => scene(room));
    await moves(room);
    await moves(host);
    await together(host, room, stage);
    await host.picture(stage.pictureFile('host-film'));
    await room.picture(stage.pictureFile('room-film'));
    await host.key('b');
    await becomes('whether the film of the room stands', true, async () => (await filmOf(room)).paused);
    await host.key('b');
    await moves(room);
    await room.key(KEYS.PageDown);
    await becomes('what the room shows', 'question', () => scene(room));
  });
}
