import { describe, expect, test } from 'vitest';
import { MOST_ITEMS, type ProgrammeItem } from './programme';
import {
  finish,
  clockSet,
  takeUp,
  addAfterCurrent,
  filmEnded,
  filmRuns,
  goToItem,
  next,
  previous,
  recordOf,
  talkOf,
  toggleBlack,
  togglePlay,
  toggleQuote,
  uncover,
  type Session,
} from './session';
import {
  after,
  drie,
  een,
  planFor,
  room,
  rust,
  steps,
  twee,
  workshop,
  MORNING,
} from '../../tests/support/small-workshop';

const start = workshop();
const { plan } = start;
const brief = ({ scene }: Session) =>
  [scene.kind, 'item' in scene && scene.item, 'question' in scene && scene.question]
    .filter((x) => x !== false)
    .join(' ');
const ended = (session: Session, now = MORNING) => filmEnded(session, plan, session.film.take, now);
/** The film of the first item, of 0-24, at `time`. */
const inFilm = (time = 0) => room(steps(start, 2), plan, time);
/** The film of the theme, of 10-18, 42-48 and 70-78. */
const inTheme = steps(start, 6);

describe('the steps', () => {
  test('a new workshop stands at its welcome, with no film running', () => {
    expect(start.session).toEqual({
      id: 'workshop-1',
      programme: { items: [een, rust, twee, drie] },
      begun: MORNING,
      at: MORNING,
      scene: { kind: 'welcome' },
      film: { take: 0, time: 0, playing: false },
      language: 'nl',
      subtitles: ['nl', 'en'],
      size: 'large',
      records: [],
    });
    expect(filmRuns(start.session)).toBe(false);
  });

  test('go forward by "next" alone, through all of it', () => {
    const way = plan.scenes.map((_, count) => brief(steps(start, count)));
    expect(way).toEqual([
      ...['welcome', 'card 0', 'film 0', 'question 0 0', 'question 0 1'],
      ...['card 1', 'film 1', 'question 1 0'],
      ...['card 2', 'film 2', 'question 2 0', 'question 2 1', 'question 2 2'],
      ...['card 3', 'film 3', 'question 3 0', 'end'],
    ]);
  });

  test('go back by "previous" alone, the same way', () => {
    let session = steps(start, plan.scenes.length - 1);
    const way = [brief(session)];
    for (let each = previous(session, plan, MORNING); each !== session; each = previous(session, plan, MORNING)) {
      session = each;
      way.unshift(brief(session));
    }
    expect(way).toEqual(plan.scenes.map((_, count) => brief(steps(start, count))));
  });

  test('"next" at the end and "previous" at the welcome change nothing', () => {
    const end = steps(start, plan.scenes.length - 1);
    expect(next(end, plan, MORNING)).toBe(end);
    expect(previous(start.session, plan, MORNING)).toBe(start.session);
  });

  test('a programme of nothing has welcome and end', () => {
    const empty = workshop([]);
    expect([0, 1, 2].map((count) => brief(steps(empty, count)))).toEqual(['welcome', 'end', 'end']);
  });

  test('each film is a new order, from its start, and runs', () => {
    const first = steps(start, 2);
    expect(first.film).toEqual({ take: 1, time: 0, playing: true });
    expect(filmRuns(first)).toBe(true);
    expect(inTheme.film).toEqual({ take: 2, time: 10, playing: true });
    expect(steps(start, 9).film).toEqual({ take: 3, time: 24, playing: true });
  });

  test('nothing but a film plays', () =>
    plan.scenes.forEach(({ kind }, count) => expect(filmRuns(steps(start, count))).toBe(kind === 'film')));

  test('an item has a record from its card on, and only one', () => {
    const record = { at: MORNING, seen: 0, ended: false, talk: 0 };
    expect(steps(start, 1).records).toEqual([{ ...record, key: 'een', place: 0 }]);
    expect(steps(start, 6).records).toEqual([
      { ...record, key: 'een', place: 0 },
      { ...record, key: 'theme:rust', place: 10 },
    ]);
    const again = next(previous(steps(start, 6), plan, after(9)), plan, after(9));
    expect(again.records.map(({ key, at }) => [key, at])).toEqual([
      ['een', MORNING],
      ['theme:rust', MORNING],
    ]);
  });
});

describe('a press too many loses nothing', () => {
  test('"next" in a film goes to the question and keeps the place; "previous" plays on from there', () => {
    const question = next(inFilm(7.25), plan, MORNING);
    expect([brief(question), question.film.playing]).toEqual(['question 0 0', false]);
    const back = previous(question, plan, MORNING);
    expect([brief(back), back.film]).toEqual(['film 0', { take: 2, time: 7.25, playing: true }]);
  });

  test('from any question the film goes on where it was', () => {
    let session = steps({ plan, session: inFilm(7.25) }, 3);
    expect(brief(session)).toBe('card 1');
    for (let count = 0; count < 3; count += 1) session = previous(session, plan, MORNING);
    expect([brief(session), session.film]).toEqual(['film 0', { take: 2, time: 7.25, playing: true }]);
  });

  test('"previous" in a film goes to its card, and "next" again goes on where it was', () => {
    const card = previous(inFilm(7.25), plan, MORNING);
    expect([brief(card), card.film.playing]).toEqual(['card 0', false]);
    expect(next(card, plan, MORNING).film).toEqual({ take: 2, time: 7.25, playing: true });
  });

  test('a film that has ended stands on its last frame when gone back to', () => {
    const back = previous(ended(inFilm(23.98)), plan, MORNING);
    expect([brief(back), back.film]).toEqual(['film 0', { take: 2, time: 23.98, playing: false }]);
    expect(recordOf(back, plan, 0)?.ended).toBe(true);
    // Its room says that it is over, and stands there; that is no news.
    expect(filmEnded(back, plan, 2, MORNING)).toBe(back);
    expect(brief(next(back, plan, MORNING))).toBe('question 0 0');
  });

  test('"play" shows it anew', () => {
    const back = previous(ended(inFilm(23.98)), plan, MORNING);
    const anew = togglePlay(back, plan);
    expect(anew.film).toEqual({ take: 3, time: 0, playing: true });
    expect(recordOf(anew, plan, 0)).toMatchObject({ place: 0, ended: false, seen: 24 });
    // Paused and gone on with, it does not begin once more.
    const paused = togglePlay(room(anew, plan, 3), plan);
    expect(togglePlay(paused, plan).film).toEqual({ take: 3, time: 3, playing: true });
  });

  test('"next" from its card shows it anew', () => {
    const card = previous(previous(ended(inFilm(23.98)), plan, MORNING), plan, MORNING);
    expect(next(card, plan, MORNING).film).toEqual({ take: 3, time: 0, playing: true });
  });
});

describe('play', () => {
  test('pauses and plays on, without a new order', () => {
    const paused = togglePlay(inFilm(5), plan);
    expect(paused.film).toEqual({ take: 1, time: 5, playing: false });
    expect(filmRuns(paused)).toBe(false);
    expect(togglePlay(paused, plan).film).toEqual({ take: 1, time: 5, playing: true });
  });

  test('changes nothing where no film is', () =>
    [0, 1, 3, 16].forEach((count) => {
      const session = steps(start, count);
      expect(togglePlay(session, plan)).toBe(session);
    }));
});

describe('what lies over the scene', () => {
  const presses: [string, (session: Session) => Session][] = [
    ['next', (session) => next(session, plan, after(9))],
    ['previous', (session) => previous(session, plan, after(9))],
    ['play', (session) => togglePlay(session, plan)],
    ['uncover', uncover],
  ];
  const covers: [string, (session: Session) => Session][] = [
    ['black', toggleBlack],
    ['a quote', (session) => toggleQuote(session, 'stil')],
  ];
  describe.each(covers)('%s', (_, cover) => {
    test.each(presses)('is taken away by %s, and nothing else happens', (__, press) =>
      plan.scenes.forEach((___, count) => {
        const session = steps(start, count);
        expect(press(cover(session))).toEqual(session);
      }),
    );

    test('lets the film wait, which then goes on', () => {
      const covered = cover(inFilm(5));
      expect([filmRuns(covered), covered.film.playing]).toEqual([false, true]);
      expect(filmRuns(next(covered, plan, MORNING))).toBe(true);
      expect(filmRuns(cover(covered))).toBe(true);
    });

    test('leaves a paused film paused', () =>
      expect(filmRuns(uncover(cover(togglePlay(inFilm(5), plan))))).toBe(false));

    test('stays when the film below it ends at that very moment: the question waits under it', () => {
      const covered = cover(inFilm(23.98));
      const over = ended(covered, after(30));
      expect([brief(over), over.cover]).toEqual(['question 0 0', covered.cover]);
      expect(over).toMatchObject({ film: { playing: false }, talkingSince: after(30) });
    });
  });

  test('black over a quote is black, another quote is that quote', () => {
    const covered = toggleQuote(start.session, 'stil');
    expect(toggleBlack(covered).cover).toEqual({ kind: 'black' });
    expect(toggleQuote(covered, 'samen').cover).toEqual({ kind: 'quote', quote: 'samen' });
    expect(toggleQuote(toggleBlack(covered), 'stil').cover).toEqual({ kind: 'quote', quote: 'stil' });
  });

  test('nothing is taken away from nothing', () => expect(uncover(start.session)).toBe(start.session));
});

describe('going to an item', () => {
  test('shows its card; its film begins from the start', () => {
    const card = goToItem(inFilm(9), plan, 0, MORNING);
    expect([brief(card), card.film.playing]).toEqual(['card 0', false]);
    expect(recordOf(card, plan, 0)).toMatchObject({ place: 0, seen: 9 });
    expect(next(card, plan, MORNING).film).toEqual({ take: 2, time: 0, playing: true });
  });

  test('forgets that its film has ended, and nothing of the others', () => {
    const question = ended(inFilm(23.98));
    const elsewhere = goToItem(question, plan, 2, MORNING);
    expect([brief(elsewhere), recordOf(elsewhere, plan, 0)]).toEqual(['card 2', recordOf(question, plan, 0)]);
    expect(recordOf(goToItem(elsewhere, plan, 0, MORNING), plan, 0)).toMatchObject({ place: 0, ended: false });
  });

  test('settles the talk that runs', () => {
    const question = steps({ plan, session: inFilm(9) }, 1, after(10));
    for (const item of [0, 3]) {
      const card = goToItem(question, plan, item, after(70));
      expect(card.talkingSince).toBeUndefined();
      expect(recordOf(card, plan, 0)?.talk).toBe(60);
    }
  });

  test('takes away what lies over the scene', () =>
    expect(goToItem(toggleBlack(start.session), plan, 1, MORNING).cover).toBeUndefined());

  test.each([-1, 4, 0.5, NaN, Infinity])('to %s, which is none, changes nothing', (item) =>
    expect(goToItem(start.session, plan, item, MORNING)).toBe(start.session),
  );
});

describe('an item that is taken in', () => {
  const few = workshop([een, twee]);
  test.each([
    ['at the welcome', 0, 0, ['drie', 'een', 'twee']],
    ['at a card', 1, 1, ['een', 'drie', 'twee']],
    ['in a film', 2, 1, ['een', 'drie', 'twee']],
    ['at a question', 4, 1, ['een', 'drie', 'twee']],
    ['in the last item', 6, 2, ['een', 'twee', 'drie']],
    ['at the end', 10, 2, ['een', 'twee', 'drie']],
  ])('%s comes next and moves nothing else', (_, count, place, order) => {
    const session = steps(few, count);
    const added = addAfterCurrent(session, drie);
    expect(added.index).toBe(place);
    expect(added.session.programme.items.map(({ id }) => id)).toEqual(order);
    expect({ ...added.session, programme: session.programme }).toEqual(session);
    const longer = planFor(added.session.programme);
    expect(longer.agenda[added.index]?.key).toBe('drie');
    for (const { key } of session.records)
      expect(
        recordOf(
          added.session,
          longer,
          longer.agenda.findIndex((entry) => entry.key === key),
        )?.key,
      ).toBe(key);
  });

  test('and is known already stays where it is', () => {
    const session = steps(few, 2);
    expect(addAfterCurrent(session, { ...een, talk: 30 })).toEqual({ session, index: 0 });
    expect(addAfterCurrent(session, { ...twee }).session).toBe(session);
    // A theme may be called as a chapter is.
    expect(addAfterCurrent(session, { ...twee, kind: 'theme' }).index).toBe(1);
  });

  test('keeps the wished length', () =>
    expect(addAfterCurrent(workshop([een], 45).session, drie).session.programme.wished).toBe(45));

  test('never makes a programme longer than any', () => {
    const many = Array.from({ length: MOST_ITEMS }, (_, index): ProgrammeItem => ({ ...een, id: `deel-${index}` }));
    const { session } = workshop(many);
    expect(addAfterCurrent(session, een)).toEqual({ session, index: -1 });
    expect(addAfterCurrent(session, { ...een, id: 'deel-39' }).index).toBe(39);
    expect(addAfterCurrent(workshop(many.slice(1)).session, een).session.programme.items).toHaveLength(MOST_ITEMS);
  });
});

describe('taken up again after a break', () => {
  const film = { ...start.session, at: MORNING };
  test('a short one is none', () => expect(takeUp(film, MORNING + 119_000)).toBe(film));

  test('a long one is no time of the workshop, and the film waits', () => {
    const night = 14 * 3_600_000;
    const talk = { ...film, talkingSince: MORNING - 60_000, film: { ...film.film, playing: true } };
    const again = takeUp(talk, MORNING + night);
    expect([again.begun, again.talkingSince, again.film.playing]).toEqual([
      film.begun + night,
      MORNING - 60_000 + night,
      false,
    ]);
  });

  test('one that was kept by a clock that has been put back since goes on where it was', () => {
    const talk = { ...steps(start, 3), at: after(600), talkingSince: after(300) };
    const again = takeUp(talk, MORNING - 3_600_000);
    expect([again.at, talkOf(again, start.plan, 0, again.at)]).toEqual([MORNING - 3_600_000, 300]);
    expect(again.at - again.begun).toBe(600_000);
    expect(again.records.map(({ at }) => at)).toEqual(talk.records.map(({ at }) => at - 4_200_000));
  });

  test('a clock without a battery begins at 1970, and nothing lies before', () => {
    const [at, begun] = [clockSet({ ...film, at: after(600) }, -after(500))].flatMap((set) => [set.at, set.begun]);
    expect([at, begun]).toEqual([100_000, 0]);
  });

  test('what is closed says so', () => {
    const { session, plan } = start;
    expect(finish(session, plan, MORNING)).toMatchObject({ scene: { kind: 'end' }, over: true });
  });
});
