import { expect, test } from 'vitest';
import { PassageChoice } from './passage.svelte';

test('from the line pressed last to another, in either direction', () => {
  const passage = new PassageChoice();
  passage.press(5);
  expect(passage.chosen).toBeUndefined();
  passage.extendTo(8, 'nl', true);
  expect(passage.chosen).toEqual({ from: 5, to: 8, language: 'nl' });
  expect([4, 5, 8, 9].map(passage.holds)).toEqual([false, true, true, false]);
  passage.extendTo(2, 'nl', true);
  expect(passage.chosen).toEqual({ from: 2, to: 5, language: 'nl' });
  expect(passage.close()).toBe(5);
  expect([2, 5].map(passage.holds)).toEqual([false, false]);
});

test('without a press before, the line itself, and further from there', () => {
  const passage = new PassageChoice();
  passage.extendTo(3, 'en', false);
  expect(passage.chosen).toEqual({ from: 3, to: 3, language: 'en' });
  passage.extendTo(4, 'en', false);
  expect(passage.chosen).toEqual({ from: 3, to: 4, language: 'en' });
});

test('a plain press ends the choice', () => {
  const passage = new PassageChoice();
  passage.extendTo(3, 'en', true);
  passage.press(9);
  expect(passage.chosen).toBeUndefined();
});

test('a selection of text is a passage, and the same one for as long as it names the same lines', () => {
  const passage = new PassageChoice();
  passage.select({ from: 1, to: 2, language: 'nl' });
  const first = passage.chosen;
  passage.select({ from: 1, to: 2, language: 'nl' });
  expect(passage.chosen).toBe(first);
  expect(passage.byKeys).toBe(false);
  passage.select({ from: 1, to: 2, language: 'en' });
  expect(passage.chosen?.language).toBe('en');
  expect(passage.close()).toBe(1);
  expect(passage.close()).toBeUndefined();
});
