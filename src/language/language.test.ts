import { afterEach, describe, expect, test, vi } from 'vitest';
import arabic from '../../tests/fixtures/arabic/media-manifests/hadiqa/interface.ar.json';
import { directionOf, isolated } from './direction';
import { Language } from './language.svelte';
import english from './words/en.json';
import dutch from './words/nl.json';

afterEach(() => vi.restoreAllMocks());

const ar = new Language('ar', arabic);
const nl = new Language('nl', dutch);

describe('a language with digits and plural forms of its own', () => {
  test.each([
    [0, '٠ دقيقة'],
    [1, 'دقيقة واحدة'],
    [2, 'دقيقتان'],
    [3, '٣ دقائق'],
    [10, '١٠ دقائق'],
    [11, '١١ دقيقة'],
    [99, '٩٩ دقيقة'],
    [100, '١٠٠ دقيقة'],
    [103, '١٠٣ دقائق'],
  ])('%i minutes', (count, text) => expect(ar.t('bar.minutes', { count })).toBe(text));

  test('numbers, clocks and numbers within texts', () => {
    expect(ar.digits('1:02:39')).toBe('١:٠٢:٣٩');
    expect(ar.digits(7)).toBe('٧');
    expect(ar.t('chapters.of', { index: 2, count: 14 })).toBe('الفصل ٢ من ١٤');
    expect(new Intl.NumberFormat(ar.locale).format(2.5)).toBe('٢٫٥');
  });

  test('one format serves all that is said: a page of ten thousand lines asks for a digit often', () => {
    const { NumberFormat } = Intl;
    const makes = vi.spyOn(Intl, 'NumberFormat').mockImplementation(function (...asked) {
      return new NumberFormat(...asked);
    });
    const fresh = new Language('fa', arabic);
    for (let second = 0; second < 50; second++) {
      fresh.digits(second);
      fresh.t('chapters.of', { index: second, count: 60 });
    }
    expect(makes).toHaveBeenCalledTimes(1);
  });

  test('dates are written as in the country of the words', () => {
    const date = (locale: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(2026, 10, 22));
    expect(['nl', 'en'].map((code) => date(new Language(code, code === 'nl' ? dutch : english).locale))).toEqual([
      '22 november 2026',
      '22 November 2026',
    ]);
  });

  test('lists are numbered in them', () => expect([ar.numbering, nl.numbering]).toEqual(['arab', 'latn']));

  test('follow a change of language', () => {
    const changing = new Language('ar', arabic);
    changing.change('nl', dutch);
    expect(changing.numbering).toBe('latn');
    expect([changing.digits('1:14'), changing.t('bar.minutes', { count: 2 }), changing.direction]).toEqual([
      '1:14',
      '2 minuten',
      'ltr',
    ]);
  });
});

describe('names of another direction', () => {
  test('are set apart within a sentence, others are not', () => {
    expect(ar.t('otherSide.hear', { name: 'Jan', side: 'بستاني' })).toBe(
      'استمع إلى الجانب الآخر: \u2068Jan\u2069 (بستاني)',
    );
    expect(nl.t('share.title', { name: 'Jan' })).not.toMatch(/[\u2066-\u2069]/);
    expect(isolated('سميرة', 'ltr')).toBe('\u2068سميرة\u2069');
    expect(isolated('1:14', 'rtl')).toBe('1:14');
  });
});

test('the direction is that of the script, of any language', () => {
  const from = (direction: string) =>
    ['ar', 'fa', 'ur', 'he', 'yi', 'ckb', 'sd', 'ps', 'dv', 'az-Arab', 'nl', 'tr', 'az', 'zh', 'ti'].filter(
      (code) => directionOf(code) === direction,
    );
  expect(from('ltr')).toEqual(['nl', 'tr', 'az', 'zh', 'ti']);
  expect([ar.dirOf('nl'), ar.dirOf('fa'), nl.dirOf('ar'), nl.dirOf(undefined)]).toEqual([
    'ltr',
    undefined,
    'rtl',
    undefined,
  ]);
});
