import { describe, expect, test } from 'vitest';
import type { Verdict } from './media-probe';
import { remedyFor, type KnownFiles } from './remedy';

const mp4 = { src: 'https://film.example.org/film.mp4', type: 'video/mp4' };
const webm = { src: 'https://film.example.org/film.webm', type: 'video/webm' };
const files = [mp4, webm];
const nothing = (): KnownFiles => ({ lost: new Set(), doubted: new Set() });
const said = (file: typeof mp4, verdict: Verdict) => ({ file, verdict });

const MAY_PASS = [
  ['offline', 'offline'],
  ['unreachable', 'unreachable'],
  ['busy', 'busy'],
  ['silent', 'slow'],
] as const;
const WILL_NOT = ['gone', 'refused', 'elsewhere'] as const;

describe('a film that was cut while it played', () => {
  test.each(MAY_PASS)('is fetched again when its host is %s, and not from another file', (verdict, trouble) => {
    const known = nothing();
    expect(remedyFor('network', [said(mp4, verdict)], files, known)).toEqual({ kind: 'again', trouble });
    expect([...known.lost, ...known.doubted]).toEqual([]);
  });

  test('is fetched again without a word where its file is there, however often', () => {
    const known = nothing();
    for (let time = 0; time < 3; time += 1)
      expect(remedyFor('network', [said(mp4, 'there')], files, known)).toEqual({ kind: 'again' });
  });

  test.each(WILL_NOT)('comes from its next file when its own is %s, and from none when all are', (verdict) => {
    const known = nothing();
    expect(remedyFor('network', [said(mp4, verdict)], files, known)).toEqual({ kind: 'next' });
    expect([...known.lost]).toEqual([mp4.src]);
    expect(remedyFor('network', [said(webm, verdict)], files, known)).toEqual({ kind: 'none', trouble: verdict });
  });
});

test('a service that does not answer is asked again', () => {
  expect(remedyFor('network', [], [], nothing())).toEqual({ kind: 'again', trouble: 'unreachable' });
});

describe.each(['decode', 'unknown'] as const)('a film that can not be played on (%s)', (error) => {
  test('comes from its next file, and is broken when there is none', () => {
    const known = nothing();
    expect(remedyFor(error, [said(mp4, 'there')], files, known)).toEqual({ kind: 'next' });
    expect(remedyFor(error, [said(webm, 'there')], files, known)).toEqual({ kind: 'none', trouble: 'broken' });
  });

  test('may have been cut: without its host nobody knows', () => {
    expect(remedyFor(error, [said(mp4, 'offline')], files, nothing())).toEqual({ kind: 'again', trouble: 'offline' });
  });
});

describe('a film of which no file is played', () => {
  test('is tried once more when the files are there, as the host may just have come back', () => {
    const known = nothing();
    const answers = files.map((file) => said(file, 'there'));
    expect(remedyFor('unsupported', answers, files, known)).toEqual({ kind: 'again' });
    expect(remedyFor('unsupported', answers, files, known)).toEqual({ kind: 'none', trouble: 'unsupported' });
  });

  test.each(WILL_NOT)('is given up when all of its files are %s', (verdict) => {
    const answers = files.map((file) => said(file, verdict));
    expect(remedyFor('unsupported', answers, files, nothing())).toEqual({ kind: 'none', trouble: verdict });
  });

  test.each(MAY_PASS)('waits for its host that is %s, also when one of the files is gone', (verdict, trouble) => {
    const known = nothing();
    const answers = [said(mp4, 'gone'), said(webm, verdict)];
    expect(remedyFor('unsupported', answers, files, known)).toEqual({ kind: 'again', trouble });
    expect([...known.lost]).toEqual([mp4.src]);
  });

  test('has no files that this browser plays', () => {
    expect(remedyFor('unsupported', [], [], nothing())).toEqual({ kind: 'none', trouble: 'unsupported' });
  });
});
