import { describe, expect, test } from 'vitest';
import { decodeSession } from './decode-session';
import { goToItem, next, previous, recordOf, talkOf, toggleBlack, toggleQuote, uncover } from './session';
import { after, steps, twee, workshop, MORNING } from '../../tests/support/small-workshop';

const start = workshop();
const { plan } = start;
const talk = (session: typeof start.session, item: number, seconds: number) =>
  talkOf(session, plan, item, after(seconds));
/** At the first question of the first item. */
const question = steps(start, 3);

test('runs from the first question on', () => {
  expect([0, 1, 2].map((count) => steps(start, count).talkingSince)).toEqual([undefined, undefined, undefined]);
  expect(question.talkingSince).toBe(MORNING);
  expect([0, 30, 90.5].map((seconds) => talk(question, 0, seconds))).toEqual([0, 30, 90.5]);
  expect(talk(question, 1, 90)).toBe(0);
});

test('counts over the questions of an item together', () => {
  const second = next(question, plan, after(60));
  expect(second.talkingSince).toBe(MORNING);
  expect(talk(second, 0, 100)).toBe(100);
  expect(talk(previous(second, plan, after(100)), 0, 130)).toBe(130);
});

test('stops at the next card and stays in the record', () => {
  const card = next(next(question, plan, after(60)), plan, after(100));
  expect(card.scene).toEqual({ kind: 'card', item: 1 });
  expect([card.talkingSince, recordOf(card, plan, 0)?.talk, talk(card, 0, 500)]).toEqual([undefined, 100, 100]);
});

test('goes on adding when the host comes back to it', () => {
  const card = next(next(question, plan, after(60)), plan, after(100));
  const back = previous(card, plan, after(200));
  expect(talk(back, 0, 230)).toBe(130);
  expect(talk(next(back, plan, after(240)), 0, 999)).toBe(140);
});

test('does not run while the film is shown once more', () => {
  const film = previous(question, plan, after(60));
  expect([film.talkingSince, talk(film, 0, 500)]).toEqual([undefined, 60]);
  expect(talk(next(film, plan, after(500)), 0, 510)).toBe(70);
});

test('of the last item is settled at the end', () => {
  const end = next(steps(start, 15), plan, after(45));
  expect(end.scene).toEqual({ kind: 'end' });
  expect([end.talkingSince, talk(end, 3, 99)]).toEqual([undefined, 45]);
});

test('goes on under black and under a quote', () => {
  for (const covered of [toggleBlack(question), toggleQuote(question, 'stil')]) {
    expect(talk(covered, 0, 30)).toBe(30);
    expect(talk(uncover(covered), 0, 40)).toBe(40);
    expect(talk(next(covered, plan, after(35)), 0, 40)).toBe(40);
  }
});

test('of each item is its own', () => {
  const card = goToItem(question, plan, 2, after(60));
  const other = next(next(card, plan, after(60)), plan, after(100));
  expect([0, 1, 2, 3].map((item) => talk(other, item, 120))).toEqual([60, 0, 20, 0]);
  expect(recordOf(next(goToItem(other, plan, 0, after(120)), plan, after(120)), plan, 2)?.talk).toBe(20);
});

describe('a clock that is put back', () => {
  test('never takes talk away', () => {
    expect(talk(question, 0, -3600)).toBe(0);
    const back = previous(goToItem(question, plan, 1, after(60)), plan, after(60));
    expect(talk(back, 0, -3600)).toBe(60);
    expect(recordOf(goToItem(back, plan, 1, after(-3600)), plan, 0)?.talk).toBe(60);
  });
});

test('of a night that nobody closed the laptop still fits a session', () => {
  const card = goToItem(question, plan, 1, after(200_000));
  expect(recordOf(card, plan, 0)?.talk).toBe(86_400);
  expect(talk(question, 0, 200_000)).toBe(86_400);
  expect(decodeSession(card)).toEqual(card);
});

test('only a question is talked about', () =>
  expect(talk({ ...steps(start, 1), talkingSince: MORNING }, 0, 60)).toBe(0));

test('of an item that the plan does not have is none, and going on from it settles nothing', () => {
  const lost = { ...question, scene: { kind: 'question', item: 9, question: 0 } } as const;
  expect(talk(lost, 9, 60)).toBe(60);
  const { session } = workshop([twee]);
  expect(talkOf(session, workshop([]).plan, 0, after(9))).toBe(0);
  expect(goToItem(lost, plan, 1, after(60)).records.map((record) => record.talk)).toEqual([0, 0]);
});
