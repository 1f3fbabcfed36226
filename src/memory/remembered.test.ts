import { describe, expect, test } from 'vitest';
import { decodeRemembered, encodeRemembered, isNothing, NOTHING, setBetween, type Remembered } from './remembered';

const all: Remembered = {
  film: 72.48,
  rate: 0.75,
  portraits: { sander: 'bijrijder', nena: 'van-twee-kanten' },
  preferences: { size: 'large', subtitles: ['nl', 'en'] },
};

describe('what was kept', () => {
  test('comes back', () => expect(decodeRemembered(encodeRemembered(all))).toEqual(all));
  test('nothing comes back as nothing', () => expect(decodeRemembered(encodeRemembered(NOTHING))).toEqual(NOTHING));
  test('nothing is known as nothing, and the usual speed too', () => {
    expect(isNothing(NOTHING)).toBe(true);
    expect(isNothing({ ...NOTHING, rate: 1 })).toBe(true);
    for (const part of ['film', 'rate', 'portraits', 'preferences'] as const)
      expect(isNothing({ ...NOTHING, [part]: all[part] }), part).toBe(false);
  });
});

test('what has been set between two looks: new, otherwise and no more', () => {
  const before = { size: 'large', keys: false, subtitles: ['nl', 'en'] };
  const after = { size: 'small', colours: 'yellow', subtitles: ['nl', 'en'] };
  expect(setBetween(before, after)).toEqual({ size: 'small', keys: undefined, colours: 'yellow' });
  expect(setBetween(after, { ...after, subtitles: ['en', 'nl'] })).toEqual({ subtitles: ['en', 'nl'] });
});

describe('what does not fit is left out', () => {
  test.each<[string, string | null]>([
    ['no text', null],
    ['no JSON', '{"version":1'],
    ['a list', '[1]'],
    ['another version', '{"version":2,"film":3}'],
    ['a time that is text', '{"version":1,"film":"12"}'],
    ['a time before the film', '{"version":1,"film":-1}'],
    ['a time of a year', '{"version":1,"film":31536000}'],
    ['a time without end', '{"version":1,"film":1e999}'],
    ['a speed that no film has', '{"version":1,"rate":16}'],
    ['portraits that are a list', '{"version":1,"portraits":["sander"]}'],
    ['a paragraph that is no id', '{"version":1,"portraits":{"sander":"<b>"}}'],
    ['a person that is no id', '{"version":1,"portraits":{"__proto__":"a"}}'],
    ['a paragraph that is a number', '{"version":1,"portraits":{"sander":null}}'],
    ['preferences that are text', '{"version":1,"preferences":"all"}'],
  ])('%s', (_, text) => expect(decodeRemembered(text)).toEqual(NOTHING));
});
