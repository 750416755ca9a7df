/** Choices that follow from a seed. */
export interface Random {
  /** Returns a whole number from 0 up to `limit`. */
  below(limit: number): number;
  /** Returns a number from 0 up to 1. */
  share(): number;
  coin(): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Creates a generator after Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    share: next,
    coin: () => below(2) === 1,
    pick: <T>(values: readonly T[]) => values[below(values.length)] as T,
  };
}
