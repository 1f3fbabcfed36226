/** What a server and the worker say of a release, the note of what is kept, and the pieces of a film that a browser asks for. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anythingBut, expectPlain, holds, hostileText, safely, textOf } from '../../tests/support/hostile';
import { contentRange, sliceOf } from './byte-range';
import { decodeKept } from './kept';
import { decodeOfflineList, decodeReport, type OfflineList, type Report } from './offline-list';

const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
const film = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 2000 }), hash)
  .map(([bytes, partBytes, each]) => [
    {
      address: 'film/film.mp4',
      ...{ bytes, partBytes, hash: each, type: 'video/mp4' },
      parts: Array.from({ length: Math.ceil(bytes / partBytes) }, () => each),
    },
  ]);
const lists: fc.Arbitrary<OfflineList> = fc.record({ version: hash, bytes: fc.nat(), film });
const reports: fc.Arbitrary<Report> = fc.record({ version: hash, missing: fc.array(fc.string()), film });
const pair = fc.record({ version: hash, film: hash });
const notes = fc.record({ now: pair, next: pair });

/** It has been an answer in JSON. */
function answered(given: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(given) ?? 'null');
  } catch {
    return null;
  }
}

test('what was written is read as it was', () =>
  holds(
    fc.property(lists, reports, notes, (list, report, note) => {
      expect(decodeOfflineList(answered(list))).toEqual(list);
      expect(decodeReport(answered(report))).toEqual(report);
      expect(decodeKept(answered(note))).toEqual(note);
    }),
    33,
  ));

test('of whatever else a server or a worker says, the film is one of this site, or nothing is read', () =>
  holds(
    fc.property(anythingBut(lists), anythingBut(reports), (one, other) => {
      for (const [data, decode] of [
        [answered(one), decodeOfflineList],
        [answered(other), decodeReport],
      ] as const) {
        const found = safely(() => decode(data));
        if (!found) continue;
        expectPlain(found, data);
        for (const { address, bytes, partBytes, parts } of found.film) {
          expect(new URL(address, 'https://film.example/site/').href).toMatch(/^https:\/\/film\.example\/site\//);
          expect(parts.length).toBe(Math.ceil(bytes / partBytes));
        }
        expect(decode(found)).toEqual(found);
      }
    }),
    133,
  ));

test('whatever the note of what is kept has become, it names whole releases, or none', () =>
  holds(
    fc.property(anythingBut(notes), (given) => {
      const data = answered(given);
      const { now, next } = safely(() => decodeKept(data));
      for (const each of [now, next])
        if (each) expect([each.version, each.film].join()).toMatch(/^[0-9a-f]{16},[0-9a-f]{16}$/);
    }),
    66,
  ));

test('a slice lies within the file and is what was asked for, by a plain reading of the norm', () =>
  holds(
    fc.property(
      fc.oneof(
        textOf('bytes=', 'BYTES=', '-', '0', '9', '500', '99999999999999999999', ',', ' ', '5-7'),
        fc.tuple(fc.nat(300), fc.option(fc.nat(300))).map(([from, to]) => `bytes=${from}-${to ?? ''}`),
        fc.nat(300).map((length) => `bytes=-${length}`),
        hostileText,
      ),
      fc.nat(200),
      (header, size) => {
        const slice = safely(() => sliceOf(header, size));
        const bytes = Array.from({ length: size }, (_, place) => place);
        const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header.trim()) ?? [];
        const asked =
          first !== ''
            ? bytes.filter((place) => place >= Number(first) && (last === '' || place <= Number(last)))
            : bytes.filter((place) => place >= size - Number(last));
        if (slice.kind === 'part') {
          expect(bytes.slice(slice.start, slice.end)).toEqual(asked);
          expect(asked.length).toBeGreaterThan(0);
          expect(contentRange(slice, size)).toBe(`bytes ${asked[0]}-${asked.at(-1)}/${size}`);
        } else if (slice.kind === 'none') expect(asked).toEqual([]);
        else expect(first === '' ? last : last === '' ? '' : Number(last) < Number(first) ? '' : first).toBe('');
      },
    ),
    166,
  ));
