/** What could be said more plainly in a text, and where. It knows nothing of the files that the text comes from. */
import type { PlainLanguage } from './plain-language';
import { countsOf, EASE_OF_B1 } from './readability';
import { sentencesOf, type Sentence, type Word } from './sentences';

/** Words that belong together, such as a paragraph or what one person says in a row, as pieces with the lines they stand on. */
export type Passage = readonly { readonly line: number; readonly text: string }[];

export type Advice =
  | { readonly kind: 'sentence-long'; readonly line: number; readonly begin: string; readonly words: number }
  | { readonly kind: 'word-long'; readonly line: number; readonly word: string; readonly letters: number }
  | { readonly kind: 'word-stiff'; readonly line: number; readonly word: string; readonly instead: string }
  | { readonly kind: 'passive-many'; readonly line: number; readonly begin: string; readonly count: number }
  | { readonly kind: 'text-hard'; readonly line: number; readonly ease: number; readonly hardest: number };

export const LONGEST_SENTENCE = 20;
/** So many passives in as many sentences are a pile: each of them could be right. */
const PILE = 3;
/** Flesch measured samples of a hundred words; of fewer, one word makes the figure. */
const LEAST_WORDS = 100;
/** To say which part of a text is the hardest, less will do. */
const LEAST_WORDS_OF_PART = 15;

/** `explained`: words that a reader can look up on the spot, in small letters. */
export function adviseOn(
  passages: readonly Passage[],
  language: PlainLanguage,
  explained: ReadonlySet<string> = new Set(),
): Advice[] {
  const stiff = stiffWords(language);
  const seen = new Set<string>();
  const read = passages.map(readPassage);
  const inParts = read.flatMap(({ text, sentences, lineAt }) => [
    ...longSentences(sentences, lineAt),
    ...longWords(sentences, language, explained, seen, lineAt),
    ...[...text.matchAll(stiff.pattern)].map(({ 0: word, index }): Advice => {
      return { kind: 'word-stiff', line: lineAt(index), word, instead: stiff.insteadOf(word) };
    }),
    ...passives(sentences, language, lineAt),
  ]);
  return [...inParts, ...hardText(read, language)];
}

/** How easily a text reads; missing where it is too short for the formula. */
export function easeOfText(passages: readonly Passage[], language: PlainLanguage): number | undefined {
  return easeOf(
    passages.flatMap((passage) => readPassage(passage).sentences),
    language,
    LEAST_WORDS,
  );
}

function easeOf(sentences: readonly Sentence[], language: PlainLanguage, least: number): number | undefined {
  const counts = countsOf(sentences, language.syllablesOf);
  return counts.words < least ? undefined : language.easeOf(counts);
}

interface ReadPassage {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly lineAt: (offset: number) => number;
}

function readPassage(passage: Passage): ReadPassage {
  const starts: { readonly offset: number; readonly line: number }[] = [];
  let text = '';
  for (const piece of passage) {
    if (text) text += ' ';
    starts.push({ offset: text.length, line: piece.line });
    text += piece.text.replace(/\s/g, ' ');
  }
  const lineAt = (offset: number) => starts.findLast((start) => start.offset <= offset)?.line ?? 1;
  return { text, sentences: sentencesOf(text), lineAt };
}

const beginOf = ({ text }: Sentence) => text.split(/\s+/).slice(0, 4).join(' ');

const longSentences = (sentences: readonly Sentence[], lineAt: (offset: number) => number): Advice[] =>
  sentences
    .filter(({ words }) => words.length > LONGEST_SENTENCE)
    .map((one) => ({ kind: 'sentence-long', line: lineAt(one.start), begin: beginOf(one), words: one.words.length }));

/** Each once in a whole text. Names are what they are: a word with a capital that does not begin a sentence is one, and so are addresses. */
function longWords(
  sentences: readonly Sentence[],
  { longWord }: PlainLanguage,
  explained: ReadonlySet<string>,
  seen: Set<string>,
  lineAt: (offset: number) => number,
): Advice[] {
  const isName = (word: Word, nth: number) => (nth > 0 && /^\p{Lu}/u.test(word.text)) || /[.@/&]/.test(word.text);
  return sentences.flatMap(({ words }) =>
    words.flatMap((word, nth): Advice[] => {
      const key = word.text.toLowerCase();
      // Of a compound with a hyphen each part is read on its own.
      const letters = Math.max(...word.text.split(/[-\u2010\u2011]/).map((part) => part.length));
      if (letters <= longWord || isName(word, nth) || explained.has(key) || seen.has(key)) return [];
      seen.add(key);
      return [{ kind: 'word-long', line: lineAt(word.start), word: word.text, letters }];
    }),
  );
}

/** Where a pile begins; the sentences of one pile are not counted again in the next. */
function passives(
  sentences: readonly Sentence[],
  { passivesIn }: PlainLanguage,
  lineAt: (offset: number) => number,
): Advice[] {
  const counts = sentences.map(passivesIn);
  const found: Advice[] = [];
  for (let nth = 0; nth < sentences.length; nth += 1) {
    const first = sentences[nth];
    const count = counts.slice(nth, nth + PILE).reduce((sum, one) => sum + one, 0);
    if (!first || !counts[nth] || count < PILE) continue;
    found.push({ kind: 'passive-many', line: lineAt(first.start), begin: beginOf(first), count });
    nth += PILE - 1;
  }
  return found;
}

function hardText(read: readonly ReadPassage[], language: PlainLanguage): Advice[] {
  const ease = easeOf(
    read.flatMap(({ sentences }) => sentences),
    language,
    LEAST_WORDS,
  );
  if (ease === undefined || ease >= EASE_OF_B1) return [];
  const parts = read.flatMap(({ sentences, lineAt }) => {
    const part = easeOf(sentences, language, LEAST_WORDS_OF_PART);
    return part === undefined ? [] : [{ ease: part, line: lineAt(0) }];
  });
  const first = read[0]?.lineAt(0) ?? 1;
  const hardest = parts.sort((a, b) => a.ease - b.ease)[0]?.line ?? first;
  return [{ kind: 'text-hard', line: first, ease, hardest }];
}

function stiffWords({ stiff }: PlainLanguage) {
  const instead = new Map(stiff.flatMap(([forms, better]) => forms.split('|').map((form) => [form, better] as const)));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[...instead.keys()].join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  return { pattern, insteadOf: (word: string) => instead.get(word.toLowerCase()) ?? '' };
}
