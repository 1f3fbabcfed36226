import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bareEdition } from '../../tests/support/bare-edition';
import { agendaOf } from '../programme/programme';
import { begin, filmAt, next, planOf } from '../programme/session';
import { createTimeline } from '../timeline/timeline';
import { WorkshopMemory } from './workshop-memory.svelte';

const KEY = 'dichterbij:test:workshops';
const fragment = '#programme=1/one:5';
const data = bareEdition({
  chapters: [{ id: 'one', from: 'a', to: 'a' }],
  cues: [{ id: 'a', start: 0, end: 60, themes: [] }],
});
const programme = { items: [{ kind: 'chapter', id: 'one', talk: 5 } as const] };
const plan = planOf(agendaOf(programme, data, createTimeline(data)), () => 1);
const session = (id: string, now = 1000) =>
  begin({ id, programme, language: 'nl', subtitles: [], size: 'normal', now });
const past = (id: string, begun: number) => ({ id, begun, ended: begun, items: [] });

let memory: WorkshopMemory;
const stops: (() => void)[] = [];
const open = () => {
  const opened = new WorkshopMemory('test');
  stops.push(opened.start());
  return opened;
};
beforeEach(() => {
  localStorage.clear();
  memory = open();
});
afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  vi.restoreAllMocks();
  localStorage.clear();
});
const refuse = () =>
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });

test('reading writes nothing', () => expect([localStorage.length, memory.isEmpty]).toEqual([0, true]));

test('programmes come back by name, the latest first; saving again replaces', () => {
  expect(memory.keepProgramme('  Team  Zuid ', fragment)).toBe(true);
  memory.keepProgramme('Kort', '#programme=1');
  memory.keepProgramme('Team Zuid', '#programme=1/one:9');
  expect(open().programmes).toEqual([
    { name: 'Team Zuid', fragment: '#programme=1/one:9' },
    { name: 'Kort', fragment: '#programme=1' },
  ]);
  expect(memory.programmeNamed(' Kort')?.fragment).toBe('#programme=1');
  memory.removeProgramme('Team Zuid');
  memory.removeProgramme('Kort');
  expect(localStorage.length).toBe(0);
});

test('no name, or one too many, is not kept', () => {
  expect(memory.keepProgramme(' \n', fragment)).toBe(false);
  for (let n = 0; n < 50; n += 1) memory.keepProgramme(`n${n}`, fragment);
  expect(memory.keepProgramme('one more', fragment)).toBe(false);
  expect(memory.keepProgramme('n3', '#programme=1')).toBe(true);
  expect(memory.programmes.length).toBe(50);
});

test('a workshop that goes on is there after a crash, and gone when it is over', () => {
  const playing = next(next(session('workshop-1'), plan, 2000), plan, 3000);
  const shown = filmAt(playing, plan, playing.film.take, 30);
  memory.keepRunning(shown);
  expect(open().running).toEqual(shown);
  memory.end(shown, plan, 9000, 'Team Zuid');
  expect(open().running).toBeUndefined();
  expect(open().past).toMatchObject([{ id: 'workshop-1', programme: 'Team Zuid', items: [{ key: 'one', seen: 30 }] }]);
});

test('a workshop in which nothing was shown leaves nothing', () => {
  memory.keepRunning(session('workshop-1'));
  memory.end(session('workshop-1'), plan, 9000);
  expect(localStorage.length).toBe(0);
});

test('of workshops that are over the oldest go; one or all can be taken away and given back', () => {
  for (let n = 1; n <= 25; n += 1) memory.keepPast([past(`workshop-${n}`, n)]);
  expect(memory.past.map(({ begun }) => begun)).toEqual(Array.from({ length: 20 }, (_, n) => 25 - n));
  const gone = memory.past[3]!;
  memory.removePast([gone.id]);
  expect(open().past).not.toContainEqual(gone);
  memory.keepPast([gone]);
  expect(memory.past[3]).toEqual(gone);
  memory.removePast(memory.past.map(({ id }) => id));
  expect(localStorage.length).toBe(0);
});

test('two tabs do not undo each other, whether they have heard of each other or not', () => {
  const other = open();
  memory.keepProgramme('mine', fragment);
  other.keepProgramme('theirs', fragment);
  memory.keepRunning(session('workshop-1'));
  other.removeProgramme('mine');
  expect(open().programmes.map(({ name }) => name)).toEqual(['theirs']);
  expect(open().running?.id).toBe('workshop-1');
  memory.hear('something else');
  expect(memory.programmes.length).toBe(2);
  dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect(memory.programmes.length).toBe(1);
});

test('what is forgotten stays forgotten, here and in other tabs, also while that workshop goes on', () => {
  const other = open();
  memory.keepRunning(session('workshop-1'));
  other.hear(KEY);
  other.forget();
  memory.hear(null);
  memory.keepRunning(session('workshop-1', 2000));
  other.keepRunning(session('workshop-1', 2000));
  expect([localStorage.length, memory.isEmpty]).toEqual([0, true]);
  memory.keepRunning(session('workshop-2'));
  expect(open().running?.id).toBe('workshop-2');
});

test('a workshop that another tab has just forgotten is not written again, also before this one has heard of it', () => {
  memory.keepRunning(session('workshop-1'));
  const other = open();
  other.forget();
  memory.keepRunning(session('workshop-1', 2000));
  expect([localStorage.length, memory.isEmpty]).toEqual([0, true]);
});

test('leaves what other parts keep alone', () => {
  localStorage.setItem('dichterbij:test', 'stays');
  memory.keepProgramme('a', fragment);
  memory.forget();
  expect({ ...localStorage }).toEqual({ 'dichterbij:test': 'stays' });
});

test('a full storage: all works until the page is closed, and it says so', () => {
  const setItem = refuse();
  memory.keepProgramme('a', fragment);
  memory.keepProgramme('b', fragment);
  memory.keepRunning(session('workshop-1'));
  expect([memory.refused, memory.programmes.length, memory.running?.id]).toEqual([true, 2, 'workshop-1']);
  setItem.mockRestore();
  memory.removeProgramme('a');
  expect([memory.refused, open().programmes.map(({ name }) => name)]).toEqual([false, ['b']]);
});

test('a storage that is refused altogether', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  const refused = open();
  refused.keepProgramme('a', fragment);
  refused.hear(null);
  expect([refused.refused, refused.programmes.length]).toEqual([true, 1]);
  refused.forget();
  expect(refused.isEmpty).toBe(true);
});
