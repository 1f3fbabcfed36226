import { describe, expect, test } from 'vitest';
import type { EmbedChoice } from '../sync/embed/embed-link';
import { USUAL_CHOICE } from '../sync/embed/embed-link';
import { beginningOf } from './beginning';
import type { RestingPage, RestingPart } from './resting-page';

const part = (id: string, start: number, end?: number): RestingPart => ({
  id,
  cover: { kind: '', title: id, length: '' },
  start,
  ...(end !== undefined && { end }),
});
const page: RestingPage = {
  languages: ['nl', 'en'],
  duration: 100,
  chapters: [part('opening', 2, 30.5), part('nena', 31, 60.5), part('closing', 61)],
  themes: [part('luisteren', 12, 20), part('herstel', 44, 50)],
  hard: [
    { start: 40, end: 50 },
    { start: 70, end: 80 },
  ],
  partners: [],
  parts: [],
};
const at = (choice: Partial<EmbedChoice>) => {
  const { part: found, start, until } = beginningOf(page, { ...USUAL_CHOICE, ...choice });
  return [found?.id, start, until];
};

describe('where an embedded film begins', () => {
  test('the whole film at its start, or where the partner wants it', () => {
    expect(at({})).toEqual([undefined, 0, 40]);
    expect(at({ start: 55.5 })).toEqual([undefined, 55.5, 70]);
    expect(at({ start: 100 })).toEqual([undefined, 0, 40]);
  });

  test('a chapter at its start; another moment counts only within it', () => {
    expect(at({ chapter: 'opening' })).toEqual(['opening', 2, 30.5]);
    expect(at({ chapter: 'opening', start: 12 })).toEqual(['opening', 12, 30.5]);
    for (const start of [0, 1.9, 30.5, 90]) expect(at({ chapter: 'opening', start })[1]).toBe(2);
    expect(at({ chapter: 'closing', start: 85 })).toEqual(['closing', 85, Infinity]);
  });

  test('a theme at its first stop', () => {
    expect(at({ theme: 'luisteren' })).toEqual(['luisteren', 12, 20]);
    expect(at({ theme: 'luisteren', start: 15 })).toEqual(['luisteren', 12, 20]);
  });

  test('it never plays into a hard passage before the player is there to ask, nor within one', () => {
    expect(at({ chapter: 'nena' })).toEqual(['nena', 31, 40]);
    expect(at({ chapter: 'nena', start: 45 })).toEqual(['nena', 45, 45]);
    expect(at({ chapter: 'nena', start: 50 })).toEqual(['nena', 50, 60.5]);
    expect(at({ theme: 'herstel' })).toEqual(['herstel', 44, 44]);
  });

  test('what the edition does not have is the whole film', () => {
    expect(at({ chapter: 'nobody' })).toEqual([undefined, 0, 40]);
  });
});
