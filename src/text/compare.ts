/** Compares two strings by UTF-16 code units, for `sort`. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns a comparison of enum values by their order in the schema; unknown values come last. */
export function byEnum<T extends string>(values: Record<string, T>): (a: T, b: T) => number {
  const ranks = new Map(Object.values(values).map((value, rank) => [value, rank]));
  return (a, b) => (ranks.get(a) ?? ranks.size) - (ranks.get(b) ?? ranks.size);
}
