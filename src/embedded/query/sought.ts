import type { IndexDefinition } from '../storage/catalog.ts';
import { idPrefix, maxEntryBytes } from '../storage/keys.ts';
import type { View } from '../storage/view.ts';
import { afterPrefix, encodeKey } from '../values/key-writer.ts';

/** A string that is looked for in the arrays of an index's component. */
export interface Sought {
  value: string;
  /** Its key in that component. */
  key: Buffer;
  /** Whether there is an entry like this one, but with the string in the place of what is between start and end. */
  has(view: View, entry: Buffer, start: number, end: number): boolean;
}

/** So many searches for single entries come before all entries are read, if they are few enough; then so many times more. */
const firstAttempt = 64;
const nextAttempt = 4;
/** A search for a single entry takes as long as reading so many in a row. */
const readsPerSearch = 4;
/** More entries than these are not held. */
const mostHeld = 200_000;

/**
 * Looks for single entries at first, and once that has cost as much as reading all entries of the string, these are read
 * and held until the next command.
 */
export function createSought(index: IndexDefinition, component: number, value: string): Sought {
  const key = encodeKey(value, index.components[component]?.direction === -1);
  const start = Buffer.concat([idPrefix(index.id), key]);
  const range = { start, end: afterPrefix(start), reverse: false };
  let epoch = -1;
  let searches = 0;
  let attempt = firstAttempt;
  let isNone = false;
  let held: Set<string> | null = null;

  function begin(view: View): void {
    epoch = view.epoch;
    searches = 0;
    // Behind another component the entries with this string do not lie together.
    isNone = component === 0 && read(view, 1).length === 0;
    attempt = component === 0 ? firstAttempt : Number.POSITIVE_INFINITY;
    held = null;
  }

  function holdAll(view: View): void {
    const most = Math.min(attempt * readsPerSearch, mostHeld);
    attempt = most === mostHeld ? Number.POSITIVE_INFINITY : attempt * nextAttempt;
    const entries = read(view, most);
    if (entries.length < most) held = new Set(entries.map((entry) => entry.toString('latin1', start.length)));
  }

  function read(view: View, limit: number): Buffer[] {
    return view.range('entries', { ...range, limit, values: false }).keys;
  }

  return {
    value,
    key,
    has(view, entry, from, to) {
      if (epoch !== view.epoch) begin(view);
      if (isNone) return false;
      if (held === null && ++searches >= attempt) holdAll(view);
      if (held !== null) return held.has(behind(entry, to));
      if (entry.length + key.length - (to - from) > maxEntryBytes) return false;
      const other = Buffer.concat([entry.subarray(0, from), key, entry.subarray(to)]);
      return view.get('entries', other) !== undefined;
    },
  };
}

let lastEntry: Buffer | null = null;
let lastStart = 0;
let lastText = '';

/** What stands behind a place in an entry, which several strings ask for one after the other. */
function behind(entry: Buffer, start: number): string {
  if (lastEntry !== entry || lastStart !== start) {
    lastEntry = entry;
    lastStart = start;
    lastText = entry.toString('latin1', start);
  }
  return lastText;
}
