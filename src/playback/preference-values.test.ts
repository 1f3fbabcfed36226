import { describe, expect, test } from 'vitest';
import { decodePreferences, DEFAULTS, SIZES } from './preference-values';

const languages = ['nl', 'en', 'ar'];
const read = (value: unknown) => decodePreferences(value, languages);

describe('a kept preference', () => {
  test('comes back as it was', () => {
    const kept = { ...DEFAULTS, subtitles: ['en', 'nl'], size: 'largest', waitAtLines: true };
    expect(read(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test.each(Object.keys(SIZES))('size %s', (size) => expect(read({ size })).toEqual({ size }));

  test('no subtitles is a choice', () => expect(read({ subtitles: [] })).toEqual({ subtitles: [] }));
});

describe('what does not fit is left out', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'large'],
    ['a number', 3],
    ['an unknown name', { colour: 'red' }],
    ['an unknown value', { size: 'huge', colours: 'red', position: 'left', step: 'frame' }],
    ['a name that every object has', { size: 'constructor' }],
    ['a switch that is text', { overlays: 'yes', keys: 1 }],
    ['a language that the edition lacks', { subtitles: ['de'] }],
    ['the same language twice', { subtitles: ['nl', 'nl'] }],
    ['three languages', { subtitles: ['nl', 'en', 'ar'] }],
    ['a language that is no text', { subtitles: [1] }],
    ['languages that are no list', { subtitles: 'nl' }],
  ])('%s', (_, value) => expect(read(value)).toEqual({}));

  test('and the rest is kept', () => expect(read({ size: 'huge', keys: false })).toEqual({ keys: false }));

  test('a prototype does not come along', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"keys":false},"overlays":false}');
    expect(read(hostile)).toEqual({ overlays: false });
  });
});
