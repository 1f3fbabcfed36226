import { expect, test } from 'vitest';
import { begin } from '../programme/session';
import { decodeWorkshops, encodeWorkshops, holdsNothing, NO_WORKSHOPS, type KeptWorkshops } from './kept-workshops';

const running = begin({
  id: 'workshop-1',
  programme: { items: [{ kind: 'chapter', id: 'sander', talk: 5 }] },
  language: 'nl',
  subtitles: ['nl'],
  size: 'large',
  now: 1_790_000_000_000,
});
const past = (id: string) => ({ id, begun: 1, ended: 2, items: [] });
const all: KeptWorkshops = {
  programmes: [{ name: 'Team Zuid', fragment: '#programme=1/sander:5' }],
  past: [past('workshop-0')],
  running,
};

test('what was kept comes back', () => {
  expect(decodeWorkshops(encodeWorkshops(all))).toEqual(all);
  expect(decodeWorkshops(encodeWorkshops(NO_WORKSHOPS))).toEqual(NO_WORKSHOPS);
  expect([all, NO_WORKSHOPS, { ...NO_WORKSHOPS, running }].map(holdsNothing)).toEqual([false, true, false]);
});

test.each<[string, string | null]>([
  ['no text', null],
  ['no JSON', '{"version":1'],
  ['a list', '[1]'],
  ['another version', JSON.stringify({ ...all, version: 2 })],
  ['lists that are none', '{"version":1,"programmes":{"0":1},"past":"x","running":[]}'],
  ['a programme without a name', '{"version":1,"programmes":[{"name":" ","fragment":"#programme=1"}]}'],
  ['a name that is too long', `{"version":1,"programmes":[{"name":"${'a'.repeat(61)}","fragment":"#a"}]}`],
  ['an address of another site', '{"version":1,"programmes":[{"name":"a","fragment":"https://example.org"}]}'],
  ['a program', '{"version":1,"programmes":[{"name":"a","fragment":"javascript:alert(1)"}]}'],
  ['a workshop that does not fit', '{"version":1,"past":[{"id":"a"}],"running":{"id":"b"}}'],
  ['names of every object', '{"version":1,"__proto__":{"past":[1]},"constructor":1}'],
])('%s is nothing', (_, text) => expect(decodeWorkshops(text)).toEqual(NO_WORKSHOPS));

test('what fits stays when something beside it does not; of doubles the first, and no more than there may be', () => {
  const many = JSON.stringify({
    version: 1,
    programmes: [
      ...all.programmes,
      7,
      { name: 'Team Zuid', fragment: '#x' },
      ...Array.from({ length: 80 }, (_, n) => ({ name: `n${n}`, fragment: '#programme=1' })),
    ],
    past: [{}, ...Array.from({ length: 30 }, (_, n) => past(`workshop-${n}`))],
    running: { ...running, size: 'huge' },
  });
  const kept = decodeWorkshops(many);
  expect([kept.programmes.length, kept.past.length, kept.running]).toEqual([50, 20, undefined]);
  expect(kept.programmes[0]).toEqual(all.programmes[0]);
});
