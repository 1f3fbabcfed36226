/** What could be said more plainly in a text, and where. It knows nothing of the files that the text comes from. */
import type { PlainLanguage } from './plain-language';
import { countsOf, EASE_OF_B1, EASE_OF_PART } from './readability';
import { countedSentences, type CountedSentence, type Word } from './words';

/** Words that belong together, such as a paragraph or what one person says in a row, as pieces with the lines they stand on. */
export type Passage = readonly { readonly line: number; readonly text: string }[];

export type Advice =
  | { readonly kind: 'sentence-long'; readonly line: number; readonly begin: string; readonly words: number }
  | { readonly kind: 'word-long'; readonly line: number; readonly word: string; readonly letters: number }
  | { readonly kind: 'word-stiff'; readonly line: number; readonly word: string; readonly instead: string }
  | { readonly kind: 'passive-many'; readonly line: number; readonly begin: string; readonly count: number }
  | { readonly kind: 'part-hard'; readonly line: number; readonly begin: string; readonly ease: number }
  | { readonly kind: 'text-hard'; readonly line: number; readonly ease: number };

export const LONGEST_SENTENCE = 20;
/** So many passives in as many sentences are a pile: each of them could be right. */
const PILE = 3;
/** Flesch measured samples of a hundred words; of fewer, one word makes the figure. */
const LEAST_WORDS = 100;
/** Of a part on its own, where less is asked of it. */
const LEAST_WORDS_OF_PART = 40;
/** To say which part of a hard text is the hardest, less will do. */
const LEAST_WORDS_TO_COMPARE = 15;

/** `explained`: words that a reader can look up on the spot, in small letters. */
export function adviseOn(
  passages: readonly Passage[],
  language: PlainLanguage,
  explained: ReadonlySet<string> = new Set(),
): Advice[] {
  const seen = new Set<string>();
  const read = passages.map((passage) => countPassage(passage, language));
  const inParts = read.flatMap(({ text, sentences, lineAt }) => [
    ...longSentences(sentences, lineAt),
    ...longWords(sentences, language, explained, seen, lineAt),
    ...language.stiffIn(text).map(({ at, word, instead }): Advice => {
      return { kind: 'word-stiff', line: lineAt(at), word, instead };
    }),
    ...passives(sentences, language, lineAt),
    ...hardPart(sentences, language, lineAt),
  ]);
  return [...inParts, ...hardText(read, language)];
}

/** How easily a text reads; missing where it is too short for the formula. */
export function easeOfText(passages: readonly Passage[], language: PlainLanguage): number | undefined {
  return easeOf(
    passages.flatMap((passage) => countPassage(passage, language).sentences),
    language,
    LEAST_WORDS,
  );
}

function easeOf(sentences: readonly CountedSentence[], language: PlainLanguage, least: number): number | undefined {
  const counts = countsOf(sentences, language.syllablesOf);
  return counts.words < least ? undefined : language.easeOf(counts);
}

interface CountedPassage {
  readonly text: string;
  readonly sentences: readonly CountedSentence[];
  readonly lineAt: (offset: number) => number;
}

function countPassage(passage: Passage, language: PlainLanguage): CountedPassage {
  const starts: { readonly offset: number; readonly line: number }[] = [];
  let text = '';
  for (const piece of passage) {
    if (text) text += ' ';
    starts.push({ offset: text.length, line: piece.line });
    text += piece.text.replace(/\s/g, ' ');
  }
  const lineAt = (offset: number) => starts.findLast((start) => start.offset <= offset)?.line ?? 1;
  return { text, sentences: countedSentences(text, language.tag), lineAt };
}

const beginOf = ({ text }: CountedSentence) => text.split(/\s+/).slice(0, 4).join(' ');

const longSentences = (sentences: readonly CountedSentence[], lineAt: (offset: number) => number): Advice[] =>
  sentences
    .filter(({ words }) => words.length > LONGEST_SENTENCE)
    .map((one) => ({ kind: 'sentence-long', line: lineAt(one.start), begin: beginOf(one), words: one.words.length }));

/** Each once in a whole text. Names are what they are: a word with a capital that does not begin a sentence is one, and so are addresses. */
function longWords(
  sentences: readonly CountedSentence[],
  { longWord, familiar }: PlainLanguage,
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
      if (letters <= longWord || isName(word, nth)) return [];
      if (familiar.has(key) || explained.has(key) || seen.has(key)) return [];
      seen.add(key);
      return [{ kind: 'word-long', line: lineAt(word.start), word: word.text, letters }];
    }),
  );
}

/** Where a pile begins; the sentences of one pile are not counted again in the next. */
function passives(
  sentences: readonly CountedSentence[],
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

function hardPart(
  sentences: readonly CountedSentence[],
  language: PlainLanguage,
  lineAt: (offset: number) => number,
): Advice[] {
  const [first] = sentences;
  const ease = easeOf(sentences, language, LEAST_WORDS_OF_PART);
  if (!first || ease === undefined || ease >= EASE_OF_PART) return [];
  return [{ kind: 'part-hard', line: lineAt(first.start), begin: beginOf(first), ease }];
}

/** Told where its hardest part begins, which is where to begin. */
function hardText(passages: readonly CountedPassage[], language: PlainLanguage): Advice[] {
  const whole = passages.flatMap(({ sentences }) => sentences);
  const ease = easeOf(whole, language, LEAST_WORDS);
  if (ease === undefined || ease >= EASE_OF_B1) return [];
  const parts = passages.map(({ sentences, lineAt }) => ({
    ease: easeOf(sentences, language, LEAST_WORDS_TO_COMPARE) ?? Infinity,
    line: lineAt(0),
  }));
  const hardest = parts.reduce((least, part) => (part.ease < least.ease ? part : least));
  return [{ kind: 'text-hard', line: hardest.line, ease }];
}
