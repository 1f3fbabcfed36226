/** The room's window: it shows the session that the host's window tells, plays the film of it, and reports. */
import { agendaOf, type AgendaItem } from '../programme/programme';
import type { Session } from '../programme/session';
import type { EditionData } from '../timeline/edition-data';
import type { Timeline } from '../timeline/timeline';
import { takeRole, waitForRole, whenGone, type Hold } from '../sync/presence';
import type { Command, Message, RoomReport } from '../sync/protocol';
import { openRoomChannel, type RoomChannel } from '../sync/room-channel';

interface Parts {
  readonly data: EditionData;
  readonly timeline: Timeline;
}

export class Room {
  #session = $state.raw<Session>();
  readonly agenda: readonly AgendaItem[] = $derived.by(() => {
    const { data, timeline } = this.#parts;
    return this.session ? agendaOf(this.session.programme, data, timeline) : [];
  });
  /** One window is the room: two would be heard at once. */
  #leads = $state(false);
  /** Another window is the room. */
  isElsewhere = $state(false);
  /** The host's window is not there: nobody hears what is pressed here. */
  isAlone = $state(false);
  #last: RoomReport | undefined;
  readonly #parts: Parts;
  #channel: RoomChannel | undefined;
  #stop: AbortController | undefined;
  #watchesHost = false;
  /** Of the host's message that was heard last. */
  #number = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get session(): Session | undefined {
    return this.#leads ? this.#session : undefined;
  }

  /** From now on in a browser. Returns how to stop. */
  open(): () => void {
    const stop = new AbortController();
    this.#stop = stop;
    const { id } = this.#parts.data;
    const channel = openRoomChannel(id, this.#hear);
    this.#channel = channel;
    void this.#lead(stop.signal);
    return () => {
      stop.abort();
      channel.close();
      this.#channel = undefined;
    };
  }

  press = (command: Command): void => {
    if (this.session) this.#channel?.send({ from: 'room', kind: 'press', session: this.session.id, command });
  };

  report = (report: Omit<RoomReport, 'from' | 'kind' | 'session'>): void => {
    if (!this.session) return;
    this.#last = { from: 'room', kind: 'report', session: this.session.id, ...report };
    this.#channel?.send(this.#last);
  };

  async #lead(signal: AbortSignal): Promise<void> {
    const { id } = this.#parts.data;
    const hold = (await takeRole(id, 'room')) ?? (await this.#waitElsewhere(signal));
    if (!hold) return;
    if (signal.aborted) return hold.release();
    signal.addEventListener('abort', () => {
      this.#leads = false;
      hold.release();
    });
    this.isElsewhere = false;
    this.#leads = true;
    this.#hello();
  }

  #waitElsewhere(signal: AbortSignal): Promise<Hold | undefined> {
    this.isElsewhere = true;
    return waitForRole(this.#parts.data.id, 'room', signal);
  }

  #hear = (message: Message): void => {
    if (message.from !== 'host') return;
    // A host that was loaded anew may have lost what the room still knows.
    if (message.kind === 'hello') {
      this.#hello();
      if (this.#last) this.#channel?.send(this.#last);
      return;
    }
    this.#watchHost();
    if (message.number <= this.#number) return;
    this.#number = message.number;
    this.#session = message.session;
  };

  #watchHost(): void {
    this.isAlone = false;
    if (this.#watchesHost || !this.#stop) return;
    this.#watchesHost = true;
    whenGone(
      this.#parts.data.id,
      'host',
      () => {
        this.#watchesHost = false;
        this.isAlone = true;
      },
      this.#stop.signal,
    );
  }

  #hello(): void {
    if (!this.#leads) return;
    this.#channel?.send({
      from: 'room',
      kind: 'hello',
      ...(this.#session && { session: this.#session, heard: this.#number }),
    });
  }
}
