import { refuse } from '../errors.ts';
import type { CollectionDefinition, IndexDefinition } from '../storage/catalog.ts';
import { namespaceOf } from '../storage/catalog.ts';
import { documentKeyOfEntry, splitEntry } from '../storage/keys.ts';
import type { Rows, View } from '../storage/view.ts';
import type { Document } from '../values/value.ts';
import type { KeyRange } from './bounds.ts';
import type { Cover } from './cover.ts';
import type { ScanPlan } from './index-plan.ts';
import type { Plan } from './planner.ts';

export interface Found {
  /** The document's key in the map of documents; null where an entry tells what is read. */
  key: Buffer | null;
  /** Its BSON; null when it was not asked for, or not needed. */
  raw: Buffer | null;
  /** What is read of it, where its index entry tells that; else null. */
  document: Document | null;
}

/** What a walk is asked for. */
export interface ScanRequest {
  /** Whether documents are read, where entries do not tell enough. */
  fetch: boolean;
  /** Of what a plan's `screen` tells: whether the document is worth reading. */
  accepts: ((document: Document) => boolean) | null;
}

export interface Examined {
  keys: number;
  documents: number;
}

/** What a long walk asks now and then: throws when the time is over. */
export type Pulse = () => void;

/**
 * Walks a plan. Nothing stays open between steps: the walk may be left standing through later commands, and then goes
 * on from its last key in what is stored by then.
 */
export function* scan(
  view: View,
  collection: CollectionDefinition,
  plan: Plan,
  request: ScanRequest,
  examined: Examined,
  pulse: Pulse,
): Generator<Found> {
  const seen = plan.kind === 'union' || plan.dedupe ? new Set<string>() : null;
  const plans = plan.kind === 'union' ? plan.plans : [plan];
  for (const one of plans) yield* scanOne(view, collection, one, request, seen, examined, pulse);
}

function* scanOne(
  view: View,
  collection: CollectionDefinition,
  plan: ScanPlan,
  { fetch, accepts }: ScanRequest,
  seen: Set<string> | null,
  examined: Examined,
  pulse: Pulse,
): Generator<Found> {
  let { cover, screen } = plan;
  const check = () => {
    pulse();
    const index = stillThere(view, collection, plan);
    if (index === null) return;
    if (cover?.fits(index) === false) cover = null;
    if (screen?.fits(index) === false) screen = null;
  };
  const withValues = fetch && plan.map === 'documents';
  const rows = plan.merge ? mergeRanges(view, plan, check) : chainRanges(view, plan, withValues, check);
  for (const { key, value } of rows) {
    examined.keys++;
    if (plan.map === 'documents') {
      if (seen !== null && isRepeated(seen, key.toString('latin1', 4))) continue;
      if (fetch) examined.documents++;
      yield { key, raw: fetch ? (value ?? view.get('documents', key) ?? null) : null, document: null };
      continue;
    }
    if (plan.promises?.(key) === false) continue;
    if (seen !== null && isRepeated(seen, idOfEntry(key))) continue;
    const document: Document | null = cover === null ? null : cover.read(view, key);
    if (document !== null) {
      yield { key: null, raw: null, document };
      continue;
    }
    const documentKey = documentKeyOfEntry(collection.id, key);
    if (!fetch) {
      yield { key: documentKey, raw: null, document: null };
      continue;
    }
    if (screen !== null && accepts !== null && !worthReading(view, key, screen, accepts)) continue;
    const raw = view.get('documents', documentKey);
    // Removed since the entry was read, by a command in between.
    if (raw === undefined) continue;
    examined.documents++;
    yield { key: documentKey, raw, document: null };
  }
}

function isRepeated(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  return false;
}

/** The key of the `_id` that an entry leads to. */
function idOfEntry(entry: Buffer): string {
  return splitEntry(entry).idKey.toString('latin1');
}

function worthReading(view: View, entry: Buffer, screen: Cover, accepts: (document: Document) => boolean): boolean {
  const document = screen.read(view, entry);
  return document === null || accepts(document);
}

interface Row {
  key: Buffer;
  value: Buffer | undefined;
}

function* chainRanges(view: View, plan: ScanPlan, values: boolean, check: Pulse): Generator<Row> {
  for (const range of plan.reverse ? plan.ranges.toReversed() : plan.ranges) {
    yield* walkRange(view, plan, range, values, check);
  }
}

const maxChunk = 512;
const chunkBytes = 1024 * 1024;

function* walkRange(view: View, plan: ScanPlan, range: KeyRange, values: boolean, check: Pulse): Generator<Row> {
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

/** Grows, as long as what is fetched at once stays around a megabyte. */
function nextSize(rows: Rows, size: number): number {
  const bytes = rows.values.reduce((sum, value) => sum + value.length, 0);
  const average = bytes / Math.max(rows.values.length, 1);
  return Math.max(1, Math.min(maxChunk, size * 4, Math.floor(chunkBytes / Math.max(average, 1))));
}

/** Ranges that each give the order past their prefix, as one. */
function* mergeRanges(view: View, plan: ScanPlan, check: Pulse): Generator<Row> {
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

  /** Keeps the heads in order, the next one last. */
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

/** The plan's index as it is now. */
function stillThere(view: View, collection: CollectionDefinition, plan: ScanPlan): IndexDefinition | null {
  const now = view.catalog.collections.get(namespaceOf(collection));
  const { index } = plan;
  if (now?.id === collection.id) {
    if (index === null) return null;
    const present = now.indexes.find(({ id }) => id === index.id);
    if (present !== undefined) return present;
  }
  return refuse('Location175', 'query plan killed: the collection or the index was dropped');
}
