/** How far voice and subtitle are apart in the finished film: measured on what a player hears, not on what was meant. */
import type { FilmLine } from './speak-score';
import { decodeSound } from './soundtrack';
import { voiceSpan } from './voice-shape';

const RATE = 22050;
/** What was cut off as silence, and still louder than the room after any codec. */
const SILENCE_DB = -38;

export interface Agreement {
  readonly id: string;
  /** In milliseconds: the voice begins or ends so much from where the subtitle does. */
  readonly start: number;
  readonly end: number;
}

export function measureAgreement(file: string, lines: readonly FilmLine[]): Agreement[] {
  const heard = decodeSound(file, RATE);
  return lines.map((line, index) => {
    // From halfway the pause before to halfway the pause after.
    const before = lines[index - 1]?.end ?? line.start - 500;
    const after = lines[index + 1]?.start ?? line.end + 500;
    const from = Math.round(((before + line.start) / 2000) * RATE);
    const part = heard.subarray(from, Math.round(((line.end + after) / 2000) * RATE));
    const [first, last] = voiceSpan({ rate: RATE, samples: part }, SILENCE_DB);
    return {
      id: line.id,
      start: ((from + first) / RATE) * 1000 - line.start,
      end: ((from + last) / RATE) * 1000 - line.end,
    };
  });
}
