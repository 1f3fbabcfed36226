import { expect, test } from 'vitest';
import { Library } from './library.svelte';

test('texts are there once they are loaded, and loaded once', async () => {
  const library = new Library();
  expect(library.text('nl')).toBeUndefined();
  const text = await library.loadText('nl');
  expect(library.words('nl')).toBe(text.words);
  expect(await library.loadText('nl')).toBe(text);
});

test('a person is found by id', () => {
  const library = new Library();
  expect(library.person('mila')?.name).toBe('Mila');
  expect(library.person('nobody')).toBeUndefined();
  expect(library.person(undefined)).toBeUndefined();
});

test('what an edition does not have is refused by name', async () => {
  const library = new Library();
  expect(() => library.words('fy')).toThrow('"fy"');
  await expect(library.loadText('fy')).rejects.toThrow('"fy"');
  await expect(library.loadPortrait('nobody', 'nl')).rejects.toThrow('"nobody"');
});
