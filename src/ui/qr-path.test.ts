import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { qrPath, type QrPath } from './qr-path';

const codeOf = (text: string): QrPath => qrPath(text)!;

/** Modules as the path draws them, without a browser. */
function modulesOf({ size, path }: QrPath): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(runs.map(([run]) => run).join(''), 'nothing else is drawn').toBe(path);
  for (const [, x, y, length] of runs) rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
  return rows;
}

/** What a camera reads: the same decoder that web apps use. */
function readBack(code: QrPath): string | undefined {
  const scale = 4;
  const width = code.size * scale;
  const modules = modulesOf(code);
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(y / scale)]![Math.floor(x / scale)])
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return jsQR(pixels, width, width, { inversionAttempts: 'dontInvert' })?.data;
}

describe('a code leads to the very address', () => {
  test.each([
    'https://film.example.org/nl/#sander',
    'https://film.example.org/nl/#t=187.44',
    'https://film.example.org/een/map/nl/#route=luisteren',
    'http://127.0.0.1:4173/en/handout/#programme=1/sander:10/theme:luisteren:8&minutes=45&for=host&languages=nl,en',
    `https://film.example.org/nl/#programme=1/${'natasja:10/'.repeat(40)}`,
    'https://film.example.org/ar/#route=%D8%A7%D8%B3%D8%AA%D9%85%D8%A7%D8%B9',
    'https://voorbeeld.nl/één',
  ])('%s', (address) => expect(readBack(codeOf(address))).toBe(address));
});

test('four modules around it stay white', () => {
  const code = codeOf('https://film.example.org/nl/#sander');
  const modules = modulesOf(code);
  const black = modules.flatMap((row, y) => row.flatMap((is, x) => (is ? [[x, y] as const] : [])));
  expect(Math.min(...black.flat())).toBe(4);
  expect(Math.max(...black.flat())).toBe(code.size - 5);
});

test('what no code can hold has none', () => {
  expect(qrPath('a'.repeat(2331))).toBeDefined();
  expect(qrPath('a'.repeat(2332))).toBeUndefined();
});
