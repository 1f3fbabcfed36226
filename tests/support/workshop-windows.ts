/** The windows of one workshop in one page: between them are the channels and locks that are between windows of a browser. */
import type { Programme } from '../../src/programme/programme';
import type { Session } from '../../src/programme/session';
import type { Message } from '../../src/sync/protocol';
import { openRoomChannel } from '../../src/sync/room-channel';
import { Host, type RunningStore, type Screens } from '../../src/workshop/host.svelte';
import { Room } from '../../src/workshop/room.svelte';
import type { Look } from '../../src/workshop/steady-clock';
import { data, een, MORNING, questionsOf, rust, timeline } from './small-workshop';
import { soon } from './soon';

/** What a device keeps. */
export class Device implements RunningStore {
  running: Session | undefined;
  /** How often something was kept. */
  times = 0;
  readonly past: Session[] = [];
  keepRunning(session: Session | undefined): void {
    this.running = session;
    this.times += 1;
  }
  end(session: Session): void {
    this.past.push(session);
    this.running = undefined;
  }
}

export class WorkshopWindows {
  /** Other tests run beside this one, on the same channels and locks. */
  readonly data = { ...data, id: crypto.randomUUID() };
  readonly heard: Message[] = [];
  readonly #stops: (() => void)[] = [];
  readonly #ear = openRoomChannel(this.data.id, (message) => this.heard.push(message));
  readonly #mouth = openRoomChannel(this.data.id, () => {});

  /** `look`: clocks of the device that are not its own. */
  host(store: RunningStore = new Device(), look?: () => Look): Host {
    const host = new Host({ data: this.data, timeline, questionsOf, store, ...(look && { look }) });
    this.#stops.push(host.leave);
    return host;
  }

  /** A window that shows the room; `stop` closes it. */
  room(): { room: Room; stop: () => void } {
    const room = new Room({ data: this.data, timeline });
    const stop = room.open();
    this.#stops.push(stop);
    return { room, stop };
  }

  begin(host: Host, screens: Screens = 'two', programme: Programme = { items: [een, rust] }): Promise<void> {
    return host.start(programme, screens, MORNING, { language: 'nl', subtitles: ['nl'], size: 'normal' });
  }

  /** A host that presents, and a room that follows it. */
  async pair(store: RunningStore = new Device()): Promise<{ host: Host; room: Room; stop: () => void }> {
    const host = this.host(store);
    await this.begin(host);
    const pair = { host, ...this.room() };
    await this.follows(pair.room, host);
    return pair;
  }

  async follows(room: Room, host: Host): Promise<void> {
    await soon(() => [room.session, host.paired]).toEqual([host.session, true]);
  }

  /** What a window says that is none of ours. */
  say(message: Message): void {
    this.#mouth.send(message);
  }

  /** What has been said since the last time, by all but `say`; what was said before is heard before. */
  async said(): Promise<Message[]> {
    const mark: Message = { from: 'room', kind: 'press', session: crypto.randomUUID(), command: 'black' };
    this.say(mark);
    await soon(() => this.heard.at(-1)).toEqual(mark);
    return this.heard.splice(0).slice(0, -1);
  }

  close(): void {
    for (const stop of this.#stops.toReversed()) stop();
    this.#ear.close();
    this.#mouth.close();
  }
}
