/** How a workshop stands against its plan, in seconds. */
import type { AgendaItem } from './programme';
import { itemOf } from './scenes';
import { recordOf, seenUntil, talkOf, type Plan, type Session } from './session';

export interface TimePlan {
  /** Of the item that is on; nothing before the first and after the last. */
  readonly talk?: { readonly gone: number; readonly planned: number };
  readonly filmLeft?: number;
  /** Since the beginning. */
  readonly gone: number;
  /** What the whole may take: as the host wished, else as the programme adds up. */
  readonly whole: number;
  /** How much longer than that it will take if everything else goes as planned; below 0 there is time to spare. */
  readonly over: number;
}

/** `time` is where the room's film is. */
export function timePlan(session: Session, plan: Plan, now: number, time: number): TimePlan {
  const { agenda } = plan;
  const gone = Math.max(0, now - session.begun) / 1000;
  const { wished } = session.programme;
  const whole = wished === undefined ? sum(agenda, ({ length, item }) => length + item.talk * 60) : wished * 60;
  const current = itemOf(session.scene);
  // What the host has passed over doesn't come any more; what comes may have been on already.
  const first = session.scene.kind === 'welcome' ? 0 : (current ?? agenda.length - 1) + 1;
  const toCome = sum(agenda, (entry, index) =>
    index < first ? 0 : filmToCome(session, plan, entry, index) + talkToCome(session, plan, index, now),
  );
  const entry = current === undefined ? undefined : agenda[current];
  if (current === undefined || !entry) return { gone, whole, over: gone + toCome - whole };

  const filmLeft = filmLeftOf(session, plan, entry, current, time);
  const talk = { gone: talkOf(session, plan, current, now), planned: entry.item.talk * 60 };
  const over = gone + filmLeft + talkToCome(session, plan, current, now) + toCome - whole;
  return { talk, filmLeft, gone, whole, over };
}

/** Of the item that is on. */
function filmLeftOf(session: Session, plan: Plan, entry: AgendaItem, item: number, time: number): number {
  const { kind } = session.scene;
  const record = recordOf(session, plan, item);
  if (kind === 'question') return 0;
  if (kind === 'film') return record?.ended ? 0 : entry.length - seenUntil(entry, time);
  // From its card a film that is over begins anew.
  return !record || record.ended ? entry.length : entry.length - seenUntil(entry, record.place);
}

/** Of an item that comes later; what has been on to its end is not shown twice. */
function filmToCome(session: Session, plan: Plan, entry: AgendaItem, item: number): number {
  const record = recordOf(session, plan, item);
  if (!record) return entry.length;
  return record.ended ? 0 : entry.length - seenUntil(entry, record.place);
}

const talkToCome = (session: Session, plan: Plan, item: number, now: number): number =>
  Math.max(0, plan.agenda[item]!.item.talk * 60 - talkOf(session, plan, item, now));

const sum = (agenda: readonly AgendaItem[], of: (entry: AgendaItem, index: number) => number): number =>
  agenda.reduce((all, entry, index) => all + of(entry, index), 0);
