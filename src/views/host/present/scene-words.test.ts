import { expect, test } from 'vitest';
import type { WordKey } from '../../../language/language.svelte';
import { planOf, toggleBlack, toggleQuote, type Session } from '../../../programme/session';
import type { Words } from '../../../timeline/edition-data';
import { nextWords, sceneWords } from './scene-words';
import { een, planFor, rust, steps, workshop } from '../../../../tests/support/small-workshop';

const words = {
  chapters: { een: { title: 'Het begin', summary: '', questions: ['Wie?', 'Wat?'] } },
  themes: { rust: { label: 'Stilte' } },
} as unknown as Words;
const t = (key: WordKey, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join(' ');

const begun = workshop([een, rust]);
const { plan } = begun;
const at = (step: number) => steps(begun, step);
const now = (session: Session) => sceneWords(session, plan, words, t);
const then = (session: Session) => nextWords(session, plan, words, t);

test('each step says what the room sees, and what comes next', () => {
  const all = plan.scenes.map((_, step) => [now(at(step)), then(at(step))]);
  expect(all).toEqual([
    ['host.scene.welcome', 'Het begin'],
    ['host.scene.card', 'host.what.film'],
    ['host.scene.film', 'host.what.question 1'],
    ['host.scene.question 1 2', 'host.what.question 2'],
    ['host.scene.question 2 2', 'Stilte'],
    ['host.scene.card', 'host.what.film'],
    ['host.scene.film', 'host.what.question 1'],
    ['host.scene.question 1 1', 'host.what.end'],
    ['host.scene.end', undefined],
  ]);
});

test('what lies over the scene is what the room sees; a press only takes it away', () => {
  const film = at(2);
  expect([now(toggleBlack(film)), then(toggleBlack(film))]).toEqual(['host.scene.black', 'host.what.film']);
  const quote = toggleQuote(at(3), 'stil');
  expect([now(quote), then(quote)]).toEqual(['host.scene.quote', 'host.what.question 1']);
  expect(then(toggleBlack(at(0)))).toBe('host.scene.welcome');
  expect(then(toggleBlack(at(1)))).toBe('Het begin');
  expect(then(toggleBlack(at(8)))).toBe('host.what.end');
});

test('without words an item is called by its id', () => {
  const bare = { chapters: {}, themes: {} } as unknown as Words;
  expect(nextWords(at(0), planFor({ items: [een] }), bare, t)).toBe('een');
});

test('an empty programme goes from the welcome to its end', () => {
  expect(
    nextWords(
      workshop([]).session,
      planOf([], () => 0),
      words,
      t,
    ),
  ).toBe('host.what.end');
});
