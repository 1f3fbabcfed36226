import { expect, test } from 'vitest';
import { edition, languages, textOf } from '../../tests/support/shipped-edition';
import { itemWords } from './item-words';

const { data } = edition;
const theme = data.themes[0]!;

test('every chapter and theme has a title, a summary and a question', () => {
  const items = [
    ...data.chapters.map(({ id }) => ({ kind: 'chapter' as const, id })),
    ...data.themes.map(({ id }) => ({ kind: 'theme' as const, id })),
  ];
  for (const language of languages)
    for (const item of items) {
      const text = itemWords(item, textOf(language).words, 'What stayed with you?');
      expect([text.title, text.summary, ...text.questions].every((part) => part.length > 0)).toBe(true);
      expect(text.questions.length).toBeGreaterThan(0);
    }
});

test('a theme without questions of its own asks the one for all', () => {
  const { words } = textOf(languages[0]!);
  const { label, slug, about } = words.themes[theme.id]!;
  const bare = { ...words, themes: { [theme.id]: { label, slug, about } } };
  expect(itemWords({ kind: 'theme', id: theme.id }, bare, 'And you?')).toEqual({
    title: label,
    summary: about,
    questions: ['And you?'],
  });
});

test('what the words do not have is called by its id', () => {
  const { words } = textOf(languages[0]!);
  for (const kind of ['chapter', 'theme'] as const)
    expect(itemWords({ kind, id: 'gone' }, words, 'And you?')).toEqual({
      title: 'gone',
      summary: '',
      questions: ['And you?'],
    });
});
