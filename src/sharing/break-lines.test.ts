import { describe, expect, test } from 'vitest';
import { balanceLines, breakLines, fitLines } from './break-lines';

/** Every sign is one wide. */
const signs = (text: string) => [...text].length;

describe('breakLines', () => {
  test.each<[string, number, string[]]>([
    ['', 10, []],
    ['  ', 10, []],
    ['een', 10, ['een']],
    ['een twee drie', 8, ['een twee', 'drie']],
    ['een twee drie', 13, ['een twee drie']],
    ['een\ntwee  drie', 8, ['een twee', 'drie']],
    ['tot 40\u00a0% af', 7, ['tot', '40\u00a0% af']],
    ['een bijstandsuitkering nu', 8, ['een', 'bijstand', 'suitkeri', 'ng nu']],
    ['bijstandsuitkering', 6, ['bijsta', 'ndsuit', 'kering']],
    ['👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 1, ['👩‍👩‍👧‍👧', '👩‍👩‍👧‍👧']],
  ])('%j in %d', (text, width, lines) => expect(breakLines(text, width, signs)).toEqual(lines));
});

describe('balanceLines', () => {
  test('no word stays alone where the lines can share', () => {
    const text = 'aa bb cc dd ee ff gg';
    expect(breakLines(text, 17, signs)).toEqual(['aa bb cc dd ee ff', 'gg']);
    expect(balanceLines(text, 17, signs)).toEqual(['aa bb cc dd', 'ee ff gg']);
  });

  test('words are not cut for it', () => {
    expect(balanceLines('a bijstandsuitkering', 19, signs)).toEqual(['a', 'bijstandsuitkering']);
  });

  test('nothing is lost, and no line is too wide', () => {
    const text = 'Als we de menselijke maat willen, moeten we dichter bij elkaar staan, en dat is ook eng.';
    for (let width = 10; width < 100; width += 1) {
      const lines = balanceLines(text, width, signs);
      expect(lines.join(' ')).toBe(text);
      expect(Math.max(...lines.map(signs))).toBeLessThanOrEqual(width);
      expect(lines.length).toBe(breakLines(text, width, signs).length);
    }
  });
});

describe('fitLines', () => {
  const measureAt = (size: number) => (text: string) => signs(text) * size;
  const fit = (text: string, height: number) =>
    fitLines(text, { width: 100, height, lineHeight: 1 }, { largest: 20, smallest: 4 }, measureAt);

  test('few words are large', () => expect(fit('aa bb', 100)).toEqual({ size: 20, lines: ['aa bb'] }));
  test('more words are smaller', () => expect(fit('aa bb cc dd', 20)).toEqual({ size: 10, lines: ['aa bb', 'cc dd'] }));
  test('a long word makes all of them smaller rather than to break', () =>
    expect(fit('aa bijstandsuitkering', 100)).toEqual({ size: 4, lines: ['aa bijstandsuitkering'] }));
  test('never smaller than the smallest', () => expect(fit('aaaa '.repeat(40), 8)).toMatchObject({ size: 4 }));
});
