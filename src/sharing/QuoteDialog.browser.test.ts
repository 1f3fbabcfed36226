import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import QuoteOpener from '../../tests/support/QuoteOpener.svelte';
import { Language } from '../language/language.svelte';
import nl from '../language/words/nl.json';
import { copiedText, shareText, type QuoteCard } from './quote-card';
import '../styles/index.css';

const language = new Language('nl', nl);
const card: QuoteCard = {
  text: 'Ik kan zelf sturen. Ik wil alleen een bijrijder naast me.',
  wording: 'retold',
  name: 'Sander',
  side: 'cliënt',
  shape: 'round',
  plate: { circle: [30, 60, 22], arch: [72, 40, 24, 56], ground: 82 },
  time: 72.5,
  title: 'In De Dichter Bij Stand',
  address: 'https://film.example.org/nl/#t=72.5,80',
  portrait: '#bijrijder',
  language: 'nl',
  direction: 'ltr',
};

const dialog = page.getByRole('dialog', { name: 'Citaat van Sander' });
const opener = page.getByRole('button', { name: 'Toon' });
const button = (name: string) => dialog.getByRole('button', { name, exact: true });
const link = (name: string) => dialog.getByRole('link', { name });
const said = dialog.getByRole('status');

async function open(of: QuoteCard = card, callbacks: Record<string, () => void> = {}) {
  const { container } = await render(QuoteOpener, { language, card: of, ...callbacks });
  await opener.click();
  await expect.element(dialog).toBeVisible();
  return container.querySelector('dialog')!;
}

/** What the system's clipboard holds, as somebody would find out: by pasting it. */
async function pasted(): Promise<string> {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  await userEvent.paste();
  const { value } = field;
  field.remove();
  return value;
}

/** The system's share sheet can't be driven, and Chromium has none on Linux: what a browser offers in its place is set here. */
function offer(name: 'share' | 'canShare' | 'clipboard', value: unknown) {
  Object.defineProperty(navigator, name, { value, configurable: true });
}
const away = () => {
  for (const name of ['share', 'canShare', 'clipboard']) Reflect.deleteProperty(navigator, name);
};
beforeEach(() => {
  offer('share', undefined);
  offer('canShare', undefined);
});
afterEach(() => {
  away();
  vi.restoreAllMocks();
});

test('shows who says it, from which side, and that the words are retold', async () => {
  const element = await open();
  await expect.element(dialog.getByText('cliënt')).toBeVisible();
  await expect.element(dialog.getByText('naverteld')).toBeVisible();
  expect(element.querySelector('blockquote')!.textContent.trim()).toBe(card.text);
});

test('only own words stand between quotation marks', async () => {
  const element = await open({ ...card, wording: 'verbatim' });
  expect(element.querySelector('blockquote')!.textContent.trim()).toBe(`“${card.text}”`);
  await expect.element(dialog.getByText('naverteld')).not.toBeInTheDocument();
});

const long = 'Willen we de menselijke maat, dan moeten we dichterbij komen. '.repeat(3).slice(0, 160);

/** What is shown, once its size is set. */
async function words(text: string, width: number, height: number) {
  await page.viewport(width, height);
  const element = await open({ ...card, text });
  const shown = element.querySelector<HTMLElement>('blockquote p')!;
  const room = shown.parentElement!;
  const fits = () => shown.offsetHeight <= room.clientHeight && shown.scrollWidth <= room.clientWidth;
  await expect.poll(() => shown.style.fontSize).not.toBe('');
  expect(fits()).toBe(true);
  expect(element.scrollWidth).toBe(element.clientWidth);
  return { shown, fits, size: parseFloat(shown.style.fontSize) };
}

test.each([
  ['in a room', 1440, 900],
  ['on a phone', 320, 568],
])('many words fill the window %s', async (_, width, height) => {
  const { shown, fits, size } = await words(long, width, height);
  expect(size).toBeGreaterThanOrEqual(18);
  shown.style.fontSize = `${size + 2}px`;
  expect(fits()).toBe(false);
});

test('few words can be read from the back of the room', async () => {
  expect((await words('Gezien worden.', 1440, 900)).size).toBeGreaterThan(100);
});

test('a word that is wider than a phone breaks', async () => {
  await words('Arbeidsongeschiktheidsverzekeringsmaatschappijen helpen.', 320, 568);
});

test('copies the text with the address', async () => {
  await open();
  await button('Kopieer tekst').click();
  await expect.element(said).toHaveTextContent('De tekst is gekopieerd.');
  await userEvent.keyboard('{Escape}');
  expect(await pasted()).toBe(copiedText(card, language.t));
});

test('copies the link with its moment', async () => {
  await open();
  await button('Kopieer link').click();
  await expect.element(said).toHaveTextContent('De link is gekopieerd.');
  await userEvent.keyboard('{Escape}');
  expect(await pasted()).toBe('https://film.example.org/nl/#t=72.5,80');
});

test.each([
  ['that refuses', { writeText: () => Promise.reject(new DOMException('No.', 'NotAllowedError')) }],
  ['that is not there', undefined],
])('with a clipboard %s, what was asked for stands ready to be copied by hand', async (_, clipboard) => {
  offer('clipboard', clipboard);
  await open();
  await button('Kopieer link').click();
  await expect.element(said).toHaveTextContent('Kopiëren lukt hier niet.');
  await expect.element(dialog.getByLabelText('Om te kopiëren')).toHaveFocus();
  expect(document.getSelection()!.toString()).toBe(card.address);
});

test('gives the picture as a file, and takes it back on closing', async () => {
  const element = await open();
  await expect.element(link('Afbeelding bewaren')).toHaveAttribute('download', 'sander-1-12.png');
  const { href } = link('Afbeelding bewaren').element() as HTMLAnchorElement;
  const blob = await (await fetch(href)).blob();
  expect(blob.type).toBe('image/png');
  expect([...new Uint8Array(await blob.slice(0, 4).arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  element.close();
  await expect.poll(() => revoke.mock.calls).toEqual([[href]]);
});

test('without a share sheet there is no button for it', async () => {
  await open();
  await expect.element(button('Kopieer tekst')).toBeVisible();
  await expect.element(button('Delen')).not.toBeInTheDocument();
  await expect.element(button('Afbeelding delen')).not.toBeInTheDocument();
});

test('hands title, words and address to the share sheet, and no file where it takes none', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>().mockResolvedValue();
  offer('share', share);
  await open();
  await button('Delen').click();
  const text = shareText(card, language.t);
  expect(share.mock.calls).toEqual([[{ title: card.title, text, url: card.address }]]);
  await expect.element(button('Afbeelding delen')).not.toBeInTheDocument();
});

test('hands the picture to a share sheet that takes one, with the address in its words', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>().mockResolvedValue();
  offer('share', share);
  offer('canShare', ({ files }: ShareData) => files?.every(({ type }) => type === 'image/png') ?? true);
  await open();
  await button('Afbeelding delen').click();
  const [{ files, text }] = share.mock.lastCall!;
  expect(files!.map(({ name, type, size }) => [name, type, size > 1000])).toEqual([
    ['sander-1-12.png', 'image/png', true],
  ]);
  expect(text).toBe(copiedText(card, language.t));
});

test.each([
  ['AbortError', ''],
  ['NotAllowedError', 'Delen lukt hier niet. Kopieer de tekst of de link.'],
])('a share sheet that ends with %s says "%s"', async (name, text) => {
  const share = vi.fn(() => Promise.reject(new DOMException('No.', name)));
  offer('share', share);
  await open();
  await button('Delen').click();
  await expect.poll(() => share.mock.results.length).toBe(1);
  await expect.element(said).toHaveTextContent(text === '' ? /^$/ : text);
});

test('Escape closes, and the focus goes back to where it was', async () => {
  const onclose = vi.fn();
  await open(card, { onclose });
  await expect.element(button('Sluiten')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  await expect.poll(() => onclose.mock.calls.length).toBe(1);
});

test('a press on the shade closes, one in the dialog does not', async () => {
  const element = await open();
  await dialog.getByText(card.text).click();
  expect(element.open).toBe(true);
  await userEvent.click(document.documentElement, { position: { x: 2, y: 2 }, force: true });
  await expect.poll(() => element.open).toBe(false);
});

test('leads to the portrait and to the moment', async () => {
  const [onread, onclose] = [vi.fn(), vi.fn()];
  await open(card, { onread, onclose });
  await expect.element(link('Bekijk dit moment')).toHaveAttribute('href', card.address);
  await link('Lees het portret').click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(onread).toHaveBeenCalledOnce();
  expect(location.hash).toBe('#bijrijder');
});

test('a quote of nobody with a portrait has no way to one', async () => {
  await open({ ...card, portrait: undefined });
  await expect.element(link('Bekijk dit moment')).toBeVisible();
  await expect.element(link('Lees het portret')).not.toBeInTheDocument();
});
