import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decodeSession } from './decode-session';
import { fitSession } from './fit-session';
import { lastQuote } from './last-quote';
import { itemKey, type ProgrammeItem } from './programme';
import { isSameScene } from './scenes';
import * as commands from './session';
import { filmRuns, talkOf, type Plan, type Session } from './session';
import { timePlan } from './time-plan';
import { drie, een, nergens, planFor, rust, twee, workshop, type Workshop } from '../../tests/support/small-workshop';
import { seeded } from '../../tests/support/seeded';

type Change = (at: { session: Session; plan: Plan; now: number; random: () => number }) => Session;

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!;
const takeOf = ({ film }: Session, random: () => number) => film.take - (random() < 0.1 ? 1 : 0);
const timeOf = (random: () => number) => pick([random() * 90, random() * 90, random() * 90, NaN, -1, 1e9], random);

/** The often ones twice or more. */
const CHANGES: readonly (readonly [string, Change])[] = [
  ...Array<[string, Change]>(6).fill(['next', ({ session, plan, now }) => commands.next(session, plan, now)]),
  ...Array<[string, Change]>(2).fill(['previous', ({ session, plan, now }) => commands.previous(session, plan, now)]),
  ...Array<[string, Change]>(8).fill([
    'filmAt',
    ({ session, plan, random }) => commands.filmAt(session, plan, takeOf(session, random), timeOf(random)),
  ]),
  ...Array<[string, Change]>(2).fill([
    'filmEnded',
    ({ session, plan, now, random }) => commands.filmEnded(session, plan, takeOf(session, random), now),
  ]),
  ['togglePlay', ({ session, plan }) => commands.togglePlay(session, plan)],
  ['toggleBlack', ({ session }) => commands.toggleBlack(session)],
  ['toggleQuote', ({ session, random }) => commands.toggleQuote(session, pick(['stil', 'slot'], random))],
  ['uncover', ({ session }) => commands.uncover(session)],
  ['goToItem', ({ session, plan, now, random }) => commands.goToItem(session, plan, Math.floor(random() * 6) - 1, now)],
  [
    'addAfterCurrent',
    ({ session, random }) => commands.addAfterCurrent(session, pick([een, rust, twee, drie], random)).session,
  ],
];

/** What has to hold after every change; the names of those that do not. (Thousands of `expect` would take a minute.) */
function broken(before: Session, session: Session, plan: Plan, now: number): string[] {
  const { scene, film, records } = session;
  const entryOf = (key: string) => plan.agenda.findIndex((entry) => entry.key === key);
  const earlier = (key: string) => before.records.find((record) => record.key === key);
  const time = timePlan(session, plan, now, film.time);
  const same = (other: unknown) => isDeepStrictEqual(decodeSession(other), session);
  const holds: Record<string, boolean> = {
    'the scene is one of the plan': plan.scenes.filter((each) => isSameScene(each, scene)).length === 1,
    'only a film plays': !film.playing || scene.kind === 'film',
    'it runs uncovered': filmRuns(session) === (film.playing && session.cover === undefined),
    'the talk runs at questions': (session.talkingSince !== undefined) === (scene.kind === 'question'),
    'takes rise one by one': [0, 1].includes(film.take - before.film.take),
    'records are unique': new Set(records.map(({ key }) => key)).size === records.length,
    'records stay': before.records.every(({ key }, index) => records[index]?.key === key),
    'records are of the plan': records.every(({ key }) => entryOf(key) >= 0),
    'seen grows, as far as the item is long': records.every(
      ({ key, seen }) => seen >= (earlier(key)?.seen ?? 0) && seen <= plan.agenda[entryOf(key)]!.length,
    ),
    'the talk grows': records.every(
      ({ key, talk }) =>
        talk >= (earlier(key)?.talk ?? 0) && talkOf(session, plan, entryOf(key), now) >= talk && talk <= 86_400,
    ),
    'the place is in the item': records.every(({ key, place }) =>
      plan.agenda[entryOf(key)]!.ranges.some(({ start, end }) => place >= start && place <= end),
    ),
    'the order is where the film is':
      scene.kind !== 'film' || film.time === commands.recordOf(session, plan, scene.item)?.place,
    'the time plan adds up': [time.gone, time.whole, time.over, time.filmLeft ?? 0].every(Number.isFinite),
    'nothing was heard unseen': !lastQuote(session, plan) || records.some(({ seen }) => seen > 0),
    'it fits': fitSession(session, plan) === session,
    'it can be read': same(session),
    'it can be stored': same(JSON.parse(JSON.stringify(session))),
    'it can be sent': same(structuredClone(session)),
  };
  return Object.keys(holds).filter((name) => !holds[name]);
}

const PROGRAMMES: readonly (readonly [string, readonly ProgrammeItem[]])[] = [
  ['all', [een, rust, twee, drie]],
  ['one chapter', [twee]],
  ['a theme first', [rust, een]],
  ['nothing', []],
];

describe.each(PROGRAMMES)('whatever the host and the room do with %s', (_, items) => {
  test.each([1, 2, 3])('the session holds together (seed %d)', (seed) => {
    const random = seeded(seed).next;
    let { session, plan }: Workshop = workshop(items, seed === 2 ? 45 : undefined);
    let now = session.begun;
    const done: string[] = [];
    for (let step = 0; step < 400; step += 1) {
      // Now and then the clock is put back a little.
      now = Math.max(0, now + Math.floor(random() * 60_000) - (random() < 0.05 ? 600_000 : 0));
      const [name, change] = pick(CHANGES, random);
      done.push(name);
      const frozen = deepFreeze(session);
      const after = change({ session: frozen, plan, now, random });
      if (after.programme !== session.programme) plan = planFor(after.programme);
      const faults = broken(session, after, plan, now);
      if (faults.length > 0) expect.fail(`${faults.join('; ')} - after step ${step}: ${done.slice(-8).join(', ')}`);
      session = after;
    }
    expect(new Set(done).size).toBe(10);
  });
});

test('an item without a moment is in the programme, and not among the steps', () => {
  expect(planFor({ items: [nergens, een] }).agenda.map(({ item }) => itemKey(item))).toEqual(['een']);
});

/** Whoever changes a session makes a new one. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
