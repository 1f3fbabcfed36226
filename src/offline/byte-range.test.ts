import { describe, expect, test } from 'vitest';
import { contentRange, sliceOf } from './byte-range';

const WHOLE = 'whole';
const NONE = 'bytes */1000';

/** What an answer for 1,000 bytes would say. */
function answer(header: string | null): string {
  const slice = sliceOf(header, 1000);
  return slice.kind === 'whole' ? WHOLE : contentRange(slice, 1000);
}

describe('of 1,000 bytes', () => {
  test.each([
    ['bytes=0-', 'bytes 0-999/1000'],
    ['bytes=0-0', 'bytes 0-0/1000'],
    ['bytes=0-1', 'bytes 0-1/1000'],
    ['bytes=0-999', 'bytes 0-999/1000'],
    ['bytes=0-1000', 'bytes 0-999/1000'],
    ['bytes=500-5000', 'bytes 500-999/1000'],
    ['bytes=999-', 'bytes 999-999/1000'],
    ['bytes=-100', 'bytes 900-999/1000'],
    ['bytes=-1000', 'bytes 0-999/1000'],
    ['bytes=-5000', 'bytes 0-999/1000'],
    ['BYTES=5-6', 'bytes 5-6/1000'],
    [' bytes=5-6 ', 'bytes 5-6/1000'],
    ['bytes=0-99999999999999999999999999', 'bytes 0-999/1000'],
  ])('%s is a part', (header, range) => expect(answer(header)).toBe(range));

  test.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])('%s is nothing', (header) =>
    expect(answer(header)).toBe(NONE),
  );

  test.each([
    null,
    '',
    'abc',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=abc',
    'bytes=5-2',
    'bytes=2000-1000',
    'bytes=a-5',
    'bytes=5-b',
    'bytes=1.5-3',
    'bytes=+1-3',
    'bytes=0x1-3',
    'bytes=--5',
    'bytes=1-2-3',
    'bytes=0-1,5-6',
    'bytes=0-1, -1',
    'bytes=,0-1',
    'bytes 0-1',
    'lines=0-1',
    'bytes=٣-٤',
    'bytes=0-1\nbytes=2-3',
  ])('%j is passed over', (header) => expect(answer(header)).toBe(WHOLE));
});

/** Written down as the RFC tells it, byte by byte: which bytes are asked for. */
const wanted = (size: number, first: number | undefined, last: number | undefined) =>
  [...Array(size).keys()].filter((byte) =>
    first === undefined ? byte >= size - last! : byte >= first && byte <= (last ?? Infinity),
  );

test('gives exactly the bytes that are asked for, in every file of up to twelve bytes', () => {
  const numbers = [undefined, ...Array(15).keys()];
  let looked = 0;
  for (let size = 0; size <= 12; size += 1)
    for (const first of numbers)
      for (const last of numbers) {
        if (first === undefined && last === undefined) continue;
        const slice = sliceOf(`bytes=${first ?? ''}-${last ?? ''}`, size);
        const isInvalid = first !== undefined && last !== undefined && last < first;
        const bytes = wanted(size, first, last);
        const told = `${first}-${last} of ${size}`;
        if (isInvalid) expect(slice, told).toEqual({ kind: 'whole' });
        else if (bytes.length === 0) expect(slice, told).toEqual({ kind: 'none' });
        else expect(slice, told).toEqual({ kind: 'part', start: bytes[0], end: bytes.at(-1)! + 1 });
        looked += 1;
      }
  expect(looked).toBe(13 * (16 * 16 - 1));
});
