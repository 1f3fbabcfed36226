import { afterEach, describe, expect, test, vi } from 'vitest';
import { breathsOf, sentencesOf } from './sentences';

const texts = (text: string, language = 'nl') => sentencesOf(text, language).map((sentence) => sentence.text);

afterEach(() => vi.unstubAllGlobals());

// Firefox has no Segmenter before version 125: the second run is what such a browser does.
describe.each(['with the Segmenter of the browser', 'without one'])('%s', (kind) => {
  const prepare = () => {
    if (kind === 'without one') vi.stubGlobal('Intl', {});
  };

  test('a text is cut into its sentences', () => {
    prepare();
    expect(texts('Nena luistert. Ze vraagt door! En dan? Het blijft stil…')).toEqual([
      'Nena luistert.',
      'Ze vraagt door!',
      'En dan?',
      'Het blijft stil…',
    ]);
  });

  test.each([
    ['nl', 'Je kunt o.a. Nena en Sander horen. Dan stopt het.', 2],
    ['nl', 'Ga naar dr. Bakker of mevr. De Wit. Zij helpen.', 2],
    ['nl', 'Een vriend, bijv. Tom, belt. Dat is genoeg.', 2],
    ['nl', 'Dat is J.P. Bakker. Hij werkt hier.', 2],
    ['en', 'Ask Dr. Baker or Mrs. White. They help.', 2],
    ['en', 'Some people, e.g. Tom, call. That is enough.', 2],
    ['en', 'She sees Mr. J. Baker vs. St. Mary. It ends.', 2],
    ['nl', 'Brood, melk, enz. Daarna gaan we.', 2],
  ])('%s: "%s"', (language, text, count) => {
    prepare();
    expect(texts(text, language)).toHaveLength(count);
  });

  test('words that somebody says stay with their sentence', () => {
    prepare();
    expect(texts('“Kom binnen.” Ze lacht. “Wat nu?” vraagt hij.')).toEqual([
      '“Kom binnen.”',
      'Ze lacht.',
      '“Wat nu?” vraagt hij.',
    ]);
  });

  test('a sentence knows its place, without the white space around it', () => {
    prepare();
    const text = '  Een zin\n  over regels. Twee. ';
    const found = sentencesOf(text, 'nl');
    expect(found.map((sentence) => sentence.text)).toEqual(['Een zin over regels.', 'Twee.']);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Een zin\n  over regels.', 'Twee.']);
  });

  test('no text has no sentences', () => {
    prepare();
    expect([texts(''), texts(' \n ')]).toEqual([[], []]);
  });
});

test('a long sentence is said in breaths, cut at its commas, and nothing is lost', () => {
  const long = `${'een stuk van de zin dat nog doorgaat, '.repeat(12)}en dan het einde.`;
  const breaths = breathsOf(long, 'nl');
  expect(breaths.length).toBeGreaterThan(1);
  for (const breath of breaths) expect(breath.length).toBeLessThanOrEqual(180);
  expect(breaths.join(' ')).toBe(long);
  expect(breathsOf('Kort. En nog een.', 'nl')).toEqual(['Kort.', 'En nog een.']);
});
