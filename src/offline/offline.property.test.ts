/** The list that a server gives, and the pieces of a film that a browser asks for. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anythingBut, expectPlain, holds, hostileText, safely, textOf } from '../../tests/support/hostile';
import { contentRange, sliceOf } from './byte-range';
import { decodeOfflineList, type OfflineList } from './offline-list';

const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
const files = fc.uniqueArray(
  fc.record({ address: fc.stringMatching(/^[a-z]{1,9}(\/[a-z]{1,9}\.js)?$/), bytes: fc.nat(), hash }),
  { selector: ({ address }) => address, minLength: 1, maxLength: 5 },
);
const film = hash.map((each) => [{ address: 'film/film.mp4', bytes: 10, hash: each, type: 'video/mp4' }]);
const lists: fc.Arbitrary<OfflineList> = fc.record({ version: hash, files, film });

test('a list is read as it was written', () =>
  holds(
    fc.property(lists, (list) => {
      expect(decodeOfflineList(JSON.parse(JSON.stringify(list)))).toEqual(list);
    }),
    33,
  ));

test('of whatever else a server says, every file is one of this site, or there is no list', () =>
  holds(
    fc.property(anythingBut(lists), (given) => {
      // It has been an answer in JSON.
      let data: unknown;
      try {
        data = JSON.parse(JSON.stringify(given) ?? 'null');
      } catch {
        return;
      }
      const list = safely(() => decodeOfflineList(data));
      if (!list) return;
      expectPlain(list, data);
      for (const { address } of [...list.files, ...list.film])
        expect(new URL(address, 'https://film.example/site/').href).toMatch(/^https:\/\/film\.example\/site\//);
      expect(decodeOfflineList(list)).toEqual(list);
    }),
    133,
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
