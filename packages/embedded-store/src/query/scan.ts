import { fail } from '../errors.ts';
import type { CollectionDefinition, IndexDefinition } from '../storage/catalog.ts';
import { namespaceOf } from '../storage/catalog.ts';
import { documentKeyOfEntry, splitEntry } from '../storage/keys.ts';
import type { Rows, View } from '../storage/view.ts';
import type { Document } from '../values/value.ts';
import type { KeyRange } from './bounds.ts';
import type { Cover } from './covered-read.ts';
import type { Plan } from './planner.ts';
import { findMembers, hasPostingLists, type Memberships } from './posting-lists.ts';
import type { ScanPlan } from './scan-plan.ts';

export interface ScannedDocument {
  /** The document's key; null for a covered read. */
  key: Buffer | null;
  /** The document's BSON; null if it was not requested or not needed. */
  raw: Buffer | null;
  /** The fields of a covered read; otherwise null. */
  document: Document | null;
  /** With `ScanPlan.memberships`: the strings that the document has. */
  found?: string[] | undefined;
}

/** The options of a scan. */
export interface ScanRequest {
  /** Whether to read documents whose entries do not hold enough. */
  fetch: boolean;
  /** Whether to read a document, given the fields that the plan's `filterCover` read. */
  accepts: ((document: Document) => boolean) | null;
}

export interface Examined {
  keys: number;
  documents: number;
}

/** Long loops call this now and then. It throws once the command's time is over. */
export type CheckInterrupt = () => void;

/**
 * Runs a plan. Nothing stays open between steps: a scan may be paused while other commands run, and then continues
 * after its last key with the data stored by then.
 */
export function* scan(
  view: View,
  collection: CollectionDefinition,
  plan: Plan,
  request: ScanRequest,
  examined: Examined,
  checkInterrupt: CheckInterrupt,
): Generator<ScannedDocument> {
  const seen = plan.kind === 'union' || plan.dedupe ? new Set<string>() : null;
  const plans = plan.kind === 'union' ? plan.plans : [plan];
  for (const one of plans) yield* scanOne(view, collection, one, request, seen, examined, checkInterrupt);
}

function* scanOne(
  view: View,
  collection: CollectionDefinition,
  plan: ScanPlan,
  { fetch, accepts }: ScanRequest,
  seen: Set<string> | null,
  examined: Examined,
  checkInterrupt: CheckInterrupt,
): Generator<ScannedDocument> {
  let { cover, filterCover } = plan;
  const check = () => {
    checkInterrupt();
    const index = stillThere(view, collection, plan);
    if (index === null) return;
    if (plan.memberships !== null && !hasPostingLists(index))
      fail('Location175', 'query plan killed: the index got other keys than those that the query relies on');
    if (cover?.fits(index) === false) cover = null;
    if (filterCover?.fits(index) === false) filterCover = null;
  };
  const withValues = fetch && plan.map === 'documents';
  for (const { key, value, found } of rowsOf(view, plan, withValues, examined, check)) {
    if (found === undefined) examined.keys++;
    if (plan.map === 'documents') {
      if (seen !== null && isRepeated(seen, key.toString('latin1', 4))) continue;
      if (fetch) examined.documents++;
      yield { key, raw: fetch ? (value ?? view.get('documents', key) ?? null) : null, document: null };
      continue;
    }
    if (plan.keyFilter?.(key) === false) continue;
    if (seen !== null && isRepeated(seen, idOfEntry(key))) continue;
    const document: Document | null = cover === null ? null : cover.read(view, key, found);
    if (document !== null) {
      yield { key: null, raw: null, document };
      continue;
    }
    const documentKey = documentKeyOfEntry(collection.id, key);
    if (!fetch) {
      yield { key: documentKey, raw: null, document: null };
      continue;
    }
    if (filterCover !== null && accepts !== null && !worthReading(view, key, found, filterCover, accepts)) continue;
    const raw = view.get('documents', documentKey);
    // The document was removed after the entry was read, by a command in between.
    if (raw === undefined) continue;
    examined.documents++;
    yield { key: documentKey, raw, document: null, found };
  }
}

function isRepeated(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  return false;
}

/** The key of the `_id` in an entry. */
function idOfEntry(entry: Buffer): string {
  return splitEntry(entry).idKey.toString('latin1');
}

function worthReading(
  view: View,
  entry: Buffer,
  found: string[] | undefined,
  cover: Cover,
  accepts: (document: Document) => boolean,
): boolean {
  const document = cover.read(view, entry, found);
  return document === null || accepts(document);
}

interface Row {
  key: Buffer;
  value: Buffer | undefined;
  /** With `ScanPlan.memberships`: the strings that the document has. */
  found?: string[];
}

function rowsOf(view: View, plan: ScanPlan, values: boolean, examined: Examined, check: CheckInterrupt): Iterable<Row> {
  const { index, memberships } = plan;
  if (index !== null && memberships !== null) return memberRows(view, index, memberships, examined, check);
  return plan.merge ? mergeRanges(view, plan, check) : chainRanges(view, plan, values, check);
}

function* memberRows(
  view: View,
  index: IndexDefinition,
  memberships: Memberships,
  examined: Examined,
  check: CheckInterrupt,
): Generator<Row> {
  for (const { entry, found } of findMembers(view, index, memberships, examined, check)) {
    yield { key: entry, value: undefined, found };
  }
}

/** The number of successive ranges without keys after which the next key is looked for, however far it is. */
const maxEmptyRanges = 2;

function* chainRanges(view: View, plan: ScanPlan, values: boolean, check: CheckInterrupt): Generator<Row> {
  const ranges = plan.reverse ? plan.ranges.toReversed() : plan.ranges;
  let empty = 0;
  for (let i = 0; i < ranges.length; i++) {
    if (empty === maxEmptyRanges) {
      i = nextWithKeys(view, plan, ranges, i);
      if (i === ranges.length) return;
      empty = 0;
    }
    let isEmpty = true;
    for (const row of walkRange(view, plan, ranges[i] as KeyRange, values, check)) {
      isEmpty = false;
      yield row;
    }
    empty = isEmpty ? empty + 1 : 0;
  }
}

/** The index of the first range from `from` on that may have keys; the number of ranges if none has. One search. */
function nextWithKeys(view: View, { map, reverse }: ScanPlan, ranges: readonly KeyRange[], from: number): number {
  const first = ranges[from] as KeyRange;
  const last = ranges[ranges.length - 1] as KeyRange;
  const outer = reverse ? { start: last.start, end: first.end } : { start: first.start, end: last.end };
  const [key] = view.range(map, { ...outer, reverse, limit: 1, values: false }).keys;
  if (key === undefined) return ranges.length;
  const isBefore = ({ start, end }: KeyRange) =>
    reverse ? Buffer.compare(start, key) > 0 : Buffer.compare(end, key) <= 0;
  let low = from;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ranges[middle] as KeyRange)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const maxChunk = 512;
const chunkBytes = 1024 * 1024;

function* walkRange(
  view: View,
  plan: ScanPlan,
  range: KeyRange,
  values: boolean,
  check: CheckInterrupt,
): Generator<Row> {
  let { start, end } = range;
  if (range.single) {
    const value = view.get(plan.map, start);
    if (value !== undefined) yield { key: start, value };
    return;
  }
  let size = 16;
  for (;;) {
    check();
    const epoch = view.epoch;
    const rows = view.range(plan.map, { start, end, reverse: plan.reverse, limit: size, values });
    let last: Buffer | undefined;
    for (let i = 0; i < rows.keys.length; i++) {
      last = rows.keys[i] as Buffer;
      yield { key: last, value: rows.values[i] };
      if (view.epoch !== epoch) break;
    }
    if (last === undefined) return;
    if (view.epoch === epoch && rows.keys.length < size) return;
    if (plan.reverse) end = last;
    else start = Buffer.concat([last, zero]);
    size = nextSize(rows, size);
  }
}

const zero = Buffer.alloc(1);

/** Grows the chunk size while a chunk stays at about a megabyte. */
function nextSize(rows: Rows, size: number): number {
  const bytes = rows.values.reduce((sum, value) => sum + value.length, 0);
  const average = bytes / Math.max(rows.values.length, 1);
  return Math.max(1, Math.min(maxChunk, size * 4, Math.floor(chunkBytes / Math.max(average, 1))));
}

/** Merges ranges that are each in order after their prefix. */
function* mergeRanges(view: View, plan: ScanPlan, check: CheckInterrupt): Generator<Row> {
  const sign = plan.reverse ? -1 : 1;
  const heads: { row: Row; rest: Buffer; more: Generator<Row>; prefixLength: number }[] = [];
  for (const range of plan.ranges) {
    advance(walkRange(view, plan, range, false, check), range.prefixLength);
  }
  while (heads.length > 0) {
    const { row, more, prefixLength } = heads.pop() as (typeof heads)[number];
    yield row;
    advance(more, prefixLength);
  }

  /** Inserts a head into the sorted list, in which the next row is last. */
  function advance(more: Generator<Row>, prefixLength: number): void {
    const next = more.next();
    if (next.done) return;
    const rest = next.value.key.subarray(prefixLength);
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Buffer.compare((heads[middle] as (typeof heads)[number]).rest, rest) * sign > 0) low = middle + 1;
      else high = middle;
    }
    heads.splice(low, 0, { row: next.value, rest, more, prefixLength });
  }
}

/** The plan's index in its current definition. */
function stillThere(view: View, collection: CollectionDefinition, plan: ScanPlan): IndexDefinition | null {
  const now = view.catalog.collections.get(namespaceOf(collection));
  const { index } = plan;
  if (now?.id === collection.id) {
    if (index === null) return null;
    const present = now.indexes.find(({ id }) => id === index.id);
    if (present !== undefined) return present;
  }
  return fail('Location175', 'query plan killed: the collection or the index was dropped');
}
