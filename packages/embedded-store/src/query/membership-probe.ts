import type { IndexDefinition } from '../storage/catalog.ts';
import { idPrefix, maxEntryBytes } from '../storage/keys.ts';
import type { View } from '../storage/view.ts';
import { afterPrefix, encodeKey } from '../values/key-writer.ts';

/** Checks whether the arrays at a component of an index contain a string. */
export interface MembershipProbe {
  value: string;
  /** The string's key at that component. */
  key: Buffer;
  /** Whether the index has this entry with the bytes from start to end replaced by the string's key. */
  has(view: View, entry: Buffer, start: number, end: number): boolean;
}

/**
 * The number of lookups before the first attempt to read all entries. Each failed attempt multiplies it by
 * `nextAttempt`.
 */
const firstAttempt = 64;
const nextAttempt = 4;
/** One lookup costs as much as reading this many consecutive entries. */
const readsPerSearch = 4;
/** The max number of entries to hold in memory. */
const maxHeld = 200_000;

/**
 * Looks up single entries at first. Once that has cost as much as reading all entries with the string, reads those and
 * holds them until the next command.
 */
export function createMembershipProbe(index: IndexDefinition, component: number, value: string): MembershipProbe {
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
    // After another component, the entries with this string are not consecutive.
    isNone = component === 0 && read(view, 1).length === 0;
    attempt = component === 0 ? firstAttempt : Number.POSITIVE_INFINITY;
    held = null;
  }

  function holdAll(view: View): void {
    const limit = Math.min(attempt * readsPerSearch, maxHeld);
    attempt = limit === maxHeld ? Number.POSITIVE_INFINITY : attempt * nextAttempt;
    const entries = read(view, limit);
    if (entries.length < limit) held = new Set(entries.map((entry) => entry.toString('latin1', start.length)));
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

/** The bytes of an entry from `start`, as text. Cached because several probes ask for the same entry in turn. */
function behind(entry: Buffer, start: number): string {
  if (lastEntry !== entry || lastStart !== start) {
    lastEntry = entry;
    lastStart = start;
    lastText = entry.toString('latin1', start);
  }
  return lastText;
}
