/** What is kept of a workshop that is over: what was shown, and how long people talked. No words that anybody said, no names. */
import { decodeKey, decodeMilliseconds, decodeSeconds, decodeSessionId } from './decode-session';
import { fields, list, safely, whole, type Decoder } from './decoders';
import { itemKey, MOST_ITEMS, MOST_TALK } from './programme';
import { talkOf, type Plan, type Session } from './session';

export interface PastItem {
  readonly key: string;
  /** When it first came up: milliseconds since 1970, as `begun` and `ended` are. */
  readonly at: number;
  /** Seconds of its film that the room has seen. */
  readonly seen: number;
  /** Seconds of talk. */
  readonly talk: number;
  /** Minutes of talk that were planned. */
  readonly planned: number;
}

export interface PastWorkshop {
  readonly id: string;
  readonly begun: number;
  readonly ended: number;
  /** The name its programme is kept under, where it has one. */
  readonly programme?: string;
  /** In the order in which they came up; what was only passed by is not among them. */
  readonly items: readonly PastItem[];
}

/** Signs of a programme's name. */
export const LONGEST_NAME = 60;

/** A name as it is kept: one line, no signs that can't be seen; undefined when nothing is left. */
export function nameOf(text: string): string | undefined {
  const name = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...name].slice(0, LONGEST_NAME).join('').trim();
  return short === '' ? undefined : short;
}

export function pastOf(session: Session, plan: Plan, now: number, programme?: string): PastWorkshop {
  const planned = new Map(session.programme.items.map((item) => [itemKey(item), item.talk]));
  const places = new Map(plan.agenda.map((entry, index) => [entry.key, index]));
  const items = session.records
    .map(({ key: itsKey, at, seen, talk }): PastItem => {
      const index = places.get(itsKey);
      return {
        key: itsKey,
        at,
        seen: Math.round(seen),
        talk: Math.round(index === undefined ? talk : talkOf(session, plan, index, now)),
        planned: planned.get(itsKey) ?? 0,
      };
    })
    .filter(({ seen, talk }) => seen > 0 || talk > 0)
    .sort((one, other) => one.at - other.at);
  return {
    id: session.id,
    begun: session.begun,
    ended: Math.max(session.begun, now),
    ...(programme !== undefined && { programme }),
    items,
  };
}

const decodeTalk = whole(0, MOST_TALK);

const decodeItem: Decoder<PastItem> = (value) => {
  const given = fields(value);
  const item = {
    key: decodeKey(given?.['key']),
    at: decodeMilliseconds(given?.['at']),
    seen: decodeSeconds(given?.['seen']),
    talk: decodeSeconds(given?.['talk']),
    planned: decodeTalk(given?.['planned']),
  };
  return Object.values(item).includes(undefined) ? undefined : (item as PastItem);
};

const decodeItems = list(MOST_ITEMS, decodeItem);

export const decodePast: Decoder<PastWorkshop> = safely((value) => {
  const given = fields(value);
  const past = {
    id: decodeSessionId(given?.['id']),
    begun: decodeMilliseconds(given?.['begun']),
    ended: decodeMilliseconds(given?.['ended']),
    items: decodeItems(given?.['items']),
  };
  if (Object.values(past).includes(undefined)) return undefined;
  const name = given?.['programme'];
  const programme = typeof name === 'string' ? nameOf(name) : undefined;
  return { ...(past as PastWorkshop), ...(programme !== undefined && { programme }) };
});
