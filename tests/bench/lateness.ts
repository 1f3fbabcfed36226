/** How late a line comes, against the frame that it belongs to. Pure: the page only writes down what it sees (./page/watch-lines.ts). */

/** One frame that was shown: the film's time in seconds, and when it was handed to the screen, in milliseconds of the page. */
export type Frame = readonly [filmTime: number, shownAt: number];
/** What stood in the page from then on, without white space; "" for no line. */
export type Change = readonly [changedAt: number, text: string];

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/**
 * When the first frame of a line came. Frames that the page was not told of are counted back to: the page may have been busy, but the
 * film went on.
 */
export function frameOf(start: number, frames: readonly Frame[], rate: number, length: number): number | undefined {
  const index = frames.findIndex(([filmTime]) => filmTime >= start - 0.0005);
  const found = frames[index];
  // Without a frame before it nobody knows when the line began.
  if (found === undefined || index === 0) return undefined;
  const missed = Math.floor((found[0] - start) / length + 0.001);
  return found[1] - (missed * length * 1000) / rate;
}

/** When the page first showed a text that has `line` in it. */
export const shownAt = (line: string, changes: readonly Change[]): number | undefined =>
  changes.find(([, text]) => text.includes(withoutSpace(line)))?.[0];

/** The usual time between two frames of the film, in seconds. */
export function frameLength(frames: readonly Frame[]): number {
  const lengths = frames
    .slice(1)
    .map(([filmTime], index) => filmTime - frames[index]![0])
    .filter((length) => length > 0)
    .sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length / 4)] ?? 0.04;
}
