/** Chance that can be told again: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** From 0 up to and not including 1. */
  readonly next: () => number;
  /** A whole number from 0 up to and not including `below`. */
  below(below: number): number;
  oneOf<T>(all: readonly T[]): T;
}

/** mulberry32: small, and good enough to choose places and signs. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { next, below, oneOf: (all) => all[below(all.length)]! };
}

/**
 * How often chance is asked, and from which seed it starts. The suite always asks the same; who looks for more sets both by hand:
 * `HOSTILE_TIMES=100 HOSTILE_SEED=7 npx vitest run mutated`.
 */
const { HOSTILE_TIMES, HOSTILE_SEED } = process.env;
export const TIMES = Number(HOSTILE_TIMES ?? 1);
export const SEED = Number(HOSTILE_SEED ?? 20_261_128);
