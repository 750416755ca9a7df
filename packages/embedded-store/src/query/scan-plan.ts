import type { IndexDefinition } from '../storage/catalog.ts';
import type { MapName } from '../storage/view.ts';
import type { KeyRange } from './bounds.ts';
import type { Cover } from './covered-read.ts';
import type { Memberships } from './posting-lists.ts';

/** A walk through key ranges of one map. */
export interface ScanPlan {
  kind: 'scan';
  /** null to read the documents themselves, in the order of `_id`. */
  index: IndexDefinition | null;
  map: MapName;
  ranges: KeyRange[];
  reverse: boolean;
  /** Whether the ranges must be merged, by the bytes after their prefixes, to give the order. */
  merge: boolean;
  /** Whether a document can occur twice. */
  dedupe: boolean;
  /** Whether every document in the ranges matches the filter. */
  exact: boolean;
  /** Whether documents come in the requested order. */
  sorted: boolean;
  /** The strings whose entries are intersected; the ranges are then only those of the rarest. Null for a plain walk. */
  memberships: Memberships | null;
  /** The number of components that the filter bounds. */
  bounded: number;
  /** Whether the document of an entry can match, decided by the entry before the document is read; null if all can. */
  keyFilter: ((entry: Buffer) => boolean) | null;
  /** Reads every needed field from the entry; null if documents must be read. */
  cover: Cover | null;
  /** Reads the filter's fields from the entry, so that only matching documents are read. */
  filterCover: Cover | null;
}
