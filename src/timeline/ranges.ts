import { wholeMilliseconds } from './clock-time';

/** A stretch of the film in seconds: `start` belongs to it, `end` does not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Index of the last item that has started at `time`, or -1. Items are sorted by start; a search takes log2(n) steps. */
export const lastStartedIndex = (sorted: readonly { readonly start: number }[], time: number): number =>
  lastUpTo(sorted.length, (index) => sorted[index]!.start <= time);

/** The same among times alone. */
export const lastAtOrBefore = (sorted: readonly number[], time: number): number =>
  lastUpTo(sorted.length, (index) => sorted[index]! <= time);

/** Index of the last of `length` things that have come, or -1: those that have stand before those that have not. */
export function lastUpTo(length: number, hasCome: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hasCome(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The item that holds `time`, where items are sorted and do not overlap. */
export function rangeAt<T extends Range>(sorted: readonly T[], time: number): T | undefined {
  const item = sorted[lastStartedIndex(sorted, time)];
  return item && time < item.end ? item : undefined;
}

/** The first item that starts after `time`. NaN has nothing after it. */
export function nextStarted<T extends Range>(sorted: readonly T[], time: number): T | undefined {
  return Number.isNaN(time) ? undefined : sorted[lastStartedIndex(sorted, time) + 1];
}

/**
 * The item that "previous" goes to: the one playing when it has played for longer than `grace` seconds, else the one before it,
 * as every player's previous button does.
 */
export function previousStarted<T extends Range>(sorted: readonly T[], time: number, grace = 0): T | undefined {
  const index = lastStartedIndex(sorted, time);
  const item = sorted[index];
  if (!item) return undefined;
  return wholeMilliseconds(time - item.start) > grace ? item : sorted[index - 1];
}
