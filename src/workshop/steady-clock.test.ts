import { describe, expect, test } from 'vitest';
import { BREAK, clockSet, leftOut, next, talkOf, type Session } from '../programme/session';
import { timePlan } from '../programme/time-plan';
import { passed, type Look } from './steady-clock';
import { MORNING, steps, workshop } from '../../tests/support/small-workshop';
import { seeded } from '../../tests/support/seeded';

const HOUR = 3_600_000;
const SECOND = 1000;
const before: Look = { day: MORNING, run: 5000.25 };
const later = (day: number, run = day): Look => ({ day: before.day + day, run: before.run + run });

describe('between two looks', () => {
  test.each<[string, Look, number, number]>([
    ['a second', later(SECOND), 0, 0],
    ['a minute of a hidden window', later(60 * SECOND), 0, 0],
    ['rounded clocks', later(900, 1000.4), 0, 0],
    ['the clock is put back an hour', later(SECOND - HOUR, SECOND), -HOUR, 0],
    ['the clock is put back a second, in a minute', later(59 * SECOND, 60 * SECOND), -SECOND, 0],
    ['the clock is put on an hour', later(SECOND + HOUR, SECOND), 0, HOUR],
    ['a night, on a system whose other clock sleeps too', later(8 * HOUR + 400, 400), 0, 8 * HOUR],
    ['a night, on a system whose other clock runs on', later(8 * HOUR), 0, 8 * HOUR],
    ['a night, after which the network puts the clock back', later(7 * HOUR, 8 * HOUR), -HOUR, 8 * HOUR],
    ['half a minute of sleep', later(31 * SECOND, SECOND), 0, 0],
    ['the same where the other clock runs on', later(31 * SECOND), 0, 0],
    ['as long as a break, to the millisecond', later(BREAK + SECOND, SECOND), 0, 0],
  ])('%s', (_, now, set, away) => expect(passed(before, now)).toEqual({ set, away }));

  test('summer time moves no clock: it is how a time of day is written', () => {
    const spring = Date.UTC(2026, 2, 29, 0, 59, 59, 500);
    expect(passed({ day: spring, run: 0 }, { day: spring + SECOND, run: SECOND })).toEqual({ set: 0, away: 0 });
  });
});

/** A laptop on which people talk: `true` is what really passed, the two clocks are what a page can read. */
class Laptop {
  day = MORNING;
  run = 0;
  /** What the host wants to see: the time in which somebody was there. */
  there = 0;
  constructor(readonly runsInSleep: boolean) {}
  work(time: number): void {
    this.day += time;
    this.run += time;
    this.there += time;
  }
  sleep(time: number): void {
    this.day += time;
    if (this.runsInSleep) this.run += time;
    if (time <= BREAK) this.there += time;
  }
  set(by: number): void {
    this.day += by;
    // What can't be told from a short sleep.
    if (by > 0 && by <= BREAK) this.there += by;
  }
  /** One thing at a time: the host looks every second, or once a minute. */
  live(random: () => number): void {
    const kind = random();
    const most = (longest: number) => Math.round(random() * longest);
    if (kind < 0.1) this.set(-SECOND - most(30 * HOUR));
    else if (kind < 0.2) this.set(BREAK + SECOND + most(30 * HOUR));
    else if (kind < 0.25) this.set(most(BREAK));
    else if (kind < 0.35) this.sleep(BREAK + SECOND + most(12 * HOUR));
    else if (kind < 0.4) this.sleep(most(BREAK));
    else this.work(most(60 * SECOND));
  }
}

test.each([true, false])(
  'whatever is done to the clock, and however the laptop sleeps, the talk is as long as people were there (%s)',
  (runsInSleep) => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seeded(seed).next;
      const laptop = new Laptop(runsInSleep);
      const { plan, session: begun } = workshop();
      let session: Session = steps({ plan, session: begun }, 3);
      let look: Look = { day: laptop.day, run: laptop.run };
      for (let each = 0; each < 60; each += 1) {
        laptop.live(random);
        const now: Look = { day: laptop.day, run: laptop.run };
        const { set, away } = passed(look, now);
        look = now;
        session = leftOut(clockSet(session, set), away);
        const shown = [talkOf(session, plan, 0, now.day), timePlan(session, plan, now.day, 0).gone];
        if (shown.some((seconds) => Math.abs(seconds - laptop.there / SECOND) > 0.002))
          wrong.push(`seed ${seed}, step ${each}: ${shown.join(' and ')} instead of ${laptop.there / SECOND}`);
      }
      const { records } = next(next(session, plan, look.day), plan, look.day);
      if (records.some(({ at }) => at < 0 || at > look.day)) wrong.push(`seed ${seed}: a part that is yet to come`);
    }
    expect(wrong).toEqual([]);
  },
);
