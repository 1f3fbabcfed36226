import { describe, expect, test } from 'vitest';
import { lastQuote } from './last-quote';
import { filmEnded, goToItem, next, previous, togglePlay, type Session } from './session';
import { een, planFor, room, rust, steps, twee, workshop, MORNING } from '../../tests/support/small-workshop';

// Quotes: "begin" from 2, "stil" from 10, "samen" from 42, "slot" from 70.
const start = workshop();
const { plan } = start;
const heard = (session: Session, of = plan) => lastQuote(session, of)?.quote.id;
const ended = (session: Session) => filmEnded(session, plan, session.film.take, MORNING);
const first = steps(start, 2);

test('before anything was said there is none', () =>
  expect([0, 1, 2].map((count) => heard(steps(start, count)))).toEqual([undefined, undefined, undefined]));

describe('in a chapter', () => {
  test.each([
    [1.9, undefined],
    [2, undefined],
    [2.1, 'begin'],
    [9.9, 'begin'],
    [10.1, 'stil'],
    [24, 'stil'],
  ])('at %d it is %s', (time, quote) => expect(heard(room(first, plan, time))).toBe(quote));

  test('it stays through questions, and on the next card', () => {
    const at = room(first, plan, 9);
    expect([1, 2, 3, 4].map((count) => heard(steps({ plan, session: at }, count)))).toEqual(Array(4).fill('begin'));
  });

  test('a film that is over has said all of it', () =>
    expect([ended(first), previous(ended(first), plan, MORNING)].map((each) => heard(each))).toEqual(['stil', 'stil']));

  test('a film that begins anew has said nothing of it', () => {
    const anew = togglePlay(previous(ended(first), plan, MORNING), plan);
    expect([anew, room(anew, plan, 3)].map((each) => heard(each))).toEqual([undefined, 'begin']);
    expect(heard(goToItem(room(first, plan, 12), plan, 0, MORNING))).toBeUndefined();
  });
});

describe('in a theme', () => {
  const film = steps({ plan, session: room(first, plan, 3) }, 4);

  test('only what its stretches hold counts', () => {
    expect(film.scene).toEqual({ kind: 'film', item: 1 });
    // "begin" is the one of the chapter before: the theme starts behind it.
    expect([10, 10.1, 18, 42, 42.1, 71].map((time) => heard(room(film, plan, time)))).toEqual([
      'begin',
      'stil',
      'stil',
      'stil',
      'samen',
      'slot',
    ]);
  });

  test('a theme that opens the programme has none before its own', () => {
    const alone = planFor({ items: [rust] });
    expect(heard(steps({ ...workshop([rust]), plan: alone }, 2), alone)).toBeUndefined();
  });
});

describe('where the item has none yet', () => {
  test('it is the last of an earlier one', () => {
    const later = goToItem(room(first, plan, 12), plan, 2, MORNING);
    expect(heard(later)).toBe('stil');
    expect(heard(next(later, plan, MORNING))).toBe('stil');
    expect(heard(room(next(later, plan, MORNING), plan, 45))).toBe('samen');
  });

  test('items that were passed over have said nothing', () =>
    expect(heard(goToItem(room(first, plan, 3), plan, 3, MORNING))).toBe('begin'));

  test('an earlier one counts for all that was ever heard of it', () => {
    const anew = goToItem(room(first, plan, 12), plan, 0, MORNING);
    expect(heard(anew)).toBeUndefined();
    expect(heard(goToItem(anew, plan, 1, MORNING))).toBe('stil');
  });

  test('a later one does not count', () => {
    const two = workshop([een, twee]);
    const later = room(next(goToItem(two.session, two.plan, 1, MORNING), two.plan, MORNING), two.plan, 45);
    expect(heard(later, two.plan)).toBe('samen');
    expect(heard(goToItem(later, two.plan, 0, MORNING), two.plan)).toBeUndefined();
  });
});

test('at the end it is the last of all, at the welcome none', () => {
  const end: Session = { ...room(first, plan, 12), scene: { kind: 'end' } };
  expect([end, { ...end, scene: { kind: 'welcome' } } as const].map((each) => heard(each))).toEqual([
    'stil',
    undefined,
  ]);
});

test('of an item that the plan does not have, it is the last of those before', () =>
  expect(heard({ ...room(first, plan, 12), scene: { kind: 'card', item: 9 } })).toBe('stil'));
