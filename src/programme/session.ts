/**
 * A workshop that goes on: one record that says all of it. The host's window owns it and changes it by the functions below; every
 * other window gets it whole. Moments of the day are milliseconds since 1970, moments of the film seconds.
 */
import { wholeMilliseconds } from '../timeline/clock-time';
import { itemKey, MOST_ITEMS, type AgendaItem, type Programme, type ProgrammeItem } from './programme';
import { isSameScene, itemOf, scenesOf, type QuestionCount, type Scene } from './scenes';

/** A day: no film and no talk is longer. */
export const MOST_SECONDS = 86_400;
/** Seconds that a film may be said to stand beside its item: media are not exact. */
const EDGE = 0.5;
/** Seconds before the end at which the last frame is shown for sure. */
const LAST_FRAME = 0.04;

/** How large the subtitles and cards of the room are. */
export const ROOM_SIZES = ['normal', 'large', 'largest'] as const;
export type RoomSize = (typeof ROOM_SIZES)[number];

/** What lies over the scene; the film stands still below it. */
export type Cover = { readonly kind: 'black' } | { readonly kind: 'quote'; readonly quote: string };

/** What the film of the room has to do. */
export interface FilmOrder {
  /** A higher number is a new order to go to `time`; with the same number the film is only played or paused. */
  readonly take: number;
  /** Seconds; follows the room's film, so that whoever joins later begins there. */
  readonly time: number;
  readonly playing: boolean;
}

export interface ItemRecord {
  readonly key: string;
  /** When it first came up. */
  readonly at: number;
  /** Where its film was left. */
  readonly place: number;
  /** Seconds of its film that the room has seen. */
  readonly seen: number;
  readonly ended: boolean;
  /** Seconds of talk, as far as they are over. */
  readonly talk: number;
}

export interface Session {
  readonly id: string;
  readonly programme: Programme;
  readonly begun: number;
  readonly scene: Scene;
  readonly cover?: Cover;
  readonly film: FilmOrder;
  /** Of cards and questions. */
  readonly language: string;
  /** Languages of the room's subtitles, the main one first; none is off. */
  readonly subtitles: readonly string[];
  readonly size: RoomSize;
  /** Since when the talk counts that goes on now. */
  readonly talkingSince?: number;
  readonly records: readonly ItemRecord[];
  /** When the host's window was last there. */
  readonly at: number;
  /** The host has closed it: nobody goes on with it. */
  readonly over?: true;
}

/** What the steps are made from. */
export interface Plan {
  readonly agenda: readonly AgendaItem[];
  readonly scenes: readonly Scene[];
}

export function planOf(agenda: readonly AgendaItem[], questionsOf: QuestionCount): Plan {
  return { agenda, scenes: scenesOf(agenda, questionsOf) };
}

interface Beginning extends Pick<Session, 'id' | 'programme' | 'language' | 'subtitles' | 'size'> {
  readonly now: number;
}

export function begin({ now, ...given }: Beginning): Session {
  return {
    ...given,
    begun: now,
    at: now,
    scene: { kind: 'welcome' },
    film: { take: 0, time: 0, playing: false },
    records: [],
  };
}

/** True when the room's film has to run now. */
export const filmRuns = ({ scene, film, cover }: Session): boolean =>
  scene.kind === 'film' && film.playing && cover === undefined;

/** The next step; what lies over the scene is only taken away, so that a press too many loses nothing. */
export function next(session: Session, plan: Plan, now: number): Session {
  if (session.cover) return uncover(session);
  const scene = plan.scenes[indexOf(session, plan) + 1];
  return scene ? orderFilm(enter(session, scene, plan, now), plan, true) : session;
}

export function previous(session: Session, plan: Plan, now: number): Session {
  if (session.cover) return uncover(session);
  const scene = plan.scenes[indexOf(session, plan) - 1];
  if (!scene) return session;
  const entered = enter(session, scene, plan, now);
  // Back from the questions: a film that was cut short goes on, one that is over stays on its last frame.
  const isOver = scene.kind === 'film' && recordOf(entered, plan, scene.item)?.ended === true;
  return orderFilm(entered, plan, !isOver);
}

/** Goes to the card of an item; its film begins from the start. */
export function goToItem(session: Session, plan: Plan, item: number, now: number): Session {
  const entry = plan.agenda[item];
  if (!entry) return session;
  const forgotten = session.records.map((record) =>
    record.key === entry.key ? { ...record, place: entry.ranges[0]!.start, ended: false } : record,
  );
  return enter({ ...uncover(session), records: forgotten }, { kind: 'card', item }, plan, now);
}

/** The workshop is over, wherever it stands. */
export function finish(session: Session, plan: Plan, now: number): Session {
  return { ...enter(uncover(session), { kind: 'end' }, plan, now), over: true };
}

/** Milliseconds that a window needs at most to come back by itself: after more, nobody was there. */
export const BREAK = 120_000;

/**
 * Goes on with one that was interrupted: the time in between was no talk, and the film waits until somebody plays it. One that was kept
 * later than now was kept by a clock that has been put back since; how long nobody was there is then not known.
 */
export function takeUp(session: Session, now: number): Session {
  const gap = now - session.at;
  if (gap < 0) return clockSet(session, gap);
  if (gap < BREAK) return session;
  return { ...leftOut(session, gap), film: { ...session.film, playing: false }, at: now };
}

/** The last `gap` milliseconds were no time of the workshop. */
export function leftOut(session: Session, gap: number): Session {
  const { talkingSince } = session;
  return {
    ...session,
    begun: session.begun + gap,
    ...(talkingSince !== undefined && { talkingSince: talkingSince + gap }),
  };
}

/** The clock of the day was set by so many milliseconds: all moments go along, so that what lies between them stays as it was. */
export function clockSet(session: Session, by: number): Session {
  const { talkingSince } = session;
  // There is nothing before 1970, where a clock without a battery begins.
  const moved = (moment: number) => Math.max(0, moment + by);
  return {
    ...session,
    begun: moved(session.begun),
    at: moved(session.at),
    records: session.records.map((record) => ({ ...record, at: moved(record.at) })),
    ...(talkingSince !== undefined && { talkingSince: moved(talkingSince) }),
  };
}

/**
 * Takes an item into the programme behind the one that is on; one that is in it already stays where it is. `index` is its place, or -1
 * where the programme is full.
 */
export function addAfterCurrent(session: Session, item: ProgrammeItem): { session: Session; index: number } {
  const { items } = session.programme;
  const known = items.findIndex((each) => itemKey(each) === itemKey(item));
  if (known >= 0) return { session, index: known };
  if (items.length >= MOST_ITEMS) return { session, index: -1 };
  const current = itemOf(session.scene) ?? (session.scene.kind === 'end' ? items.length - 1 : -1);
  const programme = { ...session.programme, items: items.toSpliced(current + 1, 0, item) };
  return { session: { ...session, programme }, index: current + 1 };
}

export function toggleBlack(session: Session): Session {
  return session.cover?.kind === 'black' ? uncover(session) : { ...session, cover: { kind: 'black' } };
}

/** Gives a quote big; the same once more takes it away. */
export function toggleQuote(session: Session, quote: string): Session {
  const isOn = session.cover?.kind === 'quote' && session.cover.quote === quote;
  return isOn ? uncover(session) : { ...session, cover: { kind: 'quote', quote } };
}

export function uncover(session: Session): Session {
  const { cover, ...uncovered } = session;
  return cover ? uncovered : session;
}

/** Plays or pauses the film; one that is over begins anew. */
export function togglePlay(session: Session, plan: Plan): Session {
  const { scene, film } = session;
  if (session.cover) return uncover(session);
  if (scene.kind !== 'film') return session;
  if (film.playing) return { ...session, film: { ...film, playing: false } };
  const isOver = recordOf(session, plan, scene.item)?.ended === true;
  return isOver ? orderFilm(session, plan, true) : { ...session, film: { ...film, playing: true } };
}

/** The room says where its film is. What is outside of the item cannot be of it, and is not believed. */
export function filmAt(session: Session, plan: Plan, take: number, time: number): Session {
  const on = filmOn(session, plan, take);
  const place = on && placeIn(on.entry, time);
  if (place === undefined) return session;
  const { entry, record } = on!;
  const seen = Math.max(record.seen, seenUntil(entry, place));
  if (place === session.film.time && place === record.place && seen === record.seen) return session;
  return withRecord({ ...session, film: { ...session.film, time: place } }, entry.key, { place, seen });
}

/** The room says that the film of the item is over: the question comes up, under what lies over the scene. */
export function filmEnded(session: Session, plan: Plan, take: number, now: number): Session {
  const on = filmOn(session, plan, take);
  const scene = plan.scenes[indexOf(session, plan) + 1];
  if (!on || !scene || !session.film.playing) return session;
  const { entry, record } = on;
  const change = { ended: true, seen: entry.length, place: lastPlace(entry, record.place) };
  return enter(withRecord(session, entry.key, change), scene, plan, now);
}

/** Seconds of talk about an item until `now`. */
export function talkOf(session: Session, plan: Plan, item: number, now: number): number {
  const over = recordOf(session, plan, item)?.talk ?? 0;
  const { scene, talkingSince } = session;
  const goesOn = talkingSince !== undefined && scene.kind === 'question' && scene.item === item;
  // A clock that was put back must not take away what has been talked.
  const more = goesOn ? Math.max(0, now - talkingSince) / 1000 : 0;
  return Math.min(MOST_SECONDS, over + more);
}

export function recordOf(session: Session, plan: Plan, item: number): ItemRecord | undefined {
  const key = plan.agenda[item]?.key;
  return session.records.find((record) => record.key === key);
}

/** Seconds of an item's film before `time`. */
export function seenUntil({ ranges, length }: AgendaItem, time: number): number {
  const seconds = ranges.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(time, end) - start), 0);
  return wholeMilliseconds(Math.min(length, seconds));
}

const indexOf = ({ scene }: Session, { scenes }: Plan): number => scenes.findIndex((each) => isSameScene(each, scene));

/** What the room plays, if it has heard the latest order. */
function filmOn({ scene, film, records }: Session, { agenda }: Plan, take: number) {
  if (scene.kind !== 'film' || take !== film.take) return undefined;
  const entry = agenda[scene.item];
  const record = records.find(({ key }) => key === entry?.key);
  return entry && record && { entry, record };
}

/** Where in an item's film a time is, undefined for outside. */
function placeIn({ ranges }: AgendaItem, time: number): number | undefined {
  if (time > MOST_SECONDS) return undefined;
  const near = (edge: number) => ranges.find(({ start, end }) => time >= start - edge && time <= end + edge);
  const range = near(0) ?? near(EDGE);
  return range && Math.min(range.end, Math.max(range.start, time));
}

/** Where a film that is over stands: as the room said, unless its last word is from long before the end. */
function lastPlace(entry: AgendaItem, place: number): number {
  const { start } = entry.ranges.at(-1)!;
  const end = start + entry.length - seenUntil(entry, start);
  return place > end - 1 ? place : wholeMilliseconds(Math.max(start, end - LAST_FRAME));
}

function enter(session: Session, scene: Scene, plan: Plan, now: number): Session {
  const item = itemOf(scene);
  const entry = item === undefined ? undefined : plan.agenda[item];
  const settled =
    scene.kind === 'question' && itemOf(session.scene) === item ? session : settleTalk(session, plan, now);
  const { talkingSince, ...rest } = settled;
  const started = scene.kind === 'question' ? (talkingSince ?? now) : undefined;
  const entered: Session = {
    ...rest,
    scene,
    film: { ...rest.film, playing: false },
    ...(started !== undefined && { talkingSince: started }),
  };
  if (!entry || entered.records.some(({ key }) => key === entry.key)) return entered;
  const record = { key: entry.key, at: now, place: entry.ranges[0]!.start, seen: 0, ended: false, talk: 0 };
  return { ...entered, records: [...entered.records, record] };
}

/** Puts the talk that is over into its record. */
function settleTalk(session: Session, plan: Plan, now: number): Session {
  const item = itemOf(session.scene);
  const entry = item === undefined ? undefined : plan.agenda[item];
  if (item === undefined || !entry || session.talkingSince === undefined) return session;
  return withRecord(session, entry.key, { talk: talkOf(session, plan, item, now) });
}

/** Sends the film to where it was left; one that is over begins anew when it has to run. */
function orderFilm(session: Session, plan: Plan, playing: boolean): Session {
  if (session.scene.kind !== 'film') return session;
  const entry = plan.agenda[session.scene.item]!;
  const { place, ended } = recordOf(session, plan, session.scene.item)!;
  const time = ended && playing ? entry.ranges[0]!.start : place;
  const ordered = { ...session, film: { take: session.film.take + 1, time, playing } };
  return withRecord(ordered, entry.key, { place: time, ended: ended && !playing });
}

function withRecord(session: Session, key: string, change: Partial<ItemRecord>): Session {
  const records = session.records.map((record) => (record.key === key ? { ...record, ...change } : record));
  return { ...session, records };
}
