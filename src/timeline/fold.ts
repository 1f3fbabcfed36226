/** Text as a search sees it: no case, no accents, one kind of apostrophe, one space. Keeps where each sign came from. */

/** `from[k]` and `to[k]` are where sign `k` of `text` stands in the original; without them it stands at `k` itself. */
export interface FoldedText {
  readonly text: string;
  readonly from?: readonly number[];
  readonly to?: readonly number[];
}

const APOSTROPHES = '‘’‚‛ʹʻʼʽˈ′´`＇';
const QUOTES = '“”„‟«»″＂';
const DASHES = '‐‑‒–—―−';
/** Letters that Unicode does not take apart, though people type them so. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ς', 'σ'],
];
const SAME = new Map<string, string>([
  ...[...APOSTROPHES].map((sign) => [sign, "'"] as const),
  ...[...QUOTES].map((sign) => [sign, '"'] as const),
  ...[...DASHES].map((sign) => [sign, '-'] as const),
  ...LETTERS,
]);
/** Accents, and the vowel points of Hebrew and Arabic; other scripts write letters of their own with marks. */
const ACCENT = /(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const INVISIBLE = /\p{Cf}|(?!\s)\p{Cc}/gu;

const known = new Map<string, string>();

function foldSign(sign: string): string {
  let folded = known.get(sign);
  if (folded === undefined) {
    const bare = SAME.get(sign) ?? sign.normalize('NFKD').replace(ACCENT, '').replace(INVISIBLE, '').toLowerCase();
    folded = [...bare.replace(ACCENT, '')].map((letter) => SAME.get(letter) ?? letter).join('');
    known.set(sign, folded);
  }
  return folded;
}

export function fold(text: string): FoldedText {
  let folded = '';
  // Asked of the text itself, `endsWith` would put it together anew for every space.
  let endsInSpace = false;
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    const piece = foldSign(sign);
    const previous = to.length - 1;
    if (piece === '') {
      // An accent that is written as a sign of its own belongs to the letter before it.
      if (previous >= 0 && to[previous] === at && /\p{M}/u.test(sign)) to[previous] = end;
    } else if (/^\s/.test(piece)) {
      if (endsInSpace) to[previous] = end;
      else {
        folded += ' ';
        endsInSpace = true;
        from.push(at);
        to.push(end);
      }
    } else {
      folded += piece;
      endsInSpace = piece.endsWith(' ');
      for (let unit = 0; unit < piece.length; unit += 1) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  const same = folded.length === text.length && from.every((start, k) => start === k && to[k] === k + 1);
  return same ? { text: folded } : { text: folded, from, to };
}
