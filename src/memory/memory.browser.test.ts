import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Memory } from './memory.svelte';

const PREFIX = 'dichterbij:test:viewer:';
let memory: Memory;
beforeEach(() => {
  localStorage.clear();
  memory = new Memory('test');
  memory.open();
});
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});
const later = () => {
  const next = new Memory('test');
  next.open();
  return next;
};

describe('memory', () => {
  test('reading writes nothing', () => expect(localStorage.length).toBe(0));

  test('keeps the place in the film for a later visit', () => {
    memory.keepFilm(72.48, 400);
    expect(later().film).toBe(72.48);
  });

  test('has no place at the very beginning nor at the end, and drops the one that it had', () => {
    memory.keepFilm(72, 400);
    memory.keepFilm(10, 400);
    expect(memory.film).toBeUndefined();
    memory.keepFilm(72, 400);
    memory.keepFilm(390, 400);
    expect(localStorage.length).toBe(0);
  });

  test('keeps preferences and speed, and nothing when they are the usual ones', () => {
    memory.keepPreferences({ size: 'large' }, 0.75);
    expect(later()).toMatchObject({ preferences: { size: 'large' }, rate: 0.75 });
    memory.keepPreferences({ size: undefined }, 1);
    expect(localStorage.length).toBe(0);
  });

  test('keeps film, portraits and preferences apart', () => {
    memory.press();
    memory.keepFilm(72, 400);
    memory.keepPortrait('sander', 'bijrijder');
    memory.keepPortrait('nena', 'sleutel');
    memory.keepPortrait('sander', undefined);
    memory.keepPreferences({ keys: false }, 1);
    expect([later().film, later().portrait('nena'), later().portrait('sander')]).toEqual([72, 'sleutel', undefined]);
  });

  test('keeps no place in a portrait before anything has been pressed', () => {
    memory.keepPortrait('sander', 'bijrijder');
    expect(localStorage.length).toBe(0);
  });

  test('forgets all at once, and keeps nothing more until the viewer plays or sets something', () => {
    memory.keepFilm(72, 400);
    memory.keepPreferences({ keys: false }, 2);
    memory.forget();
    memory.keepFilm(80, 400);
    expect([localStorage.length, memory.isEmpty]).toEqual([0, true]);
    memory.wake();
    memory.keepFilm(90, 400);
    expect(later().film).toBe(90);
  });

  test('what another tab keeps or forgets counts here too, and is not written back', () => {
    memory.keepFilm(72, 400);
    const other = later();
    other.keepFilm(99, 400);
    memory.hear(`${PREFIX}film`);
    expect(memory.film).toBe(99);
    other.forget();
    memory.hear('other');
    expect(memory.film).toBe(99);
    memory.hear(`${PREFIX}film`);
    memory.keepFilm(80, 400);
    expect([memory.isEmpty, localStorage.length]).toEqual([true, 0]);
  });

  test('two tabs do not undo each other, whether they have heard of each other or not', () => {
    const other = later();
    for (const tab of [memory, other]) tab.press();
    memory.keepPortrait('sander', 'bijrijder');
    other.keepPortrait('nena', 'sleutel');
    memory.keepPreferences({ size: 'large' }, 1.5);
    other.keepPreferences({ colours: 'yellow' });
    memory.keepFilm(72, 400);
    other.keepPreferences({ size: 'small' });
    expect([later().portrait('sander'), later().portrait('nena')]).toEqual(['bijrijder', 'sleutel']);
    expect(later()).toMatchObject({ film: 72, rate: 1.5, preferences: { size: 'small', colours: 'yellow' } });
  });

  test('what another tab forgets is not written again, also before this one has heard of it', () => {
    memory.keepPreferences({ size: 'large' });
    const other = later();
    other.forget();
    memory.keepFilm(80, 400);
    expect([memory.isEmpty, localStorage.length]).toEqual([true, 0]);
    memory.wake();
    memory.keepPreferences({ colours: 'yellow' });
    expect(later().preferences).toEqual({ colours: 'yellow' });
  });

  test('what is kept already is not written again: other tabs would be told of nothing', () => {
    const setItem = vi.spyOn(Storage.prototype, 'setItem');
    for (let times = 0; times < 3; times += 1) memory.keepFilm(72, 400);
    expect(setItem).toHaveBeenCalledTimes(1);
  });

  test('what storage refuses is known here until it can be kept', () => {
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    memory.keepFilm(72, 400);
    memory.keepPreferences({ size: 'large' });
    expect(memory.film).toBe(72);
    setItem.mockRestore();
    memory.keepPreferences({ keys: false });
    expect(later()).toMatchObject({ film: 72, preferences: { size: 'large', keys: false } });
  });

  test('forgets what stands under its name and cannot be read, too', () => {
    for (const name of ['film', 'time', 'setting:size']) localStorage.setItem(PREFIX + name, '{');
    memory.forget();
    expect(localStorage.length).toBe(0);
  });

  test('leaves what other pages of this site keep alone', () => {
    const others = { other: 'stays', 'dichterbij:test:workshops': '{}', 'dichterbij:test-2:viewer:film': '72' };
    for (const [key, text] of Object.entries(others)) localStorage.setItem(key, text);
    memory.keepFilm(72, 400);
    memory.forget();
    expect({ ...localStorage }).toEqual(others);
  });

  test('works without storage, until the page is closed', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    memory.keepFilm(72, 400);
    expect(memory.film).toBe(72);
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    memory.open();
    memory.keepFilm(80, 400);
    memory.forget();
    expect(memory.isEmpty).toBe(true);
  });
});
