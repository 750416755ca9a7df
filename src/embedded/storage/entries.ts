import { geoKeys } from '../geo/cells.ts';
import { expandPaths, type KeyPart } from '../values/paths.ts';
import type { Document } from '../values/value.ts';
import type { IndexDefinition } from './catalog.ts';
import { entryKey } from './keys.ts';

/** What one document has in one index. */
export interface Entries {
  index: IndexDefinition;
  /** Each once. */
  keys: Buffer[];
  /** The values that each key was made of, without places. */
  tuples: KeyPart[][];
  /** By component, whether the document has several values there; null: it has one everywhere. */
  multi: boolean[] | null;
  /** Whether any was too long to be whole. */
  truncated: boolean;
}

/** A document's entries in an index; none when the index leaves it out. */
export function indexEntries(index: IndexDefinition, document: Document, key: Buffer): Entries {
  const { partial, placePath, placeAt, plainPaths } = index;
  const result: Entries = { index, keys: [], tuples: [], multi: null, truncated: false };
  if (partial !== null && !partial.matches(document, new Map())) return result;
  const { tuples, multi } = expandPaths(document, plainPaths);
  const places = placePath === null ? null : geoKeys(document, placePath);
  result.multi = places?.multi === true ? plainPaths.map((_, i) => i === placeAt || multi?.[i] === true) : multi;
  const seen = tuples.length > 1 || (places !== null && places.keys.length > 1) ? new Set<string>() : null;
  for (const tuple of tuples) {
    if (places === null) {
      if (index.sparse && tuple.every((part) => part === undefined)) continue;
      addEntry(result, entryKey(index, tuple, key), tuple, seen);
    } else {
      const parts: (KeyPart | Buffer)[] = [...tuple];
      for (const place of places.keys) {
        parts[placeAt] = place;
        addEntry(result, entryKey(index, parts, key), tuple, seen);
      }
    }
  }
  return result;
}

function addEntry(
  result: Entries,
  { entry, truncated }: { entry: Buffer; truncated: boolean },
  tuple: KeyPart[],
  seen: Set<string> | null,
): void {
  if (seen !== null) {
    const text = entry.toString('latin1');
    if (seen.has(text)) return;
    seen.add(text);
  }
  result.truncated ||= truncated;
  result.keys.push(entry);
  result.tuples.push(tuple);
}
