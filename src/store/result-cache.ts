import type { Document } from 'mongodb';

/** The results of aggregations at the newest revision of the store that was read. Results must not be changed. */
export interface ResultCache {
  /** Returns the result at a revision; undefined if it is not kept. */
  get(revision: number, key: string): readonly Document[] | undefined;
  /** Keeps a result, unless it is too large or a newer revision was read. */
  set(revision: number, key: string, rows: readonly Document[]): void;
}

interface Entry {
  rows: readonly Document[];
  bytes: number;
}

/** Creates a cache of at most `maxBytes` of JSON, which removes what was not used for longest. */
export function createResultCache(maxBytes: number): ResultCache {
  const entries = new Map<string, Entry>();
  let newest = 0;
  let bytes = 0;

  /** Returns whether a revision is the newest. Its first read removes the results of earlier ones. */
  function isNewest(revision: number): boolean {
    if (revision > newest) {
      entries.clear();
      [newest, bytes] = [revision, 0];
    }
    return revision === newest;
  }

  return {
    get(revision, key) {
      const entry = isNewest(revision) ? entries.get(key) : undefined;
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.rows;
    },
    set(revision, key, rows) {
      if (!isNewest(revision) || entries.has(key)) return;
      const size = key.length + JSON.stringify(rows).length;
      if (size > maxBytes / 2) return;
      entries.set(key, { rows, bytes: size });
      bytes += size;
      for (const [oldest, entry] of entries) {
        if (bytes <= maxBytes) break;
        entries.delete(oldest);
        bytes -= entry.bytes;
      }
    },
  };
}
