import { describe, expect, test } from 'vitest';
import { Language } from '../language/language.svelte';
import nl from '../language/words/nl.json';
import tokens from '../styles/tokens.css?inline';
import { COLOURS, drawQuoteCard } from './draw-quote-card';
import type { QuoteCard } from './quote-card';
import { MARGIN, SIDE } from './quote-card-layout';

const dutch = new Language('nl', nl);
const card: QuoteCard = {
  text: 'Gezien worden.',
  wording: 'retold',
  name: 'Sander',
  side: 'cliënt',
  shape: 'round',
  plate: { circle: [30, 60, 22], arch: [72, 40, 24, 56], ground: 82 },
  time: 72.5,
  title: 'In De Dichter Bij Stand',
  address: 'https://film.example.org/nl/#t=72.5,80',
  language: 'nl',
  direction: 'ltr',
};
const long = 'Willen we de menselijke maat, dan moeten we dichterbij komen. '.repeat(3).slice(0, 160);

/** A colour as the number that a pixel of it is. */
function pixel(name: keyof typeof COLOURS): number {
  const parts = COLOURS[name].match(/[0-9a-f]{2}/g)!.map((part) => parseInt(part, 16));
  return new Uint32Array(new Uint8Array([...parts, 255]).buffer)[0]!;
}

async function pixels(of: QuoteCard) {
  const blob = await drawQuoteCard(of, dutch);
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const ink = canvas.getContext('2d')!;
  ink.drawImage(bitmap, 0, 0);
  const data = new Uint32Array(ink.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
  return {
    blob,
    width: bitmap.width,
    height: bitmap.height,
    at: (x: number, y: number) => data[y * bitmap.width + x]!,
  };
}
type Pixels = Awaited<ReturnType<typeof pixels>>;

/** The outermost columns, below the plate, that are not bare paper. */
function written({ at }: Pixels): { first: number; last: number } {
  const paper = pixel('paper');
  const isBare = (x: number) => {
    for (let y = 600; y < SIDE; y += 1) if (at(x, y) !== paper) return false;
    return true;
  };
  let [first, last] = [0, SIDE - 1];
  while (first < last && isBare(first)) first += 1;
  while (last > first && isBare(last)) last -= 1;
  return { first, last };
}

test('is a PNG of the size that was promised', async () => {
  const { blob, width, height } = await pixels(card);
  expect([blob.type, width, height]).toEqual(['image/png', SIDE, SIDE]);
  const start = new Uint8Array(await blob.slice(0, 8).arrayBuffer());
  expect([...start]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
});

test('shows the plate: sky, both shapes, ground', async () => {
  const drawn = await pixels(card);
  const colours = new Set<number>();
  for (let x = 0; x < SIDE; x += 8) for (let y = 0; y < 560; y += 8) colours.add(drawn.at(x, y));
  for (const name of ['manager-wash', 'manager', 'client', 'client-wash'] as const)
    expect(colours, name).toContain(pixel(name));
});

describe.each([
  ['few words', card],
  ['160 signs', { ...card, text: long }],
  ['160 wide signs', { ...card, text: 'MWMWMWM WMWMWMW '.repeat(10) }],
  ['one word of 160 signs', { ...card, text: 'W'.repeat(160) }],
  ['a long name', { ...card, name: 'Wilhelmina '.repeat(6), side: 'klantmanager werk en inkomen' }],
  ['a long address', { ...card, address: `https://film.example.org/${'w'.repeat(80)}/#t=72.5,80` }],
] satisfies [string, QuoteCard][])('%s', (_, of) => {
  test('stay within the margins', async () => {
    const { first, last } = written(await pixels(of));
    // A letter may lean a little over its own width.
    expect(first).toBeGreaterThan(MARGIN - 12);
    expect(last).toBeLessThan(SIDE - MARGIN + 12);
  });
});

test('from right to left everything begins at the right', async () => {
  const [ltr, rtl] = [await pixels(card), await pixels({ ...card, direction: 'rtl' })];
  const middle = SIDE / 2;
  const dark = pixel('ink');
  const inkOf = ({ at }: Pixels, from: number) => {
    let found = 0;
    for (let x = from; x < from + middle; x += 1) for (let y = 700; y < SIDE; y += 1) if (at(x, y) === dark) found += 1;
    return found;
  };
  expect(written(rtl).last).toBeGreaterThan(SIDE - MARGIN - 40);
  expect(inkOf(ltr, 0)).toBeGreaterThan(2 * inkOf(ltr, middle));
  expect(inkOf(rtl, middle)).toBeGreaterThan(2 * inkOf(rtl, 0));
});

test('the mark has the shape and the colour of the side', async () => {
  const has = async (shape: QuoteCard['shape'], colour: number) => {
    const { at } = await pixels({ ...card, shape });
    for (let x = 0; x < SIDE; x += 1) for (let y = 700; y < SIDE; y += 1) if (at(x, y) === colour) return true;
    return false;
  };
  expect(await has('round', pixel('client'))).toBe(true);
  expect(await has('round', pixel('manager'))).toBe(false);
  expect(await has('straight', pixel('manager'))).toBe(true);
});

test('the same quote is the same picture', async () => {
  const [one, other] = [await drawQuoteCard(card, dutch), await drawQuoteCard(card, dutch)];
  expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await other.arrayBuffer()));
});

test('its colours are the light ones of the page', () => {
  for (const [name, colour] of Object.entries(COLOURS)) expect(tokens).toContain(`--${name}: light-dark(${colour},`);
});
