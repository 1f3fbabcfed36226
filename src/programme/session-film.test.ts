import { describe, expect, test } from 'vitest';
import { filmAt, filmEnded, next, previous, recordOf, seenUntil, togglePlay, type Session } from './session';
import { after, room, steps, workshop, MORNING } from '../../tests/support/small-workshop';

const start = workshop();
const { plan } = start;
const ended = (session: Session, now = MORNING) => filmEnded(session, plan, session.film.take, now);
/** The film of the first item, of 0-24, at `time`. */
const inFilm = (time = 0) => room(steps(start, 2), plan, time);
/** The film of the theme, of 10-18, 42-48 and 70-78. */
const inTheme = steps(start, 6);

describe('the room says where its film is', () => {
  test('and it is kept, for whoever joins later', () => {
    const session = inFilm(7.25);
    expect(session.film).toEqual({ take: 1, time: 7.25, playing: true });
    expect(recordOf(session, plan, 0)).toMatchObject({ place: 7.25, seen: 7.25, ended: false });
  });

  test('while it is paused, too', () =>
    expect(room(togglePlay(inFilm(5), plan), plan, 5.1).film).toEqual({ take: 1, time: 5.1, playing: false }));

  test('what it has seen never shrinks', () => {
    const back = room(inFilm(20), plan, 3);
    expect(recordOf(back, plan, 0)).toMatchObject({ place: 3, seen: 20 });
  });

  test('the same once more is no change', () => {
    const session = inFilm(7.25);
    expect(room(session, plan, 7.25)).toBe(session);
  });

  test.each([-Infinity, -1, 25, 500, 1e9, Infinity, NaN])('%s, which is not in the item, is not believed', (time) => {
    const session = inFilm(7.25);
    expect(room(session, plan, time)).toBe(session);
  });

  test.each([
    ['of 0-24', 2, -0.3, 0],
    ['of 0-24', 2, 24.3, 24],
    ['of 24-54', 9, 23.9, 24],
    ['from 54 on', 14, 90, 90],
  ])('a little beside an item %s is its edge', (_, count, time, place) =>
    expect(room(steps(start, count), plan, time).film.time).toBe(place),
  );

  test.each([-1, 53, 86_401, Infinity, NaN])('%s is not in the last chapter, which has no end', (time) => {
    const session = steps(start, 14);
    expect(room(session, plan, time)).toBe(session);
  });

  test.each([
    [10, 10, 0],
    [17, 17, 7],
    [18, 18, 8],
    [18.2, 18, 8],
    [41.8, 42, 8],
    [45.5, 45.5, 11.5],
    [71, 71, 15],
    [78.4, 78, 22],
  ])('%d in a theme of several stretches is %d, %d seconds of it seen', (time, place, seen) =>
    expect(recordOf(room(inTheme, plan, time), plan, 1)).toMatchObject({ place, seen }),
  );

  test('a time in one stretch is not the edge of another close by', () => {
    const ranges = [
      { start: 10, end: 18 },
      { start: 18.2, end: 24 },
    ];
    const close = { ...plan, agenda: plan.agenda.map((entry) => ({ ...entry, ranges })) };
    expect([18.1, 18.3].map((time) => room(inTheme, close, time).film.time)).toEqual([18, 18.3]);
  });

  test.each([9, 25, 60, 80])('%d, between the stretches of a theme, is not believed', (time) =>
    expect(room(inTheme, plan, time)).toBe(inTheme),
  );

  test.each([0, 2, -1, NaN])('take %s is not the one that runs', (take) => {
    const session = inFilm(7.25);
    expect(filmAt(session, plan, take, 9)).toBe(session);
  });

  test('in no other scene', () =>
    plan.scenes.forEach(({ kind }, count) => {
      const session = steps(start, count);
      if (kind !== 'film') expect(room(session, plan, 5)).toBe(session);
    }));

  test('of an item that the plan does not have, changes nothing', () => {
    const session: Session = { ...inFilm(7), scene: { kind: 'film', item: 7 } };
    expect(room(session, plan, 9)).toBe(session);
    expect(ended(session)).toBe(session);
  });
});

describe('the room says that its film is over', () => {
  test('and the question comes up; the talk runs', () => {
    const question = ended(inFilm(23.98), after(30));
    expect(question).toMatchObject({
      scene: { kind: 'question', item: 0, question: 0 },
      film: { playing: false },
      talkingSince: after(30),
    });
    expect(recordOf(question, plan, 0)).toMatchObject({ ended: true, seen: 24, place: 23.98 });
  });

  test('a second time it is no news', () => {
    const over = inFilm(23.98);
    const question = ended(over, after(30));
    expect(filmEnded(question, plan, over.film.take, after(31))).toBe(question);
    expect(filmAt(question, plan, over.film.take, 24)).toBe(question);
  });

  test('of an old take, or while it is paused, it is no news', () => {
    const again = next(previous(inFilm(23), plan, MORNING), plan, MORNING);
    expect(filmEnded(again, plan, 1, MORNING)).toBe(again);
    const paused = togglePlay(inFilm(23), plan);
    expect(ended(paused)).toBe(paused);
  });

  test('in no other scene', () =>
    plan.scenes.forEach(({ kind }, count) => {
      const session = steps(start, count);
      const playing = { ...session, film: { ...session.film, playing: true } };
      if (kind !== 'film') expect(ended(playing)).toBe(playing);
    }));

  test('what it said last may be long ago: then the last frame is near the end', () => {
    expect(recordOf(ended(inFilm(7)), plan, 0)?.place).toBe(23.96);
    expect(recordOf(ended(room(inTheme, plan, 45)), plan, 1)?.place).toBe(77.96);
    // The last chapter runs on behind the last line, nobody knows how far.
    const last = steps(start, 14);
    expect(recordOf(ended(last), plan, 3)?.place).toBe(77.96);
    expect(recordOf(ended(room(last, plan, 81.5)), plan, 3)?.place).toBe(81.5);
  });
});

describe('seconds of an item before a time', () => {
  const [chapter, theme, , last] = plan.agenda;
  test.each([-Infinity, -1, 0, NaN])('%s: none', (time) => {
    expect(plan.agenda.map((entry) => seenUntil(entry, time))).toEqual([0, 0, 0, 0]);
  });
  test('are at most its length', () => {
    expect([chapter!, theme!, last!].map((entry) => seenUntil(entry, 1e9))).toEqual([24, 22, 24]);
    expect(seenUntil(last!, Infinity)).toBe(24);
  });
  test('have no fractions that nobody means', () =>
    expect(
      seenUntil(
        {
          ...theme!,
          ranges: [
            { start: 0.1, end: 7.3 },
            { start: 20.1, end: 27.3 },
          ],
          length: 14.4,
        },
        27.3,
      ),
    ).toBe(14.4));
});
