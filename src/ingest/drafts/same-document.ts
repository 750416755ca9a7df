/**
 * Returns whether two documents of plain values (no dates, no binary) are stored as the same bytes: equal, with their
 * keys in the same order. Stops at the first difference and serializes nothing.
 */
export function isSameDocument(a: object, b: object): boolean {
  const [aEntries, bEntries] = [Object.entries(a), Object.entries(b)];
  return (
    aEntries.length === bEntries.length &&
    aEntries.every(([key, value], at) => bEntries[at]?.[0] === key && isSameValue(value, bEntries[at][1]))
  );
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return Array.isArray(a) === Array.isArray(b) && isSameDocument(a, b);
}
