/** Whether subtitles can be read: the numbers of line, time and speed. Everything is counted in whole milliseconds. */
import type { CaptionCue, Captions } from './parse-captions';
import { problem, type Problem } from './problems';

const LINE = { aim: 37, most: 42 };
const MOST_LINES = 2;
const SHORTEST = { aim: 1000, least: 833 };
const LONGEST = 7000;
/** Two frames: long enough to see that the words change, too short to see an empty screen. */
const GAP = { close: 80, open: 500 };
/** Characters a second, by language; Dutch readers are used to slower subtitles. */
const SPEED: Record<string, { readonly aim: number; readonly most: number }> = { nl: { aim: 15, most: 17 } };
const SPEED_ELSEWHERE = { aim: 17, most: 20 };

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Signs that never join with what stands beside them: what most lines of most languages here are made of. */
const SINGLE_SIGNS = /^[ -~\u00a0-\u02ff\u2010-\u2027]*$/;
/** Letters as people count them: é is one, however it is stored. The segmenter is asked where it can make a difference: it is slow. */
export const lengthOf = (text: string): number =>
  SINGLE_SIGNS.test(text) ? text.length : [...segmenter.segment(text)].length;

/** All that a reader reads; a line break is a space. */
const countCharacters = (text: string) => lengthOf(text.trim().replace(/\s+/g, ' '));

export function checkLines({ file, cues }: Captions): Problem[] {
  return cues.flatMap(({ id, text, lines }) => {
    const rows = text.split('\n');
    const many =
      rows.length > MOST_LINES
        ? [problem('too-many-lines', { file, line: lines.text }, { id, count: rows.length })]
        : [];
    const long = rows.flatMap((row, nth) => {
      const length = lengthOf(row.trim());
      const at = { file, line: lines.text + nth };
      if (length > LINE.most) return [problem('line-too-long', at, { length })];
      return length > LINE.aim ? [problem('line-long', at, { length })] : [];
    });
    return [...many, ...long];
  });
}

export function checkSpeed({ file, cues }: Captions, language: string): Problem[] {
  const { aim, most } = SPEED[language.split('-')[0] ?? ''] ?? SPEED_ELSEWHERE;
  return cues.flatMap((cue) => {
    const { id, start, end, text, lines } = cue;
    if (end <= start) return [];
    const characters = countCharacters(text);
    const speed = ((characters * 1000) / (end - start)).toFixed(1);
    const at = { file, line: lines.timing };
    if (characters * 1000 > most * (end - start)) return [problem('reading-too-fast', at, { id, speed, most })];
    return characters * 1000 > aim * (end - start) ? [problem('reading-fast', at, { id, speed, aim })] : [];
  });
}

export function checkTimes({ file, cues }: Captions): Problem[] {
  return cues.flatMap((cue, index) => {
    const at = { file, line: cue.lines.timing };
    return [...checkDuration(cue, at), ...checkGap(cues[index - 1], cue, at)];
  });
}

type At = { readonly file: string; readonly line: number };

function checkDuration({ id, start, end }: CaptionCue, at: At): Problem[] {
  const length = end - start;
  // The parser has said already that it ends before it starts.
  if (length <= 0) return [];
  const seconds = (length / 1000).toFixed(3);
  if (length > LONGEST) return [problem('cue-too-long', at, { id, seconds })];
  if (length < SHORTEST.least) return [problem('cue-too-short', at, { id, seconds })];
  return length < SHORTEST.aim ? [problem('cue-short', at, { id, seconds })] : [];
}

function checkGap(before: CaptionCue | undefined, { id, start }: CaptionCue, at: At): Problem[] {
  if (!before) return [];
  if (start < before.start) return [problem('cue-order', at, { id })];
  const gap = start - before.end;
  if (gap < 0) return [problem('cues-overlap', at, { id, overlap: -gap })];
  if (gap < GAP.close) return [problem('gap-too-small', at, { id, gap })];
  return gap > GAP.close && gap < GAP.open ? [problem('gap-loose', at, { id, gap })] : [];
}
