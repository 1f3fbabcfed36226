import { describe, expect, test } from 'vitest';
import { fold } from './fold';
import { createSearchIndex, findAll, foldQuery, hitsOf, markParts, type Hit } from './search';
import type { LinePart } from './edition-data';

const plain = (...texts: string[]): LinePart[][] => texts.map((text) => [{ text }]);
/** What of each line is found. */
function found(query: string, ...texts: string[]): string[] {
  return findAll([createSearchIndex('nl', plain(...texts))], query).map(({ line, start, end }) =>
    texts[line]!.slice(start, end),
  );
}

describe('folding', () => {
  test.each([
    ['CAFÉ', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['cliënt', 'client'],
    ['Straße', 'strasse'],
    ['ﬁets', 'fiets'],
    ['ĳs en IJs', 'ijs en ijs'],
    ['œuvre, Æsop', 'oeuvre, aesop'],
    ['Øster Łódź đak', 'oster lodz dak'],
    ['ISTANBUL İstanbul ılık', 'istanbul istanbul ilik'],
    ['ΣΟΦΟΣ σοφός', 'σοφοσ σοφοσ'],
    ['’s avonds, ‘s, `s, ´s', "'s avonds, 's, 's, 's"],
    ['“aan” „de” «tafel»', '"aan" "de" "tafel"'],
    ['vijf–zes ‑ zeven—acht', 'vijf-zes - zeven-acht'],
    ['a  b\n\tc\u00a0d', 'a b c d'],
    ['na\u00adbij\u200bheid\ufeff', 'nabijheid'],
    ['wacht…', 'wacht...'],
    ['½ km²', '1⁄2 km2'],
    ['𝐀𝐁', 'ab'],
    ['سَلَام', 'سلام'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
    ['', ''],
  ])('%s is looked for as %s', (text, folded) => {
    expect(fold(text).text).toBe(folded.normalize('NFKD'));
    expect(fold(text.normalize('NFC')).text).toBe(fold(text.normalize('NFD')).text);
  });

  test('plain lines need no map', () => {
    expect(fold('Gewoon een café.')).toEqual({ text: 'gewoon een cafe.' });
  });

  test.each(['Straße ﬁets', 'cafe\u0301', 'a  b', '\u0301a', '\u00ad', '𝐀é\u200d'])(
    '%j maps each sign back',
    (text) => {
      const { text: folded, from, to } = fold(text);
      expect(from).toHaveLength(folded.length);
      expect(to).toHaveLength(folded.length);
      from!.forEach((start, k) => {
        expect(start).toBeGreaterThanOrEqual(from![k - 1] ?? 0);
        expect(to![k]).toBeGreaterThan(start);
        expect(to![k]).toBeLessThanOrEqual(text.length);
      });
    },
  );
});

describe('finding', () => {
  test.each<[string, string, string[]]>([
    ['cafe', 'In het Café, een cafe\u0301.', ['Café', 'cafe\u0301']],
    ['café', 'in het cafe', ['cafe']],
    ['client', 'de cliënt en de cliënten', ['cliënt', 'cliënt']],
    ["zo'n", "zo’n en zo'n", ['zo’n', "zo'n"]],
    ['zo’n', "zo'n", ["zo'n"]],
    ['strasse', 'in der Straße', ['Straße']],
    ['s', 'ß, s', ['ß', 's']],
    ['fi', 'een ﬁets', ['ﬁ']],
    ['ijs', 'ĳs', ['ĳs']],
    ['dichter bij', 'kom dichter\nbij elkaar', ['dichter\nbij']],
    ['dichter   bij ', 'kom dichter bij', ['dichter bij']],
    ['nabij', 'na\u00adbij\u00adheid', ['na\u00adbij']],
    ['e', 'e\u0301e', ['e\u0301', 'e']],
    ['aa', 'aaaaa', ['aa', 'aa']],
    ['🙂', 'ja 🙂!', ['🙂']],
    ['.*', 'geen .* patroon', ['.*']],
    ['komt niet voor', 'hier', []],
  ])('%j in %j', (query, text, hits) => expect(found(query, text)).toEqual(hits));

  test.each(['', '   ', '\n', '\u200b', '\u0301'])('%j asks nothing', (query) => {
    expect(foldQuery(query)).toBe('');
    expect(found(query, 'iets', '')).toEqual([]);
  });

  test('no hit reaches from one line into the next', () => {
    expect(found('een twee', 'een', 'twee')).toEqual([]);
    expect(found('een\ntwee', 'een', 'twee')).toEqual([]);
  });

  test('lines that are empty, missing or last are counted', () => {
    const lines = [undefined, [{ text: '' }], [{ text: 'zo' }], undefined, [{ text: 'ook zo' }]];
    const hits = createSearchIndex('nl', lines).find('zo');
    expect(hits.map(({ line, start, end }) => [line, start, end])).toEqual([
      [2, 0, 2],
      [4, 4, 6],
    ]);
    expect(createSearchIndex('nl', []).find('zo')).toEqual([]);
  });

  test('a hit goes across the pieces of a line', () => {
    const hits = createSearchIndex('nl', [[{ text: 'dich' }, { text: 'ter\nbij', theme: 'nabijheid' }]]).find(
      'chter bij',
    );
    expect(hits).toEqual([{ line: 0, language: 'nl', start: 2, end: 11 }]);
  });

  test('hits of both languages stand by line, the first language first', () => {
    const nl = createSearchIndex('nl', plain('taxi taxi', 'bus', 'taxi'));
    const en = createSearchIndex('en', plain('taxi', 'taxi', 'taxi'));
    const order = (query: string) => findAll([nl, en], query).map(({ line, language }) => `${line}${language}`);
    expect(order('taxi')).toEqual(['0nl', '0nl', '0en', '1en', '2nl', '2en']);
    expect(order('bus')).toEqual(['1nl']);
    expect(findAll([], 'taxi')).toEqual([]);
  });

  test('the hits of a line', () => {
    const hits = findAll([createSearchIndex('nl', plain('taxi', 'bus', 'taxi taxi', 'bus', 'taxi'))], 'taxi');
    const lengths = [-1, 0, 1, 2, 3, 4, 5].map((line) => hitsOf(hits, line)?.map(({ start }) => start));
    expect(lengths).toEqual([undefined, [0], undefined, [0, 5], undefined, [0], undefined]);
    expect(hitsOf([], 0)).toBeUndefined();
  });

  test('ten thousand lines in two languages are folded once, and answer within a keystroke', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => [
      { text: `Regel ${index} gaat over ` },
      { text: 'nabijheid', theme: 'nabijheid' },
      { text: ',\nde cliënt en ’s avonds een café.' },
    ]);
    const indexes = ['nl', 'en'].map((language) => createSearchIndex(language, lines));
    const once = (query: string) => {
      const since = performance.now();
      findAll(indexes, query);
      return performance.now() - since;
    };
    // The quickest of three of each: other work on the machine only adds to what it takes.
    const spent = ['c', 'cl', 'client', 'regel 99', 'komt niet voor'].map((query) =>
      Math.min(...[1, 2, 3].map(() => once(query))),
    );
    expect(findAll(indexes, 'regel 9999 ')).toHaveLength(2);
    expect(findAll(indexes, 'cafe')).toHaveLength(20_000);
    expect(spent.sort((a, b) => a - b)[2]).toBeLessThan(30);
  });
});

describe('marking', () => {
  const hit = (start: number, end: number): Hit => ({ line: 0, language: 'nl', start, end });
  const marked = (texts: string[], hits: Hit[]) =>
    markParts(
      texts.map((text) => ({ text })),
      hits,
    ).map((pieces) => pieces.map(({ text, hit: own }) => (own ? `[${text}]` : text)));

  test.each<[string[], Hit[], string[][]]>([
    [['abc'], [], [['abc']]],
    [['abc'], [hit(0, 3)], [['[abc]']]],
    [['abc'], [hit(1, 2)], [['a', '[b]', 'c']]],
    [
      ['ab', 'cd'],
      [hit(1, 3)],
      [
        ['a', '[b]'],
        ['[c]', 'd'],
      ],
    ],
    [['a', 'b', 'c'], [hit(0, 3)], [['[a]'], ['[b]'], ['[c]']]],
    [
      ['ab', 'cd'],
      [hit(0, 2), hit(2, 3)],
      [['[ab]'], ['[c]', 'd']],
    ],
    [['ab', '', 'cd'], [hit(3, 4)], [['ab'], [], ['c', '[d]']]],
  ])('%j', (texts, hits, pieces) => expect(marked(texts, hits)).toEqual(pieces));

  test('a piece knows its hit', () => {
    const own = hit(0, 1);
    expect(markParts([{ text: 'ab' }], [own])[0]![0]!.hit).toBe(own);
  });
});

test('a line of 100,000 signs with a space at every second one is folded in time', () => {
  const text = 'a '.repeat(50_000);
  const { user } = process.cpuUsage();
  expect(fold(text).text).toBe(text);
  expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1000);
});
