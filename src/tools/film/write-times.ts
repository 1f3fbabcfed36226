/** Writes the times of the voice into the subtitles of every language. */
import { writeFileSync } from 'node:fs';
import type { Score } from './score';
import { setVttTimes } from './vtt-times';

interface Times {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The files that changed. */
export function writeTimes(score: Score, lines: readonly Times[]): string[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return score.subtitles.flatMap(({ path, text, cues }) => {
    const timings = cues.flatMap((cue) => {
      const time = byId.get(cue.id);
      return time ? [{ line: cue.lines.timing, start: time.start, end: time.end }] : [];
    });
    const timed = setVttTimes(text, timings);
    if (timed === text) return [];
    writeFileSync(path, timed);
    return [path];
  });
}
