/** Cuts a text into sentences and words, as people count them. */

export interface Word {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly words: readonly Word[];
}

/** Letters and digits, also with an apostrophe, hyphen or dot inside: "zo'n", "anti-kraak", "113.nl" and "1,500" are one word each. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-\u2010\u2011.,@/&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;
/** A sign that ends a sentence, the quotation marks and brackets that close with it, and a space before what begins the next one. */
const END = /[.!?…]+["'”’»)\]]*(?=\s+["'“‘«([]*[\p{Lu}\p{N}])/gu;
/** What has a dot and does not end there: a title, a shortened word, a first letter. */
const SHORTENED =
  /(?:^|[\s(])(?:\p{Lu}|dr|drs|ir|ing|mr|mrs|ms|prof|st|nr|no|art|blz|p|vs|bijv|bv|m\.a\.w|d\.w\.z|o\.a|t\/m|e\.g|i\.e)\.$/iu;

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const part = text.slice(start, end);
    const begin = start + (part.length - part.trimStart().length);
    const words = wordsOf(part, start);
    if (words.length) sentences.push({ text: part.trim(), start: begin, words });
    start = end;
  };
  for (const { 0: sign, index } of text.matchAll(END)) {
    const end = index + sign.length;
    if (!SHORTENED.test(text.slice(Math.max(start, end - 8), end))) add(end);
  }
  add(text.length);
  return sentences;
}

const wordsOf = (text: string, offset: number): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ text: word, start: offset + index }));
