/** Which way a language is written, by the script that it is written in: a language that is new here needs no line of code. */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set(
  'Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

export type Direction = 'ltr' | 'rtl';

/** A page asks for each of its lines. */
const known = new Map<string, Direction>();

/** @param code a language tag (BCP 47): `ar`, `pt-BR`, `az-Arab` */
export function directionOf(code: string): Direction {
  const direction = known.get(code) ?? (RIGHT_TO_LEFT.has(new Intl.Locale(code).maximize().script) ? 'rtl' : 'ltr');
  known.set(code, direction);
  return direction;
}

/** Letters of the scripts above: Hebrew to Arabic, their forms for old machines, and what lies beyond the first plane. */
const LETTER_FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER_FROM_LEFT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u;

/**
 * Words that are put into a sentence of this direction. Where they have letters of the other one they are set apart (Unicode's FSI and PDI,
 * which nobody sees): a name in Latin script within Arabic otherwise takes the number or the bracket beside it along.
 */
export function isolated(words: string, direction: Direction): string {
  const other = direction === 'rtl' ? LETTER_FROM_LEFT : LETTER_FROM_RIGHT;
  return other.test(words) ? `\u2068${words}\u2069` : words;
}
