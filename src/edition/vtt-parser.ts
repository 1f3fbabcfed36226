/** webvtt-parser, set up as browsers read: all of HTML's named characters, with their semicolons. */
import { createRequire } from 'node:module';
// A CommonJS package: in plain Node it has a default export only.
import webvtt from 'webvtt-parser';
import type { TreeNode, VTTData } from 'webvtt-parser';

type Entity = `&${string}`;

/** Both the names that need a semicolon and the few old ones that HTML also reads without. */
export const HTML_ENTITIES = createRequire(import.meta.url)('webvtt-parser/html-entities.json') as Record<
  Entity,
  string
>;

// Without the semicolon in the name, the parser leaves it standing: "A &amp; B" would become "A &; B".
const ENTITIES = Object.fromEntries(Object.entries(HTML_ENTITIES).filter(([name]) => name.endsWith(';'))) as Record<
  Entity,
  string
>;

export const parseVtt = (text: string): VTTData => new webvtt.WebVTTParser(ENTITIES).parse(text);

/** What HTML reads the numbers from 128 to 159 as. Written down, as Node's own decoder of windows-1252 takes them for Latin-1. */
const OLD_NUMBERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The sign that a number stands for, as HTML has it: old Windows numbers are the signs that they were, and what is no sign shows as one. */
export function numberedCharacter(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return OLD_NUMBERS.charAt(code - 0x80);
  const isSign = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isSign ? String.fromCodePoint(code) : '\uFFFD';
}

/** The parser leaves the characters of `<v Jan &amp; Piet>` as they are written. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#\d+|#[xX][\da-fA-F]+|\w+);/g, (written) => {
    const number = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(written);
    if (!number) return ENTITIES[written as Entity] ?? written;
    return numberedCharacter(number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16));
  });

export type VttNode = TreeNode<'v' | 'lang' | 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt'>;
