/**
 * Where everything stands on the picture of a quote. Pure: `measure` tells widths. Places are counted from the side where reading starts,
 * so a right-to-left picture is the same one, mirrored.
 *
 * The picture is a square of 1200: chat programs show a square whole, where they cut taller pictures in their list of messages; on a slide
 * of 16:9 it takes the full height and leaves room beside it. All text stays readable when a phone shows it 360 wide.
 */
import { fitLines } from './break-lines';

export const SIDE = 1200;
export const MARGIN = 84;
const WIDTH = SIDE - 2 * MARGIN;
const LINE_HEIGHT = 1.26;
const PLATE = { least: 380, most: 580 };
const GAP = 56;

export interface Face {
  readonly family: 'reading' | 'interface';
  readonly weight: number;
  readonly size: number;
}

export type Ink = 'ink' | 'soft' | 'side';

export interface PlacedText {
  readonly text: string;
  readonly face: Face;
  readonly ink: Ink;
  /** From the start side. */
  readonly x: number;
  /** Of the baseline, from the top. */
  readonly y: number;
  /** An address runs from left to right in any language. */
  readonly address?: boolean;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface QuoteCardLayout {
  readonly plateHeight: number;
  readonly texts: readonly PlacedText[];
  /** The shape of the side, before its word. */
  readonly mark: Box;
  /** Around the note that the words are retold. */
  readonly pill: Box | undefined;
  readonly rule: number;
}

export interface QuoteCardWords {
  readonly quote: string;
  readonly name: string;
  readonly side: string;
  /** Not set for a person's own words. */
  readonly retold: string | undefined;
  readonly film: string;
  readonly address: string;
}

export type MeasureText = (text: string, face: Face) => number;

const reading = (size: number, weight = 400): Face => ({ family: 'reading', weight, size });
const plain = (size: number): Face => ({ family: 'interface', weight: 400, size });

export function layoutQuoteCard(words: QuoteCardWords, measure: MeasureText): QuoteCardLayout {
  const address = fitLines(
    words.address,
    { width: WIDTH, height: 48, lineHeight: 1.3 },
    { largest: 32, smallest: 26 },
    (size) => (text) => measure(text, plain(size)),
  );
  const addressTop = SIDE - 64 - address.lines.length * address.size * 1.3;
  const film = shrunk(words.film, reading(38), WIDTH, measure);
  const filmLine = addressTop - 24;
  const rule = filmLine - 38 - 30;
  const nameLine = rule - 44;
  const quoteBottom = nameLine - 62 - 38;

  const quote = fitLines(
    words.quote,
    { width: WIDTH, height: quoteBottom - PLATE.least - GAP, lineHeight: LINE_HEIGHT },
    { largest: 104, smallest: 40 },
    (size) => (text) => measure(text, reading(size)),
  );
  const quoteHeight = quote.lines.length * quote.size * LINE_HEIGHT;
  const plateHeight = Math.max(0, Math.min(PLATE.most, quoteBottom - quoteHeight - GAP));
  // What is left over goes above and below the words alike.
  const quoteTop = plateHeight + GAP + Math.max(0, quoteBottom - plateHeight - GAP - quoteHeight) / 2;

  const row = layoutName(words, nameLine, measure);
  const texts: PlacedText[] = [
    ...quote.lines.map((text, index) => ({
      text,
      face: reading(quote.size),
      ink: 'ink' as const,
      x: MARGIN,
      y: quoteTop + (index * LINE_HEIGHT + 1) * quote.size,
    })),
    ...row.texts,
    { text: words.film, face: film, ink: 'ink', x: MARGIN, y: filmLine },
    ...address.lines.map((text, index) => ({
      text,
      face: plain(address.size),
      ink: 'soft' as const,
      x: MARGIN,
      y: addressTop + (index * 1.3 + 1) * address.size,
      address: true,
    })),
  ];
  return { plateHeight, texts, mark: row.mark, pill: row.pill, rule };
}

/** The largest face, from this one down, in which the text has room on one line. */
function shrunk(text: string, face: Face, width: number, measure: MeasureText): Face {
  return { ...face, size: face.size * Math.min(1, width / Math.max(1, measure(text, face))) };
}

/** Name, mark, side and "retold" on one line; all of them smaller where that is too long. */
function layoutName(words: QuoteCardWords, y: number, measure: MeasureText) {
  const place = (scale: number) => {
    const name = reading(56 * scale, 600);
    const side = plain(38 * scale);
    const retold = plain(34 * scale);
    const mark = 0.72 * side.size;
    const markAt = MARGIN + measure(words.name, name) + 30 * scale;
    const sideAt = markAt + mark + 14 * scale;
    const sideEnd = sideAt + measure(words.side, side);
    const pillAt = sideEnd + 30 * scale;
    const inset = 20 * scale;
    const pill = words.retold && {
      x: pillAt,
      y: y - 1.05 * retold.size,
      width: measure(words.retold, retold) + 2 * inset,
      height: 1.5 * retold.size,
    };
    const texts: PlacedText[] = [
      { text: words.name, face: name, ink: 'ink', x: MARGIN, y },
      { text: words.side, face: side, ink: 'side', x: sideAt, y },
    ];
    if (words.retold) texts.push({ text: words.retold, face: retold, ink: 'soft', x: pillAt + inset, y });
    return {
      texts,
      mark: { x: markAt, y: y - mark, width: mark, height: mark },
      pill: pill || undefined,
      end: pill ? pill.x + pill.width : sideEnd,
    };
  };
  const { end, ...row } = place(1);
  return end <= SIDE - MARGIN ? row : place((SIDE - 2 * MARGIN) / (end - MARGIN));
}
