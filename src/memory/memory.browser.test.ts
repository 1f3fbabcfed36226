import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Memory } from './memory.svelte';

const KEY = 'dichterbij:test';
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
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  test('keeps preferences and speed, and nothing when they are the usual ones', () => {
    memory.keepPreferences({ size: 'large' }, 0.75);
    expect(later()).toMatchObject({ preferences: { size: 'large' }, rate: 0.75 });
    memory.keepPreferences({}, 1);
    expect(localStorage.getItem(KEY)).toBeNull();
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
    memory.hear(KEY);
    expect(memory.film).toBe(99);
    other.forget();
    memory.hear('other');
    expect(memory.film).toBe(99);
    memory.hear(KEY);
    memory.keepFilm(80, 400);
    expect([memory.isEmpty, localStorage.length]).toEqual([true, 0]);
  });

  test('leaves what other pages of this site keep alone', () => {
    localStorage.setItem('other', 'stays');
    memory.keepFilm(72, 400);
    memory.forget();
    expect(localStorage.getItem('other')).toBe('stays');
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
