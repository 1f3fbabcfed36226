import { describe, expect, test } from 'vitest';
import { fitSession, fitWords } from './fit-session';
import { next, planOf, toggleBlack, type Session } from './session';
import { after, een, nergens, planFor, rust, steps, twee, workshop, MORNING } from '../../tests/support/small-workshop';

const gone = { kind: 'chapter', id: 'weg', talk: 5 } as const;
/** As it was when the edition still had everything: `item` is the place in the programme. */
const was = (items: Session['programme']['items'], scene: Session['scene'], parts: Partial<Session> = {}) => {
  const session: Session = { ...workshop(items, 45).session, scene, ...parts };
  return { session, plan: planFor(session.programme) };
};
const record = (key: string) => ({ key, at: MORNING, place: 0, seen: 0, ended: false, talk: 60 });

test('what fits stays what it is', () => {
  const { plan } = workshop();
  plan.scenes.forEach((_, count) => {
    const session = toggleBlack(steps(workshop(), count));
    expect(fitSession(session, plan)).toBe(session);
  });
});

describe('what the edition no longer has', () => {
  test('is taken out, and the room stays where it is', () => {
    const { session, plan } = was(
      [gone, een, nergens, rust],
      { kind: 'question', item: 3, question: 0 },
      { talkingSince: MORNING, records: [record('weg'), record('theme:rust')] },
    );
    expect(fitSession(session, plan)).toEqual({
      ...session,
      programme: { items: [een, rust], wished: 45 },
      scene: { kind: 'question', item: 1, question: 0 },
      records: [record('theme:rust')],
    });
  });

  test('a film that plays plays on', () => {
    const film = { take: 3, time: 7, playing: true };
    const { session, plan } = was([gone, een], { kind: 'film', item: 1 }, { film });
    expect(fitSession(session, plan)).toMatchObject({ scene: { kind: 'film', item: 0 }, film });
  });

  test.each<[string, Session['scene']]>([
    ['a film', { kind: 'film', item: 1 }],
    ['a question', { kind: 'question', item: 1, question: 0 }],
    ['a card', { kind: 'card', item: 1 }],
  ])('if %s of it was on, the card of what comes next is', (_, scene) => {
    const running = { film: { take: 3, time: 7, playing: true }, talkingSince: MORNING };
    const { session, plan } = was([een, gone, nergens, twee], scene, scene.kind === 'card' ? {} : running);
    const fitted = fitSession(session, plan);
    expect(fitted).toMatchObject({ scene: { kind: 'card', item: 1 }, film: { playing: false } });
    expect(fitted.talkingSince).toBeUndefined();
    expect(next(fitted, planFor(fitted.programme), after(1)).scene).toEqual({ kind: 'film', item: 1 });
  });

  test('if nothing comes after it, it is the end', () => {
    const { session, plan } = was([een, gone], { kind: 'film', item: 1 });
    expect(fitSession(session, plan).scene).toEqual({ kind: 'end' });
  });

  test.each(['welcome', 'end'] as const)('at the %s nothing moves', (kind) => {
    const { session, plan } = was([gone, een], { kind });
    expect(fitSession(session, plan)).toMatchObject({ scene: { kind }, programme: { items: [een] } });
  });
});

test('a question that is gone is the last that is left; the talk goes on', () => {
  const session = { ...steps(workshop(), 12), scene: { kind: 'question', item: 2, question: 2 } } as const;
  const { agenda } = workshop().plan;
  expect(
    fitSession(
      session,
      planOf(agenda, () => 1),
    ),
  ).toMatchObject({
    scene: { kind: 'question', item: 2, question: 0 },
    talkingSince: session.talkingSince,
  });
});

describe('words that the edition no longer has', () => {
  const edition = { languages: ['nl', 'en'], quotes: [] };
  const { session } = workshop();
  test('what fits stays what it is', () => expect(fitWords(session, edition)).toBe(session));
  test('a quote is taken away', () => {
    const covered: Session = { ...session, cover: { kind: 'quote', quote: 'weg' } };
    expect(fitWords(covered, edition)).toEqual(session);
  });
  test('a language gives way to the first one, and its subtitles go', () => {
    const spoken = { ...session, language: 'fy', subtitles: ['fy', 'en'] };
    expect(fitWords(spoken, edition)).toEqual({ ...session, language: 'nl', subtitles: ['en'] });
  });
});
