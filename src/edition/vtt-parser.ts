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

/** The parser leaves the characters of `<v Jan &amp; Piet>` as they are written. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#\d+|#[xX][\da-fA-F]+|\w+);/g, (written) => {
    const number = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(written);
    if (!number) return ENTITIES[written as Entity] ?? written;
    const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });

export type VttNode = TreeNode<'v' | 'lang' | 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt'>;
