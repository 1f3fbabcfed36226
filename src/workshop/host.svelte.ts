/**
 * The host's window: it owns the session, changes it on the host's word, and tells it to the room whole at every change. What the room
 * reports of its film comes back here. With one screen the room is this very window.
 */
import { createContext } from 'svelte';
import { agendaOf, type Programme, type ProgrammeItem } from '../programme/programme';
import {
  addAfterCurrent,
  begin,
  clockSet,
  filmAt,
  filmEnded,
  finish,
  goToItem,
  leftOut,
  next,
  planOf,
  previous,
  toggleBlack,
  togglePlay,
  toggleQuote,
  uncover,
  type Plan,
  type RoomSize,
  type Session,
} from '../programme/session';
import { lastQuote } from '../programme/last-quote';
import { fitSession, fitWords } from '../programme/fit-session';
import type { EditionData } from '../timeline/edition-data';
import type { Timeline } from '../timeline/timeline';
import { isThere, stealRole, takeRole, whenGone, type Hold } from '../sync/presence';
import type { Command, Message, RoomReport } from '../sync/protocol';
import { openRoomChannel, type RoomChannel } from '../sync/room-channel';
import { lookAtClocks, passed, type Look } from './steady-clock';

/** One screen shows all to everybody; with two, the room has a window of its own. */
export type Screens = 'one' | 'two';

/** What the device keeps of a workshop that goes on, so that a window that is loaded anew goes on with it. */
export interface RunningStore {
  readonly running: Session | undefined;
  keepRunning(session: Session | undefined): void;
  /** Keeps the record of one that is over. */
  end(session: Session, plan: Plan, now: number): void;
}

/** `asked`: another window presents already, and the host has to say whether this one takes over. `lost`: another has taken over. */
export type HostState = 'idle' | 'asked' | 'presenting' | 'lost';

interface Parts {
  readonly data: EditionData;
  readonly timeline: Timeline;
  /** How many questions an item has in the edition. */
  readonly questionsOf: (item: ProgrammeItem) => number;
  readonly store: RunningStore;
  /** How it looks at the clocks of the device; tests give clocks that are set and computers that sleep. */
  readonly look?: () => Look;
}

/** Milliseconds in which a room that is there answers. */
const ANSWER = 500;
/** Milliseconds between two looks at the clock, and after which device and room are told again that the host is there. */
const SECOND = 1000;
const OFTEN = 20_000;
const NOTHING: Programme = { items: [] };

/** `crypto.randomUUID` is for secure pages only; a workshop on one screen works on any. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export class Host {
  state = $state<HostState>('idle');
  screens = $state<Screens>('two');
  /** True while a room's window is open. */
  paired = $state(false);
  report = $state.raw<RoomReport>();
  /** The time of day, by the second (milliseconds since 1970): what the moments of the session are held against. */
  now = $state(0);
  #looked: Look;
  #session = $state.raw<Session>();
  /** The same object for as long as the programme is: the film's time, which changes all the while, makes no new plan. */
  readonly #programme = $derived(this.#session?.programme ?? NOTHING);
  readonly plan: Plan = $derived.by(() => this.#planOf(this.#programme));
  readonly #parts: Parts;
  #channel: RoomChannel | undefined;
  #hold: Hold | undefined;
  #ended = new AbortController();
  /** What was asked for while another window presents. */
  #waiting: Session | undefined;
  /** Counts what was asked for: whoever leaves, or asks again, no longer wants what comes of the earlier one. */
  #asks = 0;
  #watchesRoom = false;
  /** Of messages; a later host begins higher than an earlier one. */
  #number = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#looked = this.#readClocks();
    this.now = this.#looked.day;
  }

  get session(): Session | undefined {
    return this.#session;
  }
  get kept(): Session | undefined {
    return this.#parts.store.running;
  }

  /** Begins a workshop; `now` is the time of day. */
  async start(
    programme: Programme,
    screens: Screens,
    now: number,
    usual: Pick<Session, 'language' | 'subtitles' | 'size'>,
  ) {
    await this.present(begin({ id: newId(), programme, now, ...usual }), screens);
  }

  /** Presents a session, a new one or one that was interrupted. */
  async present(session: Session, screens: Screens): Promise<void> {
    this.screens = screens;
    const ask = (this.#asks += 1);
    const hold = await takeRole(this.#parts.data.id, 'host');
    if (ask !== this.#asks) return hold?.release();
    if (hold) return this.#own(session, hold);
    this.#waiting = session;
    this.state = 'asked';
  }

  /** The host has said yes: this window presents, with the workshop as it stands. */
  takeOver = async (): Promise<void> => {
    const wanted = this.#waiting ?? this.#session;
    if (!wanted) return;
    const ask = (this.#asks += 1);
    const hold = await stealRole(this.#parts.data.id, 'host');
    if (ask !== this.#asks) return hold.release();
    // The other window has gone on with it while the host was asked.
    this.#own(this.kept?.id === wanted.id ? this.kept : wanted, hold);
  };

  /** Back to where nothing is presented here. */
  leave = (): void => {
    this.#asks += 1;
    this.#waiting = undefined;
    this.#close();
    this.#session = undefined;
    this.state = 'idle';
  };

  planFor = (session: Session): Plan => this.#planOf(session.programme);

  /** Ends the workshop: the room sees its last card. Gives the record of it, also of one that was kept and is not gone on with. */
  end(): Session | undefined {
    const now = this.#look();
    const presented = this.#presented;
    if (presented) this.#change(finish(presented, this.plan, now));
    const session = this.#session ?? this.kept;
    this.#parts.store.keepRunning(undefined);
    this.leave();
    return session;
  }

  /** A workshop that was on when this window went away: from the device, or from a room that has gone on without its host. */
  async findInterrupted(): Promise<Session | undefined> {
    const { id } = this.#parts.data;
    if (await isThere(id, 'host')) return undefined;
    if (!(await isThere(id, 'room'))) return undefined;
    // A room that stands there for another workshop, or for one that is over, is no reason to go on with this one.
    const shown = await this.#askRoom();
    if (!shown || shown.over) return undefined;
    return this.kept?.id === shown.id ? this.kept : shown;
  }

  do = (command: Command): void => {
    const now = this.#look();
    const session = this.#presented;
    if (!session) return;
    switch (command) {
      case 'next':
        return this.#change(next(session, this.plan, now));
      case 'previous':
        return this.#change(previous(session, this.plan, now));
      case 'play':
        return this.#change(togglePlay(session, this.plan));
      case 'black':
        return this.#change(toggleBlack(session));
      case 'uncover':
        return this.#change(uncover(session));
      case 'quote': {
        const quote = lastQuote(session, this.plan);
        return quote && this.#change(toggleQuote(session, quote.quote.id));
      }
    }
  };

  goTo = (item: number): void => {
    const now = this.#look();
    if (this.#presented) this.#change(goToItem(this.#presented, this.plan, item, now));
  };

  /** Goes to something that may not be in the programme yet. */
  goToNew = (item: ProgrammeItem): void => {
    const now = this.#look();
    if (!this.#presented) return;
    const { session, index } = addAfterCurrent(this.#presented, item);
    if (index >= 0) this.#change(goToItem(session, this.#planOf(session.programme), index, now));
  };

  choose = (choice: Partial<{ language: string; subtitles: readonly string[]; size: RoomSize }>): void => {
    if (this.#presented) this.#change({ ...this.#presented, ...choice });
  };

  /** From the room, be it another window or this one. */
  hear = (report: RoomReport): void => {
    const now = this.#look();
    const session = this.#presented;
    if (!session) return;
    if (report.session !== session.id) return this.#tell();
    // Of a film that the host has left.
    if (report.take !== session.film.take) return;
    this.report = report;
    const moved = filmAt(session, this.plan, report.take, report.time);
    const after = report.ended ? filmEnded(moved, this.plan, report.take, now) : moved;
    if (after !== moved) return this.#change(after);
    // The room knows where its film is; it needn't be told.
    const isNewSecond = Math.floor(moved.film.time) !== Math.floor(session.film.time);
    this.#session = moved;
    if (isNewSecond) this.#keep();
  };

  /** The session, while it is this window's to change. */
  get #presented(): Session | undefined {
    return this.state === 'presenting' ? this.#session : undefined;
  }

  #planOf(programme: Programme): Plan {
    const { data, timeline, questionsOf } = this.#parts;
    return planOf(agendaOf(programme, data, timeline), ({ item }) => questionsOf(item));
  }

  #own(given: Session, hold: Hold): void {
    // One that was kept by another release may name what this edition no longer has.
    const session = fitWords(fitSession(given, this.#planOf(given.programme)), this.#parts.data);
    const before = this.kept;
    const now = this.#look();
    if (before && before.id !== session.id) this.#parts.store.end(before, this.#planOf(before.programme), now);
    this.#close();
    this.#waiting = undefined;
    this.#hold = hold;
    this.#ended = new AbortController();
    this.#number = now * 1000;
    this.#session = session;
    this.state = 'presenting';
    void hold.lost.then(() => {
      if (this.#hold !== hold) return;
      this.#close();
      this.state = 'lost';
    });
    if (this.screens === 'two') {
      this.#channel = openRoomChannel(this.#parts.data.id, this.#hearMessage);
      this.#channel.send({ from: 'host', kind: 'hello' });
    }
    const { signal } = this.#ended;
    const timer = setInterval(this.#beat, SECOND);
    signal.addEventListener('abort', () => clearInterval(timer));
    // A hidden window looks once a minute; whoever comes back to it sees the right time at once.
    document.addEventListener('visibilitychange', this.#beat, { signal });
    this.#change(session);
  }

  /** Looks at the clocks. What they say that is no time of the workshop is taken out of it before anybody reads it. */
  #look(): number {
    const look = this.#readClocks();
    const { set, away } = passed(this.#looked, look);
    this.#looked = look;
    this.now = look.day;
    if (this.#session && (set !== 0 || away !== 0)) this.#session = leftOut(clockSet(this.#session, set), away);
    return look.day;
  }

  #readClocks(): Look {
    return (this.#parts.look ?? lookAtClocks)();
  }

  #beat = (): void => {
    const now = this.#look();
    const { at } = this.#session ?? { at: now };
    if (now - at >= OFTEN) this.#change(this.#session!);
  };

  #keep(): void {
    if (!this.#session) return;
    this.#session = { ...this.#session, at: this.#look() };
    this.#parts.store.keepRunning(this.#session);
  }

  #hearMessage = (message: Message): void => {
    if (message.from !== 'room') return;
    if (message.kind === 'hello') {
      this.paired = true;
      // An earlier host may have counted by a clock that has been put back since.
      this.#number = Math.max(this.#number, message.heard ?? 0);
      this.#tell();
      this.#watchRoom();
    } else if (message.kind === 'report') {
      this.hear(message);
    } else if (message.session === this.#session?.id) {
      this.do(message.command);
    }
  };

  #watchRoom(): void {
    if (this.#watchesRoom) return;
    this.#watchesRoom = true;
    const { signal } = this.#ended;
    signal.addEventListener('abort', () => (this.#watchesRoom = false));
    whenGone(
      this.#parts.data.id,
      'room',
      () => {
        this.#watchesRoom = false;
        this.paired = false;
        this.report = undefined;
      },
      signal,
    );
  }

  #askRoom(): Promise<Session | undefined> {
    return new Promise((resolve) => {
      const done = (session?: Session) => {
        clearTimeout(timer);
        channel.close();
        resolve(session);
      };
      const timer = setTimeout(done, ANSWER);
      const channel = openRoomChannel(this.#parts.data.id, (message) => {
        if (message.from === 'room' && message.kind === 'hello' && message.session) done(message.session);
      });
      channel.send({ from: 'host', kind: 'hello' });
    });
  }

  #change(session: Session): void {
    this.#session = session;
    this.#keep();
    this.#tell();
  }

  #tell(): void {
    if (!this.#session || !this.#channel) return;
    this.#number += 1;
    this.#channel.send({ from: 'host', kind: 'session', number: this.#number, session: this.#session });
  }

  #close(): void {
    this.#ended.abort();
    this.#channel?.close();
    this.#channel = undefined;
    this.#hold?.release();
    this.#hold = undefined;
    this.paired = false;
    this.report = undefined;
  }
}

export const [getHost, setHost] = createContext<Host>();
