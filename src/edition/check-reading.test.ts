import { describe, expect, test } from 'vitest';
import { checkLines, checkSpeed, checkTimes, lengthOf } from './check-reading';
import { checkLanguages } from './check-languages';
import type { CaptionCue, Captions } from './parse-captions';
import type { Film } from './schema';

const cue = (start: number, end: number, text = 'x', id = `a-${start}`): CaptionCue => ({
  id,
  start,
  end,
  parts: [{ text }],
  classes: [],
  text,
  source: text,
  lines: { id: 1, timing: 2, text: 3 },
});
const captions = (...cues: CaptionCue[]): Captions => ({
  file: 'nl.vtt',
  cues,
  broken: new Set(),
  timed: true,
  tooLong: false,
});
const codes = (problems: readonly { code: string }[]) => problems.map((one) => one.code);

test.each([
  [832, ['cue-too-short']],
  [833, ['cue-short']],
  [999, ['cue-short']],
  [1000, []],
  [7000, []],
  [7001, ['cue-too-long']],
])('a cue of %i ms', (length, expected) => expect(codes(checkTimes(captions(cue(0, length))))).toEqual(expected));

test.each([
  [-1001, ['cue-order']],
  [-1, ['cues-overlap']],
  [0, ['gap-too-small']],
  [79, ['gap-too-small']],
  [80, []],
  [81, ['gap-loose']],
  [499, ['gap-loose']],
  [500, []],
])('a gap of %i ms', (gap, expected) =>
  expect(codes(checkTimes(captions(cue(1000, 2000), cue(2000 + gap, 4000 + gap))))).toEqual(expected),
);

test.each([
  ['nl', 30, []],
  ['nl', 31, ['reading-fast']],
  ['nl', 34, ['reading-fast']],
  ['nl-BE', 35, ['reading-too-fast']],
  ['en', 34, []],
  ['en', 35, ['reading-fast']],
  ['en', 40, ['reading-fast']],
  ['ar', 41, ['reading-too-fast']],
])('%s: %i characters in two seconds', (language, length, expected) =>
  expect(codes(checkSpeed(captions(cue(0, 2000, 'x'.repeat(length))), language))).toEqual(expected),
);

describe('lines', () => {
  test.each([
    [37, []],
    [38, ['line-long']],
    [42, ['line-long']],
    [43, ['line-too-long']],
  ])('of %i characters', (length, expected) =>
    expect(codes(checkLines(captions(cue(0, 1, 'x'.repeat(length)))))).toEqual(expected),
  );

  test('letters are counted as people count them, and each line on its own', () => {
    expect(checkLines(captions(cue(0, 1, 'e\u0301'.repeat(37))))).toEqual([]);
    expect(checkLines(captions(cue(0, 1, `x\n${'y'.repeat(43)}`)))).toMatchObject([{ code: 'line-too-long', line: 4 }]);
  });
});

test.each([
  [500, []],
  [501, ['times-differ']],
])('%i ms between two languages', (apart, expected) => {
  const spoken = (start: number) => ({ captions: captions(cue(start, 5000, 'x', 'a-1')), narrator: undefined });
  expect(codes(checkLanguages(spoken(1000), spoken(1000 + apart), { people: [] as Film['people'] } as Film))).toEqual(
    expected,
  );
});

test('a quick count of signs is the count that the segmenter makes', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const signs = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code));
  const joining = ['\u0301', '\u200d', '\u1100', '\ud83c\uddf3', '\ufe0f', '\u00ad', '\r'];
  const texts = [
    ...signs.flatMap((sign) => [sign, `a${sign}`, `${sign}${sign}`]),
    ...joining.map((sign) => `é${sign}\n`),
  ];
  const wrong = texts.filter((text) => lengthOf(text) !== [...segmenter.segment(text)].length);
  expect(wrong).toEqual([]);
});
