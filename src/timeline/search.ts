/** Where words occur in the lines of the film, in every language at once. Lines are folded once; a question costs a look through them. */
import type { LinePart } from './edition-data';
import { fold, type FoldedText } from './fold';

/** Offsets are those of the line as it is written, all its pieces joined. */
export interface Hit {
  /** Which line, counted from 0. */
  readonly line: number;
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

export interface SearchIndex {
  readonly language: string;
  /** In order of lines. `wanted` is folded. */
  find(wanted: string): Hit[];
}

/** Between lines; folding leaves no line break in them, so no hit can reach from one line into the next. */
const BREAK = '\n';

export const foldQuery = (query: string): string => fold(query).text.trim();

export function createSearchIndex(language: string, lines: readonly (readonly LinePart[] | undefined)[]): SearchIndex {
  const folded = lines.map((parts) => fold((parts ?? []).map(({ text }) => text).join('')));
  const all = folded.map(({ text }) => text).join(BREAK) + BREAK;
  return {
    language,
    find: (wanted) => {
      const hits: Hit[] = [];
      if (wanted === '') return hits;
      let line = 0;
      let lineStart = 0;
      for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
        while (at > lineStart + folded[line]!.text.length) {
          lineStart += folded[line]!.text.length + BREAK.length;
          line += 1;
        }
        const place = original(folded[line]!, at - lineStart, wanted.length);
        const last = hits.at(-1);
        // One sign may be several letters (ß, ﬁ): it is found once.
        if (last?.line !== line || last.end <= place.start) hits.push({ line, language, ...place });
      }
      return hits;
    },
  };
}

function original({ from, to }: FoldedText, at: number, length: number): { start: number; end: number } {
  return { start: from?.[at] ?? at, end: to?.[at + length - 1] ?? at + length };
}

/** Hits of all languages in the order in which people read them: by line, and in a line by language as the indexes stand. */
export function findAll(indexes: readonly SearchIndex[], query: string): readonly Hit[] {
  const wanted = foldQuery(query);
  if (wanted === '') return [];
  return indexes.map((index) => index.find(wanted)).reduce(merged, []);
}

function merged(first: readonly Hit[], second: readonly Hit[]): Hit[] {
  const both: Hit[] = [];
  let next = 0;
  for (const hit of first) {
    while (next < second.length && second[next]!.line < hit.line) both.push(second[next++]!);
    both.push(hit);
  }
  while (next < second.length) both.push(second[next++]!);
  return both;
}

/** The hits of one line; undefined where it has none. `hits` are in order of lines. */
export function hitsOf(hits: readonly Hit[], line: number): readonly Hit[] | undefined {
  const from = firstFrom(hits, line);
  return hits[from]?.line === line ? hits.slice(from, firstFrom(hits, line + 1)) : undefined;
}

/** Index of the first hit in `line` or after it. */
function firstFrom(hits: readonly Hit[], line: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hits[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A piece of a line's part: found or not. */
export interface MarkedText {
  readonly text: string;
  readonly hit?: Hit;
}

/** The parts of a line cut where hits begin and end: a hit may reach over several parts. `hits` are those of this line, in order. */
export function markParts(parts: readonly LinePart[], hits: readonly Hit[]): readonly (readonly MarkedText[])[] {
  let offset = 0;
  return parts.map(({ text }) => {
    const start = offset;
    offset += text.length;
    const pieces: MarkedText[] = [];
    let at = 0;
    for (const hit of hits) {
      const from = Math.max(hit.start - start, at);
      const to = Math.min(hit.end - start, text.length);
      if (to <= from) continue;
      if (from > at) pieces.push({ text: text.slice(at, from) });
      pieces.push({ text: text.slice(from, to), hit });
      at = to;
    }
    if (at < text.length) pieces.push({ text: text.slice(at) });
    return pieces;
  });
}
