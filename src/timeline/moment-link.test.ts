import { describe, expect, test } from 'vitest';
import { momentFragment, parseMomentLink, type MomentLink } from './moment-link';

describe('a moment', () => {
  test.each<[string, MomentLink]>([
    ['#t=10', { start: 10 }],
    ['t=10', { start: 10 }],
    ['#t=0', { start: 0 }],
    ['#t=10.', { start: 10 }],
    ['#t=72.5', { start: 72.5 }],
    ['#t=72.479999', { start: 72.48 }],
    ['#t=72.47999999999999', { start: 72.48 }],
    ['#t=007', { start: 7 }],
    ['#t=npt:10', { start: 10 }],
    ['#t=01:14', { start: 74 }],
    ['#t=01:14.25', { start: 74.25 }],
    ['#t=59:59.999', { start: 3599.999 }],
    ['#t=0:02:00', { start: 120 }],
    ['#t=00:02:00.5', { start: 120.5 }],
    ['#t=100:00:00', { start: 360_000 }],
    ['#t=npt:0:02:00', { start: 120 }],
  ])('%s', (fragment, moment) => expect(parseMomentLink(fragment)).toEqual(moment));

  // Not the norm, which wants two digits: but it is what the clock on the page shows, and what people type.
  test('#t=1:14, as the clock on the page writes it', () => expect(parseMomentLink('#t=1:14')).toEqual({ start: 74 }));
});

describe('a passage', () => {
  test.each<[string, MomentLink]>([
    ['#t=10,20', { start: 10, end: 20 }],
    ['#t=,20', { start: 0, end: 20 }],
    ['#t=0,0.001', { start: 0, end: 0.001 }],
    ['#t=npt:10,20', { start: 10, end: 20 }],
    ['#t=npt:,20', { start: 0, end: 20 }],
    ['#t=0:02:00,121.5', { start: 120, end: 121.5 }],
    ['#t=119.5,0:02:00', { start: 119.5, end: 120 }],
    ['#t=npt:0:02:00,0:02:01.5', { start: 120, end: 121.5 }],
    ['#t=59:59,1:00:00', { start: 3599, end: 3600 }],
  ])('%s', (fragment, moment) => expect(parseMomentLink(fragment)).toEqual(moment));
});

describe('among other things in the fragment', () => {
  test.each<[string, MomentLink]>([
    ['#t=10&xywh=0,0,1,1', { start: 10 }],
    ['#track=nl&t=10,20', { start: 10, end: 20 }],
    ['#sander&t=10', { start: 10 }],
    ['#&&t=10&', { start: 10 }],
    ['#t=2&t=10', { start: 10 }],
    ['#t=10&t=2,3&id=x', { start: 2, end: 3 }],
  ])('%s', (fragment, moment) => expect(parseMomentLink(fragment)).toEqual(moment));

  test.each<[string, MomentLink]>([
    ['#t=10&t=foo', { start: 10 }],
    ['#t=10,20&t=', { start: 10, end: 20 }],
    ['#t=3&t=20,10', { start: 3 }],
    ['#t=3&t=%', { start: 3 }],
  ])('the last valid one counts: %s', (fragment, moment) => expect(parseMomentLink(fragment)).toEqual(moment));
});

describe('percent-encoded, as mail and chat programs send it on', () => {
  test.each<[string, MomentLink]>([
    ['#t=10%2C20', { start: 10, end: 20 }],
    ['#t=10%2c20', { start: 10, end: 20 }],
    ['#t=npt%3A10', { start: 10 }],
    ['#t=0%3A02%3A00%2C121.5', { start: 120, end: 121.5 }],
    ['#%74=%6ept:%310,%3120', { start: 10, end: 120 }],
    ['#t=%31', { start: 1 }],
    ['#%&t=5', { start: 5 }],
    ['#x=%FF&t=5', { start: 5 }],
  ])('%s', (fragment, moment) => expect(parseMomentLink(fragment)).toEqual(moment));

  test.each(['#t=10%2', '#t=%', '#t=10%FF', '#t%3D10', '#t=10%26t=5', '#t=10%00', '#t=1%200'])('not %s', (fragment) =>
    expect(parseMomentLink(fragment)).toBeUndefined(),
  );
});

describe('what does not follow the norm is ignored', () => {
  test.each([
    '',
    '#',
    '##t=10',
    '#sander',
    '#t',
    '#t=',
    '#t=,',
    '#t=10,',
    '#t=npt:',
    '#t=npt:,',
    '#t=npt:10,npt:20',
    '#t=npt:npt:10',
    '#t=NPT:10',
    '#T=10',
    '#at=10',
    '#t=10,10',
    '#t=20,10',
    '#t=,0',
    '#t=1.0001,1.0004',
    '#t=10,20,30',
    '#t=-10',
    '#t=+10',
    '#t=1e3',
    '#t=0x10',
    '#t=10s',
    '#t=.5',
    '#t=1.2.3',
    '#t= 10',
    '#t=10 ',
    '#t=10;20',
    '#t=10-20',
    '#t=Infinity',
    '#t=NaN',
    '#t=٣',
    '#t=60:00',
    '#t=00:60',
    '#t=0:60:00',
    '#t=0:00:60',
    '#t=0:00:5',
    '#t=:10',
    '#t=1:',
    '#t=1::10',
    '#t=0:0:0:0',
    '#t=10:00.5:00',
    '#t=smpte:0:02:00',
    '#t=smpte-25:0:02:00,0:02:01',
    '#t=clock:2009-07-26T11:19:01Z',
    '#t=foo',
    '#t=__proto__',
    `#t=${'9'.repeat(400)}`,
  ])('%s', (fragment) => expect(parseMomentLink(fragment)).toBeUndefined());

  test('a long hostile fragment takes no long time: every sign is looked at a few times at most', () => {
    expect(parseMomentLink(`#t=${'1'.repeat(100_000)}:`)).toBeUndefined();
    expect(parseMomentLink(`#${'t=&'.repeat(50_000)}`)).toBeUndefined();
    expect(parseMomentLink(`#t=0.${'1'.repeat(100_000)}x`)).toBeUndefined();
  });
});

describe('momentFragment', () => {
  test.each<[MomentLink, string]>([
    [{ start: 0 }, '#t=0'],
    [{ start: -0.0001 }, '#t=0'],
    [{ start: 72.479999 }, '#t=72.48'],
    [{ start: 10, end: 20 }, '#t=10,20'],
    [{ start: 10, end: 20.1000001 }, '#t=10,20.1'],
    [{ start: 1e-7 }, '#t=0'],
  ])('%o is %s', (moment, fragment) => expect(momentFragment(moment)).toBe(fragment));

  test('every moment and passage comes back as it went', () => {
    for (let ms = 0; ms < 400_000; ms += 37) {
      const moment = { start: ms / 1000 };
      const passage = { start: ms / 1000, end: (ms + 1) / 1000 };
      expect([parseMomentLink(momentFragment(moment)), parseMomentLink(momentFragment(passage))]).toEqual([
        moment,
        passage,
      ]);
    }
  });
});
