import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import TermPage from '../../tests/fixtures/TermPage.svelte';
import words from '../language/words/nl.json';

const nightShift = {
  term: 'nachtdienst',
  gloss: 'Werk in de nacht.',
  original: { text: 'night shift', language: 'en' },
};
const pieces = [
  { text: 'Tom komt na zijn ' },
  { text: 'Nachtdienst', term: nightShift },
  { text: ', en ' },
  { text: 'blijft', term: { term: 'blijven', gloss: 'Niet weggaan.' } },
  { text: '.' },
];

async function page() {
  const { getByRole, getByTestId } = await render(TermPage, { pieces });
  const word = getByRole('button', { name: 'Nachtdienst' });
  const gloss = getByRole('dialog', { name: 'nachtdienst' });
  const isOpen = async () => {
    await expect.element(gloss).toHaveFocus();
    await expect.element(word).toHaveAttribute('aria-expanded', 'true');
  };
  const isClosed = async () => {
    await expect.element(gloss).not.toBeInTheDocument();
    await expect.element(word).toHaveAttribute('aria-expanded', 'false');
  };
  return { getByRole, text: getByTestId('text').first(), box: getByTestId('box'), word, gloss, isOpen, isClosed };
}

test('the words stand as they were, and only the terms can be pressed', async () => {
  const { getByRole, text } = await page();
  expect(text.element().textContent).toBe('Tom komt na zijn Nachtdienst, en blijft.');
  expect(getByRole('button').elements()).toHaveLength(4);
  expect(text.element().querySelector('[popover]')).toBeNull();
});

test('a press opens the explanation near the word, inside the window, and it is heard once', async () => {
  const { word, gloss, isOpen } = await page();
  await word.click();
  await isOpen();
  await expect.element(gloss).toHaveTextContent('nachtdienst (night shift)Werk in de nacht.');
  await expect.element(gloss).toHaveAccessibleDescription('Werk in de nacht.');
  expect(gloss.element().querySelector('[lang=en]')?.textContent).toBe('(night shift)');
  const box = gloss.element().getBoundingClientRect();
  const near = word.element().getBoundingClientRect();
  expect(box.left).toBeGreaterThanOrEqual(8);
  expect(box.right).toBeLessThanOrEqual(innerWidth - 8);
  expect(Math.min(Math.abs(box.top - near.bottom), Math.abs(near.top - box.bottom))).toBeLessThanOrEqual(9);
});

test('Escape closes it, and the word has the focus again', async () => {
  const { word, isOpen, isClosed } = await page();
  word.element().focus();
  await userEvent.keyboard('{Enter}');
  await isOpen();
  await userEvent.keyboard('{Escape}');
  await isClosed();
  await expect.element(word).toHaveFocus();
});

test('a press on the word or on the cross closes it too', async () => {
  const { getByRole, word, isOpen, isClosed } = await page();
  for (const closes of [word, getByRole('button', { name: words.gloss.close })]) {
    await word.click();
    await isOpen();
    await closes.click();
    await isClosed();
    await expect.element(word).toHaveFocus();
  }
});

test('a press outside closes it; the word has the focus again, unless something else took it', async () => {
  const { getByRole, text, word, isOpen, isClosed } = await page();
  await word.click();
  await isOpen();
  await text.click({ position: { x: 2, y: 2 } });
  await isClosed();
  await expect.element(word).toHaveFocus();
  await word.click();
  await isOpen();
  const elsewhere = getByRole('button', { name: 'Elders' });
  await elsewhere.click();
  await isClosed();
  await expect.element(elsewhere).toHaveFocus();
});

test('one is open at a time, and it closes for who walks on with the keyboard', async () => {
  const { getByRole, word, isOpen, isClosed } = await page();
  await word.click();
  await isOpen();
  const other = getByRole('button', { name: 'blijft' });
  await other.click();
  await isClosed();
  await expect.element(getByRole('dialog', { name: 'blijven' })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(getByRole('button', { name: 'Elders' })).toHaveFocus();
});

test('it stays with its word while the text scrolls', async () => {
  const { box, word, gloss, isOpen } = await page();
  await word.click();
  await isOpen();
  const apart = () => gloss.element().getBoundingClientRect().top - word.element().getBoundingClientRect().bottom;
  const before = apart();
  box.first().element().scrollTop = 20;
  await expect.poll(() => word.element().getBoundingClientRect().top).toBeLessThan(60);
  await expect.poll(apart).toBe(before);
});

test('in a dialog it can be read and closed, and the dialog stays', async () => {
  const { getByRole } = await page();
  await getByRole('button', { name: 'Open venster' }).click();
  const dialog = getByRole('dialog', { name: 'Venster' });
  const word = dialog.getByRole('button', { name: 'Nachtdienst' });
  const gloss = dialog.getByRole('dialog', { name: 'nachtdienst' });
  await word.click();
  await expect.element(gloss).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(gloss).not.toBeInTheDocument();
  await expect.element(dialog).toBeVisible();
  await expect.element(word).toHaveFocus();
});
