/** Reads the subtitles of one language: the score that everything else hangs on. */
import type { LinePart } from '../timeline/edition-data';
import { findBlocks, type Block } from './caption-blocks';
import { readWords } from './caption-parts';
import { oncePerPiece } from './once-per-text';
import { problem, type Problem } from './problems';
import type { TextFile } from './text-file';
import { parseVtt } from './vtt-parser';

export interface CaptionCue {
  /** Empty where the maker wrote none. */
  readonly id: string;
  /** In whole milliseconds, so that sums and comparisons are exact. */
  readonly start: number;
  readonly end: number;
  /** The name in `<v Name>`, decoded. */
  readonly voice?: string;
  readonly parts: readonly LinePart[];
  readonly classes: readonly string[];
  /** The words alone, lines parted by "\n". */
  readonly text: string;
  /** The words as they are written, tags and all. */
  readonly source: string;
  /** Lines in the file. `id` is the line of the times where there is no id. */
  readonly lines: { readonly id: number; readonly timing: number; readonly text: number };
}

export interface Captions {
  readonly file: string;
  /** In the order of the file. */
  readonly cues: readonly CaptionCue[];
  /** Ids of cues that could not be read: they are there, so nobody must be told that they are missing. */
  readonly broken: ReadonlySet<string>;
  /** False while every cue still stands at zero. */
  readonly timed: boolean;
  /** True where a cue is so long that it was not read at all, and other readers would take minutes over the file. */
  readonly tooLong: boolean;
}

/** What webvtt-parser's `parse` puts before a block here: its line 3 is the first line of the block. */
const LEAD = 'WEBVTT\n\n';
const parseBlock = oncePerPiece((block) => parseVtt(LEAD + block));
/** Signs of a cue, its id, times and tags among them: ten times what two lines hold. The parsers need seconds for some far longer ones. */
const LONGEST_CUE = 2000;

export function parseCaptions({ file, text }: TextFile, problems: Problem[]): Captions {
  const { hasSignature, blocks } = findBlocks(text.replaceAll('\0', '\uFFFD'));
  const found: Problem[] = [];
  const say = (line: number, what: string, column?: number) =>
    found.push(problem('vtt-syntax', { file, line, ...(column === undefined ? {} : { column }) }, { what }));
  if (!hasSignature) say(1, 'The file does not begin with WEBVTT on a line of its own.');

  const cues: CaptionCue[] = [];
  const broken = new Set<string>();
  let tooLong = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'region') continue;
    if (block.kind === 'style' && cues.length > 0) say(block.line, 'Styles must stand above the first cue.');
    if (block.attached) say(block.line, 'An empty line is missing above this cue.');
    const before = found.length;
    if (block.kind === 'cue' && isTooLong(block)) {
      say(block.line, `This cue has more than ${LONGEST_CUE} characters.`);
      tooLong = true;
    } else {
      const cue = readBlock(file, block, say, found);
      if (cue) cues.push(cue);
    }
    // Where an empty line is missing, both cues around it are read in other ways elsewhere.
    const isFaulty = found.length > before || block.attached || blocks[index + 1]?.attached;
    if (block.kind === 'cue' && isFaulty) block.lines.slice(0, 2).forEach((line) => broken.add(line));
  }

  const timed = !cues.length || cues.some((cue) => cue.start !== 0 || cue.end !== 0);
  if (!timed) found.push(problem('not-timed', { file, line: cues[0]?.lines.timing ?? 1 }));
  // A score that has no times yet would otherwise say for each cue that it ends before it starts.
  problems.push(...found.filter((one) => timed || one.message !== ENDS_TOO_SOON));
  return { file, cues, broken, timed, tooLong };
}

/** Browsers take them for a part of the name. */
const SPACED_NAME = /<v[^\s>]*\s(?:\s|[^>]*\s>)/;

const isTooLong = ({ lines }: Block) => lines.reduce((sum, { length }) => sum + length, 0) > LONGEST_CUE;

const ENDS_TOO_SOON = 'The cue must end later than it starts.';

function readBlock(
  file: string,
  block: Block,
  say: (line: number, what: string, column?: number) => void,
  problems: Problem[],
): CaptionCue | undefined {
  const arrow = block.lines.findIndex((line) => line.includes('-->'));
  const timing = block.line + Math.max(arrow, 0);
  block.lines.forEach((text, nth) => {
    // Chromium takes it for the end of the words.
    const place = text.indexOf('\uFFFF');
    if (place >= 0) say(block.line + nth, 'This line holds a sign that is no character (U+FFFF).', place + 1);
  });
  const parsed = parseBlock(block.lines.join('\n'));
  const words = readWords(parsed.cues[0]?.tree.children ?? []);
  for (const { message, line, col } of parsed.errors) {
    // An error in the words comes with the line after the block and with how far it is into the words.
    const inWords = line === block.lines.length + 3 && col !== undefined;
    const place = inWords ? placeInWords(block, arrow, col) : { line: block.line + line - 3, column: col };
    say(Math.max(block.line, Math.min(place.line, block.line + block.lines.length - 1)), plain(message), place.column);
  }
  const cue = parsed.cues[0];
  if (!cue) return undefined;

  const first = timing + 1;
  if (SPACED_NAME.test(cue.text)) say(first, 'There are too many spaces around a name: write <v Name>.');
  const name = cue.id || '?';
  for (const what of words.unsupported) problems.push(problem('vtt-unsupported', { file, line: first }, { what }));
  if (words.voices.length > 1 || (words.voices.length === 1 && words.hasWordsWithoutVoice))
    problems.push(problem('voice-not-whole', { file, line: first }, { id: name }));
  const voice = words.voices[0];
  return {
    id: cue.id,
    start: Math.round(cue.startTime * 1000),
    end: Math.round(cue.endTime * 1000),
    ...(voice === undefined ? {} : { voice }),
    parts: words.parts,
    classes: words.classes,
    text: words.parts.map((part) => part.text).join(''),
    source: cue.text,
    lines: { id: arrow > 0 ? timing - 1 : timing, timing, text: Math.min(first, block.line + block.lines.length - 1) },
  };
}

/** `offset` counts from one in the words of the cue, line breaks included. */
function placeInWords(block: Block, arrow: number, offset: number): { line: number; column: number } {
  let index = arrow + 1;
  let rest = offset;
  while (index < block.lines.length - 1 && rest > (block.lines[index]?.length ?? 0) + 1) {
    rest -= (block.lines[index]?.length ?? 0) + 1;
    index += 1;
  }
  return { line: block.line + index, column: Math.max(1, rest) };
}

/** The parser's words where a maker would not understand them. */
function plain(message: string): string {
  const known: Record<string, string> = {
    'Cue identifier cannot be standalone.': 'An id stands here without a cue.',
    'Cue identifier needs to be followed by timestamp.': 'Below the id of a cue its times must follow.',
    'End timestamp is not greater than start timestamp.': ENDS_TOO_SOON,
    'Incorrect escape.': 'A character is written in a way that cannot be read; for & write &amp;.',
    'Incorrect start tag.': 'There is a tag here that subtitles do not have.',
    'Incorrect end tag.': 'Something is closed here that was not opened, or another tag must be closed first.',
    'Required end tag missing.': 'A tag is opened and never closed.',
    '<v> requires an annotation.': 'The voice has no name: write <v Name>.',
    '<v> cannot be nested inside itself.': 'A voice begins inside another voice.',
  };
  return known[message] ?? message;
}
