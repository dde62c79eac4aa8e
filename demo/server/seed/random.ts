/** A source of choices that always chooses the same: the demo's data must not differ between two machines. */
export interface Random {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in that many of 100 cases. */
  percent(chance: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items. */
  some<T>(items: readonly T[], count: number): readonly T[];
}

/** Choices that depend on the seed number only (the generator is mulberry32, public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  return {
    below,
    pick,
    percent: (chance) => next() * 100 < chance,
    some: <T>(items: readonly T[], count: number) => [...new Set(Array.from({ length: count }, () => pick(items)))],
  };
}
