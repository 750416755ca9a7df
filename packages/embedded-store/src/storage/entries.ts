import { geoKeys } from '../geo/geo-keys.ts';
import { expandPaths, type KeyPart } from '../values/paths.ts';
import type { Document } from '../values/value.ts';
import type { IndexDefinition } from './catalog.ts';
import { entryKey } from './keys.ts';

/** A document's entries in one index. */
export interface Entries {
  index: IndexDefinition;
  /** Without duplicates. */
  keys: Buffer[];
  /** The values of each key, in the same order, without places. */
  tuples: KeyPart[][];
  /** For each component, whether the document has several values there; null if it has one everywhere. */
  multi: boolean[] | null;
  /** Whether any key was truncated. */
  truncated: boolean;
}

/** The entries of a document in an index; no keys if the index omits the document. */
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
