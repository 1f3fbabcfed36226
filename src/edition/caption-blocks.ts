/**
 * Finds the blocks of a WebVTT file and their lines. webvtt-parser tells cues and errors but not where a cue stands, sorts the cues by
 * time, and gives the line after the cue for an error in its words; block by block, every line is known and one bad cue stays one.
 */
import { ID_PATTERN } from './schema';

export interface Block {
  readonly kind: 'cue' | 'note' | 'style' | 'region';
  /** The line in the file of the first of `lines`, counted from one. */
  readonly line: number;
  readonly lines: readonly string[];
  /** True where no empty line parts it from the cue above. */
  readonly attached: boolean;
}

interface Blocks {
  readonly hasSignature: boolean;
  readonly blocks: readonly Block[];
}

const isArrow = (line: string) => line.includes('-->');
/** An id of the usual kind, "anna-07": a word alone on a line could also be the end of what is said. */
const isId = (line: string | undefined) => line !== undefined && ID_PATTERN.test(line) && /-.*\d$/.test(line);
const KINDS = [
  [/^NOTE(?:$|[ \t])/, 'note'],
  [/^STYLE(?:$|[ \t])/, 'style'],
  [/^REGION(?:$|[ \t])/, 'region'],
] as const;

export function findBlocks(text: string): Blocks {
  const lines = text.split(/\r\n|\r|\n/);
  const hasSignature = /^WEBVTT(?:$|[ \t])/.test(lines[0] ?? '');
  let index = hasSignature ? 1 : 0;
  // What stands below the signature until an empty line is the header ("Kind: captions"), which browsers skip.
  while (hasSignature && index < lines.length && lines[index] !== '' && !isArrow(lines[index] ?? '')) index += 1;
  const isHeaderOpen = hasSignature && isArrow(lines[index] ?? '');
  if (isHeaderOpen && isId(lines[index - 1])) index -= 1;
  const blocks: Block[] = [];
  while (index < lines.length) {
    if (lines[index] === '') {
      index += 1;
      continue;
    }
    let end = index;
    while (end < lines.length && lines[end] !== '') end += 1;
    blocks.push(...blocksOf(lines.slice(index, end), index + 1, isHeaderOpen && !blocks.length));
    index = end;
  }
  return { hasSignature, blocks };
}

/** Mostly one. Where an empty line is missing, every further line with an arrow begins the next, with its id if that can be seen. */
function blocksOf(lines: readonly string[], line: number, attached: boolean): Block[] {
  const kind = KINDS.find(([pattern]) => pattern.test(lines[0] ?? ''))?.[1] ?? 'cue';
  if (kind !== 'cue') return [{ kind, line, lines, attached }];
  const arrows = lines.flatMap((text, index) => (isArrow(text) ? [index] : []));
  const more = arrows.slice(1).map((arrow) => (isId(lines[arrow - 1]) ? arrow - 1 : arrow));
  const starts = [0, ...more];
  return starts.map((start, nth) => ({
    kind,
    line: line + start,
    lines: lines.slice(start, starts[nth + 1] ?? lines.length),
    attached: attached || nth > 0,
  }));
}
