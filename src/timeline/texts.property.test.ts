/** Search, terms and texts to take along, on words that nobody would write in good faith. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { bareEdition } from '../../tests/support/bare-edition';
import { holds, hostileText, safely, textOf } from '../../tests/support/hostile';
import type { EditionText, LinePart } from './edition-data';
import { fold } from './fold';
import { cleanText, passageText } from './passage-text';
import { createSearchIndex, findAll, foldQuery, hitsOf, markParts } from './search';
import { createTermFinder, termsInParts } from './terms';
import { transcriptText } from './transcript-text';

const words = fc.oneof(
  textOf(
    'e',
    'é',
    'e\u0301',
    'ß',
    'ﬁ',
    'İ',
    'ı',
    'Σς',
    ' ',
    '\n',
    "'",
    '’',
    '-',
    '\u2011',
    'term',
    'wet',
    '\u05b0',
    '\u{1f600}',
    '\u200d',
  ),
  hostileText,
);
const lines = fc.array(
  fc.array(
    words.map((text): LinePart => ({ text })),
    { maxLength: 3 },
  ),
  { maxLength: 4 },
);
const whole = (parts: readonly LinePart[]) => parts.map(({ text }) => text).join('');

test('folded text knows where each sign came from', () =>
  holds(
    fc.property(words, (text) => {
      const { text: folded, from, to } = safely(() => fold(text));
      expect(fold(folded).text).toBe(folded);
      // An expectation for each of 100,000 signs would take longer than all that is tested here.
      const misplaced = (from ?? []).findIndex(
        (start, k) => start >= to![k]! || start < (from![k - 1] ?? 0) || to![k]! > text.length,
      );
      expect(misplaced).toBe(-1);
    }),
  ));

test('a search finds the lines that hold the words, and the marked pieces are the line', () =>
  holds(
    fc.property(lines, words, (all, query) => {
      const wanted = foldQuery(query);
      const hits = safely(() => findAll([createSearchIndex('nl', all)], query));
      all.forEach((parts, line) => {
        const here = hitsOf(hits, line);
        expect(here !== undefined).toBe(wanted !== '' && fold(whole(parts)).text.includes(wanted));
        const misplaced = (here ?? []).findIndex(
          ({ start, end }, nth) => start < (here![nth - 1]?.end ?? 0) || end <= start || end > whole(parts).length,
        );
        expect(misplaced).toBe(-1);
        const marked = markParts(parts, here ?? []).map((pieces) => pieces.map(({ text }) => text).join(''));
        expect(marked).toEqual(parts.map(({ text }) => text));
      });
    }),
  ));

test('terms are found once each, in time, and the pieces are the text', () =>
  holds(
    fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(words, fc.constant('term')).filter((term) => term.trim() !== '' && term.length < 100),
          fc.array(
            words.filter(({ length }) => length < 100),
            { maxLength: 2 },
          ),
        ),
        { maxLength: 3 },
      ),
      fc.array(words, { maxLength: 3 }),
      (terms, texts) => {
        const glossary = Object.fromEntries(
          terms.map(([term, forms], nth) => [`t-${nth}`, { term, forms, gloss: 'x' }]),
        );
        const pieces = safely(() => termsInParts(createTermFinder(glossary, 'nl'), texts));
        expect(pieces.map((all) => all.map(({ text }) => text).join(''))).toEqual(texts);
        const found = pieces.flat().flatMap(({ term }) => (term ? [term.id] : []));
        expect(new Set(found).size).toBe(found.length);
      },
    ),
  ));

test('text to take along has no signs that nobody sees, and stays as it is', () =>
  holds(
    fc.property(fc.array(words, { maxLength: 3 }), (texts) => {
      const passage = safely(() => passageText(texts.map((text) => ({ name: 'Ann', text }))));
      expect(passage).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
      expect(passage.split('\n').length).toBeLessThanOrEqual(Math.max(1, texts.length));
      for (const text of texts) expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  ));

test('the whole text of a film can be written of any lines', () =>
  holds(
    fc.property(lines, (all) => {
      const cues = all.map((_, nth) => ({ id: `l-${nth}`, start: nth, end: nth + 1, themes: [] }));
      const data = bareEdition({
        cues,
        chapters: cues.length > 0 ? [{ id: 'c', from: 'l-0', to: cues.at(-1)!.id }] : [],
      });
      const text = {
        words: { title: 'T', narrator: 'N', chapters: {} } as unknown as EditionText['words'],
        lines: Object.fromEntries(all.map((parts, nth) => [`l-${nth}`, parts])),
      };
      expect(safely(() => transcriptText({ data, text }))).toMatch(/^T\n/);
    }),
    33,
  ));
