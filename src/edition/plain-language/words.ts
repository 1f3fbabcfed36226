/** The sentences of a text with their words, as people count them. */
import { sentencesOf } from '../../speech/sentences';

export interface Word {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

export interface CountedSentence {
  readonly text: string;
  readonly start: number;
  readonly words: readonly Word[];
}

/** Letters and digits, also with an apostrophe, hyphen or dot inside: "zo'n", "anti-kraak", "113.nl" and "1,500" are one word each. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-\u2010\u2011.,@/&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;

/** Cut as they are for a voice: what is read aloud as one sentence counts as one. */
export function countedSentences(text: string, language: string): CountedSentence[] {
  return sentencesOf(text, language).flatMap(({ start, end }) => {
    const own = text.slice(start, end);
    const words = [...own.matchAll(WORD)].map(({ 0: word, index }) => ({ text: word, start: start + index }));
    return words.length ? [{ text: own, start, words }] : [];
  });
}
