/** Movement as pure functions of time: nothing here remembers anything, so any frame can be drawn on its own. */

export const clamp = (value: number, low = 0, high = 1): number => Math.max(low, Math.min(high, value));
export const lerp = (from: number, to: number, share: number): number => from + (to - from) * share;

/** 0 before `from`, 1 after `to`, and without a jolt at either end. */
export function ease(value: number, from = 0, to = 1): number {
  const share = clamp((value - from) / (to - from));
  return share * share * share * (share * (share * 6 - 15) + 10);
}

/** A number between 0 and 1 that looks thrown and is always the same for the same `seed`. */
export function scatter(seed: number): number {
  let bits = Math.imul(Math.floor(seed * 7919) + 0x9e3779b9, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 4294967296;
}

/** Between -1 and 1, never the same twice within a film: breath, not a machine. */
export const drift = (seconds: number, seed: number): number =>
  0.5 * Math.sin(seconds * 0.31 + seed * 5.1) +
  0.32 * Math.sin(seconds * 0.197 + seed * 2.3) +
  0.18 * Math.sin(seconds * 0.523 + seed);

/** A value for each of some moments of a chapter: `[when, ...values]`. */
export type Track = readonly (readonly number[])[];

/** The values of a track at `when`, on a smooth curve through the moments that never swings past them. */
export function follow(track: Track, when: number): number[] {
  const last = track.length - 1;
  const next = track.findIndex((key) => (key[0] ?? 0) > when);
  if (next === 0) return (track[0] ?? []).slice(1);
  if (next < 0) return (track[last] ?? []).slice(1);
  const [before, from, to, after] = [next - 2, next - 1, next, next + 1].map(
    (at) => track[clamp(at, 0, last)] ?? [],
  ) as [readonly number[], readonly number[], readonly number[], readonly number[]];
  const span = (to[0] ?? 0) - (from[0] ?? 0);
  const share = (when - (from[0] ?? 0)) / span;
  return from.slice(1).map((value, index) => {
    const slope = (a: readonly number[], b: readonly number[]) => {
      const width = (b[0] ?? 0) - (a[0] ?? 0);
      return width > 0 ? ((b[index + 1] ?? 0) - (a[index + 1] ?? 0)) / width : 0;
    };
    const here = slope(from, to);
    // Where the direction turns, the curve stands still; elsewhere it goes no steeper than three times the straight line.
    const tangent = (side: number) =>
      side * here <= 0 ? 0 : Math.sign(here) * Math.min(Math.abs((side + here) / 2), 3 * Math.abs(here));
    const start = tangent(slope(before, from)) * span;
    const end = tangent(slope(to, after)) * span;
    const s2 = share * share;
    const s3 = s2 * share;
    const target = to[index + 1] ?? 0;
    return value * (2 * s3 - 3 * s2 + 1) + start * (s3 - 2 * s2 + share) + target * (3 * s2 - 2 * s3) + end * (s3 - s2);
  });
}
