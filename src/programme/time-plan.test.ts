import { describe, expect, test } from 'vitest';
import { filmEnded, goToItem, next, previous, type Session } from './session';
import { timePlan } from './time-plan';
import { after, een, planFor, room, rust, steps, twee, workshop, MORNING } from '../../tests/support/small-workshop';

// Film of 24, 22, 30 and 24 seconds; talk of 5, 8, 10 and 0 minutes.
const start = workshop();
const { plan } = start;
const WHOLE = 100 + 23 * 60;
const FIRST = 24 + 300;
const SECOND = 22 + 480;
const THIRD = 30 + 600;
const LAST = 24;
/** `seconds` after the beginning; the room's film is where the session has it. */
const at = (session: Session, seconds: number, time = session.film.time, of = plan) =>
  timePlan(session, of, after(seconds), time);
const ended = (session: Session, seconds = 0) => filmEnded(session, plan, session.film.take, after(seconds));

test('is what the programme adds up to, or what the host has wished', () => {
  expect(at(start.session, 0)).toEqual({ gone: 0, whole: WHOLE, over: 0 });
  const wished = workshop(undefined, 20);
  expect(at(wished.session, 0)).toEqual({ gone: 0, whole: 1200, over: WHOLE - 1200 });
  expect(at(workshop(undefined, 45).session, 0)).toEqual({ gone: 0, whole: 2700, over: WHOLE - 2700 });
});

describe('while all goes as planned nothing is over', () => {
  const film = steps(start, 2);
  const question = ended(room(film, plan, 24), 24);
  test.each<[string, Session, number, object]>([
    ['welcome', start.session, 0, {}],
    ['card', steps(start, 1), 0, { talk: { gone: 0, planned: 300 }, filmLeft: 24 }],
    ['film begins', film, 0, { talk: { gone: 0, planned: 300 }, filmLeft: 24 }],
    ['film', room(film, plan, 10), 10, { talk: { gone: 0, planned: 300 }, filmLeft: 14 }],
    ['question', question, 84, { talk: { gone: 60, planned: 300 }, filmLeft: 0 }],
    ['second question', next(question, plan, after(84)), 324, { talk: { gone: 300, planned: 300 }, filmLeft: 0 }],
    ['next card', goToItem(question, plan, 1, after(324)), 324, { talk: { gone: 0, planned: 480 }, filmLeft: 22 }],
  ])('%s', (_, session, seconds, parts) => {
    const { over, ...rest } = at(session, seconds);
    expect(rest).toEqual({ gone: seconds, whole: WHOLE, ...parts });
    expect(over).toBeCloseTo(0, 9);
  });

  test('film of a theme: only its stretches count', () => {
    const theme = steps({ plan, session: ended(film) }, 3);
    expect([10, 18, 45, 60, 78].map((time) => at(theme, 0, time).filmLeft)).toEqual([22, 14, 11, 8, 0]);
  });
});

describe('over and to spare', () => {
  test('every second before the beginning is too much', () => expect(at(start.session, 90).over).toBe(90));

  test('a film that is paused takes longer', () => {
    const film = room(steps(start, 2), plan, 10);
    expect([10, 70].map((seconds) => at(film, seconds).over)).toEqual([0, 60]);
  });

  test('talk is over once it is longer than planned', () => {
    const question = ended(steps(start, 2), 24);
    expect([24, 324, 325, 384].map((seconds) => at(question, seconds).over)).toEqual([0, 0, 1, 60]);
  });

  test('talk that is cut short leaves time to spare, as a film does', () => {
    expect(at(goToItem(ended(steps(start, 2), 24), plan, 1, after(84)), 84).over).toBe(84 - FIRST);
    expect(at(next(room(steps(start, 2), plan, 10), plan, after(10)), 10).over).toBe(10 - 24);
  });

  test('is measured against the wished length where there is one', () => {
    const { session } = workshop(undefined, 30);
    expect(at(session, 60).over).toBe(60 + WHOLE - 1800);
  });
});

describe('items that are passed over', () => {
  test('do not come any more', () => {
    const card = goToItem(start.session, plan, 2, MORNING);
    expect(at(card, 0).over).toBe(THIRD + LAST - WHOLE);
    expect(at(goToItem(start.session, plan, 3, MORNING), 0).over).toBe(LAST - WHOLE);
  });

  test('at the end nothing comes', () =>
    expect(at(steps(start, 16), 600)).toEqual({ gone: 600, whole: WHOLE, over: 600 - WHOLE }));
});

describe('a host who goes to and fro', () => {
  const third = goToItem(start.session, plan, 2, MORNING);
  /** The third item has been on, with a minute of talk; then comes the first. */
  const done = ended(next(third, plan, MORNING), 30);
  const first = goToItem(done, plan, 0, after(90));

  test('shows later nothing that has been on', () => {
    expect(at(first, 90).over).toBe(90 + FIRST + SECOND + (600 - 60) + LAST - WHOLE);
  });

  test('shows the rest of what was cut short', () => {
    const cut = next(room(next(third, plan, MORNING), plan, 34), plan, after(10));
    expect(at(goToItem(cut, plan, 0, after(70)), 70).over).toBe(70 + FIRST + SECOND + 20 + (600 - 60) + LAST - WHOLE);
  });

  test('at the card of a film that is over it begins anew, on its last frame nothing is left', () => {
    const film = previous(done, plan, after(90));
    expect(at(film, 90)).toMatchObject({ filmLeft: 0, talk: { gone: 60, planned: 600 } });
    expect(at(previous(film, plan, after(90)), 90).filmLeft).toBe(30);
  });

  test('back at the card of a film that was cut short its rest is left', () => {
    const card = previous(room(steps(start, 2), plan, 10), plan, after(10));
    expect(at(card, 10)).toMatchObject({ filmLeft: 14, over: 0 });
  });
});

test('a clock that is put back, or a time that is none, never makes it less than nothing', () => {
  expect(timePlan(start.session, plan, MORNING - 9000, 0)).toMatchObject({ gone: 0, over: 0 });
  const film = steps(start, 2);
  expect([NaN, -5, 1e9].map((time) => at(film, 0, time).filmLeft)).toEqual([24, 24, 0]);
});

test('an item that the plan does not have counts for nothing', () => {
  const { session } = workshop([een, rust, twee]);
  const lost: Session = { ...session, scene: { kind: 'film', item: 2 } };
  expect(at(lost, 60, 0, planFor({ items: [een] }))).toEqual({ gone: 60, whole: FIRST, over: 60 - FIRST });
});
