/** What many measurements say together. */

/** Of sorted numbers, at `share` from 0 to 1; between two numbers, as far along as the share is. */
function at(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

export interface Summary {
  readonly count: number;
  readonly median: number;
  /** The 95th of a hundred. */
  readonly late: number;
  readonly least: number;
  readonly most: number;
}

/** @returns undefined where nothing was measured */
export function summaryOf(samples: readonly number[]): Summary | undefined {
  if (samples.length === 0) return undefined;
  const sorted = [...samples].sort((one, other) => one - other);
  return {
    count: sorted.length,
    median: at(sorted, 0.5),
    late: at(sorted, 0.95),
    least: sorted[0]!,
    most: sorted.at(-1)!,
  };
}
