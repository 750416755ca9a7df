import { CommandError, fail } from '../errors.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { expandPaths, type KeyPart, type Path, parsePath } from '../values/paths.ts';
import { type Document, isDocument, isNumber, toNumber, type Value } from '../values/value.ts';

export type SortSpec = { path: string; parts: Path; descending: boolean }[];

/** Parses a sort such as `{ a: 1, b: -1 }`; null if it is absent or empty. Throws for `$meta`. */
export function parseSort(sort: Value): SortSpec | null {
  if (sort === undefined || sort === null) return null;
  if (!isDocument(sort)) fail('TypeMismatch', 'A sort must be a document');
  const spec = [...sort].map(([path, direction]) => {
    if (!isNumber(direction) || Math.abs(toNumber(direction)) !== 1)
      fail('Location15975', `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    const parts = parsePath(path);
    if (path.startsWith('$')) fail('BadValue', `A sort cannot use the path '${path}'`);
    if (parts.includes('')) fail('Location15998', `FieldPath field names may not be empty strings: '${path}'`);
    return { path, parts, descending: toNumber(direction) < 0 };
  });
  return spec.length === 0 ? null : spec;
}

/**
 * A text that compares with `<` in the sort's order. For an array, its min element counts in ascending and its max
 * element in descending order; an empty array is below null.
 */
export function sortKey(document: Document, sort: SortSpec): string {
  const plain = plainKey(document, sort);
  if (plain !== null) return plain;
  const { tuples } = expandSorted(document, sort);
  let lowest: string | undefined;
  for (const tuple of tuples) {
    const key = tupleKey(tuple, sort);
    if (lowest === undefined || key < lowest) lowest = key;
  }
  return lowest ?? '';
}

/** The key if the sort is by top-level fields without arrays; otherwise null. */
function plainKey(document: Document, sort: SortSpec): string | null {
  let key = '';
  for (const { parts, descending } of sort) {
    const value = document.get(parts[0] as string);
    if (parts.length > 1 || Array.isArray(value)) return null;
    key += encodeKeyText(value, descending);
  }
  return key;
}

function expandSorted(document: Document, sort: SortSpec): { tuples: KeyPart[][] } {
  try {
    return expandPaths(
      document,
      sort.map((one) => one.parts),
    );
  } catch (error) {
    if (!(error instanceof CommandError) || error.codeName !== 'CannotIndexParallelArrays') throw error;
    fail('BadValue', 'cannot sort with keys that are parallel arrays');
  }
}

function tupleKey(tuple: KeyPart[], sort: SortSpec): string {
  let key = '';
  sort.forEach(({ descending }, i) => {
    key += encodeKeyText(tuple[i], descending);
  });
  return key;
}

/** The max size of the rows that a sort, a group or a lookup holds (MongoDB's limit for a blocking sort). */
export const maxHeldBytes = 100 * 1024 * 1024;

/**
 * The items in order, or the first `limit` of them. The sort is stable. It holds `limit` items, or all if null; throws
 * if they exceed 100 MB by `sizeOf`.
 */
export function sortItems<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  limit: number | null,
  sizeOf: (item: T) => number,
): T[] {
  let held: { key: string; position: number; item: T }[] = [];
  let bytes = 0;
  let position = 0;
  let bound: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (bound !== null && key >= bound) continue;
    held.push({ key, position: position++, item });
    bytes += key.length + sizeOf(item);
    const isFull = held.length >= Math.max((limit ?? 0) * 2, 64) || bytes > maxHeldBytes;
    if (limit !== null && held.length > limit && isFull) {
      held = held.sort(compareHeld).slice(0, limit);
      bound = held.at(-1)?.key ?? null;
      bytes = held.reduce((sum, one) => sum + one.key.length + sizeOf(one.item), 0);
    }
    if (bytes > maxHeldBytes) throw tooMuch('Sort');
  }
  held.sort(compareHeld);
  return (limit === null ? held : held.slice(0, limit)).map(({ item: sorted }) => sorted);
}

function compareHeld(a: { key: string; position: number }, b: { key: string; position: number }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : a.position - b.position;
}

export function tooMuch(what: string): CommandError {
  return new CommandError(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `${what} exceeded the memory limit of ${maxHeldBytes} bytes, and this store does not spill to disk`,
  );
}
