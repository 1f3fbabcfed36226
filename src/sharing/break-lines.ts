/** Text in lines, where nobody else breaks them: a canvas draws one line at a time. `measure` tells how wide a text is. */
type Measure = (text: string) => number;

/** Where a line may break: not at a space that must not, as in "40 %". */
const wordsOf = (text: string) => text.split(/[ \t\n\r]+/).filter((word) => word !== '');

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A word that is wider than a whole line goes on in the next one. */
function pieces(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      found.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...found, piece];
}

/** Each line as full as it can be. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (measure(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const [last = '', ...before] = pieces(word, width, measure).reverse();
    lines.push(...before.reverse());
    line = last;
  }
  return line === '' ? lines : [...lines, line];
}

/** As many lines as it takes, and those about as long as each other. */
export function balanceLines(text: string, width: number, measure: Measure): string[] {
  const full = breakLines(text, width, measure);
  if (full.length < 2) return full;
  let [narrow, wide] = [width / full.length, width];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (breakLines(text, middle, measure).length > full.length) narrow = middle;
    else wide = middle;
  }
  const balanced = breakLines(text, wide, measure);
  // A narrower line may have cut a word that the full width keeps whole.
  return balanced.join(' ') === full.join(' ') ? balanced : full;
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The largest size at which the text has room; at the smallest the lines are as many as they are. */
export function fitLines(
  text: string,
  room: { readonly width: number; readonly height: number; readonly lineHeight: number },
  sizes: { readonly largest: number; readonly smallest: number },
  measureAt: (size: number) => Measure,
): Fitted {
  const words = wordsOf(text);
  for (let size = sizes.largest; size > sizes.smallest; size -= 2) {
    const measure = measureAt(size);
    if (words.some((word) => measure(word) > room.width)) continue;
    const lines = balanceLines(text, room.width, measure);
    if (lines.length * size * room.lineHeight <= room.height) return { size, lines };
  }
  return { size: sizes.smallest, lines: balanceLines(text, room.width, measureAt(sizes.smallest)) };
}
