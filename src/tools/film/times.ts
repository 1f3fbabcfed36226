/**
 * When each line of the film is said. Pure: lengths of speech go in, times come out, all in whole milliseconds on the grid of the
 * picture's frames, so that a subtitle appears with a frame and never between two.
 */

/** One frame at 25 frames a second. */
export const FRAME_MS = 40;

export const RULES = {
  /** The title card. */
  leadIn: 3000,
  /** Between two lines of a chapter; subtitles less than 500 ms apart ought to be joined. */
  pause: 560,
  /** Between two chapters: time for the picture to travel. */
  chapterPause: 2400,
  /** The last picture. */
  tail: 4000,
  shortest: 1000,
  longest: 7000,
  /** Characters a second that a viewer can read: the language that is spoken, and the others. */
  spokenSpeed: 15,
  readSpeed: 17,
} as const;

export interface SpokenLine {
  readonly id: string;
  readonly chapter: string;
  /** How long the voice can be heard: the line stands as long. */
  readonly voice: number;
  /** How long its recording is, in which the last consonant dies away: the pause comes after that. */
  readonly recording: number;
}

export interface TimedLine extends SpokenLine {
  readonly start: number;
  readonly end: number;
  /** The end of the recording. */
  readonly over: number;
}

export const toFrame = (ms: number): number => Math.ceil(ms / FRAME_MS - 1e-9) * FRAME_MS;

/** How long a line has to stand so that it can be read: `spoken` and `others` are lengths in characters. */
export function readingTime(spoken: number, others: readonly number[]): number {
  const seconds = Math.max(spoken / RULES.spokenSpeed, ...others.map((length) => length / RULES.readSpeed));
  return Math.max(RULES.shortest, toFrame(seconds * 1000));
}

export function setTimes(lines: readonly SpokenLine[]): {
  readonly lines: readonly TimedLine[];
  readonly total: number;
} {
  let free: number = RULES.leadIn;
  let before: SpokenLine | undefined;
  const timed = lines.map((line): TimedLine => {
    const pause = before === undefined ? 0 : before.chapter === line.chapter ? RULES.pause : RULES.chapterPause;
    const start = free + pause;
    const end = start + Math.max(RULES.shortest, toFrame(line.voice));
    const over = start + Math.max(RULES.shortest, toFrame(line.recording));
    free = over;
    before = line;
    return { ...line, start, end, over };
  });
  return { lines: timed, total: free + RULES.tail };
}
