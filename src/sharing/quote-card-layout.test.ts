import { describe, expect, test } from 'vitest';
import { layoutQuoteCard, MARGIN, SIDE, type MeasureText, type QuoteCardWords } from './quote-card-layout';

/** About as wide as letters are. */
const measure: MeasureText = (text, { size }) => [...text].length * size * 0.48;

const short: QuoteCardWords = {
  quote: 'Gezien worden.',
  name: 'Sander',
  side: 'cliënt',
  retold: 'naverteld',
  film: 'In De Dichter Bij Stand · 1:12',
  address: 'film.example.org/nl/#t=72.5,80',
};
const long: QuoteCardWords = {
  ...short,
  quote: 'Willen we de menselijke maat, dan moeten we dichterbij komen. '.repeat(3).slice(0, 160),
  name: 'Anna-Sophia van den Bergh tot Waterland',
  side: 'klantmanager werk en inkomen',
  film: 'Een lange titel voor een lange film over nabijheid in de bijstand, het tweede deel · 1:02:03',
  address: `www.${'gemeente-ergens.'.repeat(5)}nl/werk-en-inkomen/films/nl/#t=3723.5,3729`,
};
const words = { short, long, own: { ...long, retold: undefined } };

describe.each(Object.entries(words))('%s words', (_, words) => {
  const layout = layoutQuoteCard(words, measure);

  test('keep the margins', () => {
    const ends = layout.texts.map(({ text, face, x }) => x + measure(text, face));
    if (layout.pill) ends.push(layout.pill.x + layout.pill.width);
    expect(Math.max(...ends)).toBeLessThanOrEqual(SIDE - MARGIN + 0.001);
    expect(Math.min(...layout.texts.map(({ x }) => x))).toBe(MARGIN);
    expect(Math.max(...layout.texts.map(({ y }) => y))).toBeLessThan(SIDE - 40);
  });

  test('do not touch each other or the plate', () => {
    const rows = [...new Set(layout.texts.map(({ y }) => y))];
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    rows.slice(1).forEach((y, index) => {
      const size = Math.max(...layout.texts.filter((text) => text.y === y).map(({ face }) => face.size));
      expect(y - rows[index]!).toBeGreaterThanOrEqual(size);
    });
    const [first] = layout.texts;
    expect(first!.y - first!.face.size).toBeGreaterThanOrEqual(layout.plateHeight + 40);
    expect(layout.plateHeight).toBeGreaterThanOrEqual(300);
  });

  test('say the quote large enough for a phone, which shows the picture 360 wide', () => {
    expect((layout.texts[0]!.face.size * 360) / SIDE).toBeGreaterThanOrEqual(16);
  });
});

test('few words are larger than many, and leave the plate more room', () => {
  const [few, many] = [layoutQuoteCard(short, measure), layoutQuoteCard(long, measure)];
  expect(few.texts[0]!.face.size).toBeGreaterThan(many.texts[0]!.face.size);
  expect(few.plateHeight).toBeGreaterThan(many.plateHeight);
});

test('so is all the rest, while it is no longer than usual', () => {
  const sizes = layoutQuoteCard(short, measure).texts.map(({ face }) => (face.size * 360) / SIDE);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
});

test('only retold words have the note', () => {
  expect(layoutQuoteCard(words.own, measure).pill).toBeUndefined();
  expect(layoutQuoteCard(long, measure).texts.map(({ text }) => text)).toContain('naverteld');
});
