import { describe, expect, test } from 'vitest';
import { asChange, changed, decodeRemembered, setBetween, settingsIn, type Remembered } from './remembered';

const all: Remembered = {
  film: 72.48,
  rate: 0.75,
  'portrait:sander': 'bijrijder',
  'portrait:nena': 'van-twee-kanten',
  'setting:size': 'large',
  'setting:subtitles': ['nl', 'en'],
};
const read = (texts: Record<string, string>) => decodeRemembered(Object.entries(texts));
const settings = { size: 'large', subtitles: ['nl', 'en'] };

test('a change adds, replaces and takes away, and leaves the rest', () => {
  expect(changed({}, all)).toEqual(all);
  expect(changed(all, { film: undefined, rate: 2, 'portrait:sander': undefined })).toEqual({
    rate: 2,
    'portrait:nena': 'van-twee-kanten',
    ...asChange(settings),
  });
});

test('settings are known by their own names', () => {
  expect(settingsIn(all)).toEqual(settings);
  expect(settingsIn(asChange(settings))).toEqual(settings);
  expect(settingsIn({ film: 12, 'portrait:sander': 'bijrijder' })).toEqual({});
});

test('what has been set between two looks: new, otherwise and no more', () => {
  const before = { size: 'large', keys: false, subtitles: ['nl', 'en'] };
  const after = { size: 'small', colours: 'yellow', subtitles: ['nl', 'en'] };
  expect(setBetween(before, after)).toEqual({ size: 'small', keys: undefined, colours: 'yellow' });
  expect(setBetween(after, { ...after, subtitles: ['en', 'nl'] })).toEqual({ subtitles: ['en', 'nl'] });
});

test('what was kept comes back', () =>
  expect(
    read({
      film: '72.48',
      rate: '0.75',
      'portrait:sander': '"bijrijder"',
      'portrait:nena': '"van-twee-kanten"',
      'setting:size': '"large"',
      'setting:subtitles': '["nl","en"]',
    }),
  ).toEqual(all));

test('a name that a stranger has written changes no other thing', () => {
  const kept = read({
    'portrait:__proto__': '"a"',
    'setting:__proto__': '{"size":"huge"}',
    'setting:constructor': '1',
  });
  expect(Object.keys(settingsIn(kept))).toEqual(['__proto__', 'constructor']);
  expect([settingsIn(kept)['size'], Object.getPrototypeOf(settingsIn(kept))]).toEqual([undefined, Object.prototype]);
});

describe('what does not fit is left out', () => {
  test.each<[string, Record<string, string>]>([
    ['no JSON', { film: '12s', 'setting:size': '"large' }],
    ['a name that is not ours', { time: '12', portrait: '"bijrijder"', setting: '"large"' }],
    ['a time that is text', { film: '"12"' }],
    ['a time before the film', { film: '-1' }],
    ['a time of a year', { film: '31536000' }],
    ['a time without end', { film: '1e999' }],
    ['a speed that no film has', { rate: '16' }],
    ['a paragraph that is no id', { 'portrait:sander': '"<b>"' }],
    ['a paragraph that is a number', { 'portrait:sander': '3' }],
  ])('%s', (_, entries) => expect(read(entries)).toEqual({}));
  test('and what fits beside it is taken', () =>
    expect(read({ film: '-1', rate: '0.75', 'portrait:sander': '"<a>"' })).toEqual({ rate: 0.75 }));
});
