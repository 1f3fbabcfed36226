/**
 * Sentences of a written text, each with its place in it: a voice speaks a sentence at a time, and the page marks that one. The browser
 * knows where sentences end, but takes the dot of "dr. Bakker" for an end; so what ends in an abbreviation goes on.
 */
export interface Sentence {
  /** As it is spoken: white space is one space. */
  readonly text: string;
  /** Place in the text that was given; `end` does not belong to it. */
  readonly start: number;
  readonly end: number;
}

/** Written without their last dot, in lower case. Those that often end a sentence ("enz.", "etc.") are not here. */
const ABBREVIATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: new Set([
    ...[
      'o.a',
      'bijv',
      'bv',
      'd.w.z',
      'i.p.v',
      'm.b.t',
      'n.a.v',
      'i.v.m',
      'o.l.v',
      't.a.v',
      'a.u.b',
      'resp',
      'ca',
      'nr',
    ],
    ...['dr', 'drs', 'ds', 'mr', 'mw', 'mevr', 'dhr', 'prof', 'ir', 'ing', 'blz', 'art'],
  ]),
  en: new Set([
    ...['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'gen', 'sen', 'jr', 'sr'],
    ...['e.g', 'i.e', 'cf', 'vs', 'fig', 'approx'],
  ]),
};
/** "J. Bakker", "A.B. Bakker". */
const INITIALS = /^(?:\p{Lu}\.)*\p{Lu}$/u;
const END = /[.!?…]+["'”’»)\]]*\s+/gu;
/** What is too long to be said in one breath is said in two: some voices fall silent after fifteen seconds. */
const LONGEST = 180;

export function sentencesOf(text: string, language: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  // A line break is white space here; the browser would end a sentence at it.
  for (const end of endsOf(text.replaceAll('\n', ' '), language)) {
    const raw = text.slice(start, end);
    if (end < text.length && goesOn(raw, text.slice(end), language)) continue;
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const first = start + raw.indexOf(trimmed);
      sentences.push({ text: trimmed.replace(/\s+/gu, ' '), start: first, end: first + trimmed.length });
    }
    start = end;
  }
  return sentences;
}

/** Pieces to be said one after another: sentences, and a long one cut where it breathes. */
export function breathsOf(text: string, language: string): readonly string[] {
  return sentencesOf(text, language).flatMap((sentence) => {
    if (sentence.text.length <= LONGEST) return [sentence.text];
    const breaths: string[] = [];
    for (const part of sentence.text.split(/(?<=[,;:–—]) /u)) {
      const last = breaths.at(-1);
      if (last !== undefined && last.length + part.length < LONGEST) breaths[breaths.length - 1] = `${last} ${part}`;
      else breaths.push(part);
    }
    return breaths;
  });
}

/** To make one takes longer than to cut a paragraph with it. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const kept = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, kept);
  return kept;
}

/** Where a sentence may end, the end of the text among them. */
function endsOf(text: string, language: string): number[] {
  if ('Segmenter' in Intl) {
    const segments = segmenterOf(language).segment(text);
    return [...segments].map(({ index, segment }) => index + segment.length);
  }
  return [...text.matchAll(END)].map((match) => match.index + match[0].length).concat(text.length);
}

function goesOn(before: string, after: string, language: string): boolean {
  if (/^["'“‘«([]*\p{Ll}/u.test(after)) return true;
  const word = /([\p{L}.]+)\.\s*$/u.exec(before)?.[1];
  if (word === undefined) return false;
  return INITIALS.test(word) || (ABBREVIATIONS[language.split('-')[0]!]?.has(word.toLowerCase()) ?? false);
}
