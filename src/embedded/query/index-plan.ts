import { leafCellPlace, leafCellSlack } from '../geo/leaf-cell.ts';
import type { CollectionDefinition, IndexComponent, IndexDefinition } from '../storage/catalog.ts';
import { idPrefix } from '../storage/keys.ts';
import type { MapName } from '../storage/view.ts';
import { afterPrefix } from '../values/key-writer.ts';
import { mergeReads, type Reads, readsOf } from '../values/reads.ts';
import type { Value } from '../values/value.ts';
import { type Bounds, boundsOf, type KeyRange } from './bounds.ts';
import { type Cover, coverOf } from './cover.ts';
import type { Filter } from './filter.ts';
import { impliesExistence, impliesFilter } from './implied.ts';
import { orderOf } from './index-order.ts';
import type { Conjunct } from './intervals.ts';
import type { JoinedOn, RepeatedPlan } from './repeated-plan.ts';
import type { SortSpec } from './sort.ts';

/** A walk through one map's key ranges. */
export interface ScanPlan {
  kind: 'scan';
  /** null: the documents themselves, in the order of `_id`. */
  index: IndexDefinition | null;
  map: MapName;
  ranges: KeyRange[];
  reverse: boolean;
  /** Whether the ranges have to be merged by what follows their prefixes, to give the order. */
  merge: boolean;
  /** Whether a document may come up twice. */
  dedupe: boolean;
  /** Whether all that lies in the ranges answers the filter. */
  exact: boolean;
  /** Whether documents come in the order asked for. */
  sorted: boolean;
  /** Components that the filter bounds. */
  bounded: number;
  /** Whether an entry may lead to an answer: what its key alone tells, asked before its document is read. */
  promises: ((entry: Buffer) => boolean) | null;
  /** How entries alone tell all that is read; null where documents have to be read. */
  cover: Cover | null;
  /** How entries tell at least what the filter reads, where it is still to be asked. */
  screen: Cover | null;
}

export interface PlanRequest {
  filter: Filter;
  sort: SortSpec | null;
  /** How many results are wanted, if that is known. */
  limit: number | null;
  /** An index's name or key pattern, or `$natural`. */
  hint?: Value;
  /** For a query that is asked again and again with other values: the index that served it last. */
  habit?: PlanHabit | undefined;
  /** The one test that differs from time to time. */
  joined?: JoinedOn | undefined;
  reads?: PlannedReads | undefined;
}

/** What is read of the documents, for plans that read less. */
export interface PlannedReads {
  filter: Reads | null;
  /** What those read who get the rows; null where they get the documents as they are stored. */
  rows: Reads | null;
  /** Whether the rows may come in any order, where there is no sort. */
  inAnyOrder: boolean;
  /** A path through an array of which a row may have one element. */
  each: string | undefined;
}

export interface PlanHabit {
  index: IndexDefinition | null;
  uses: number;
  /** How entries told what was read, which is the same each time. */
  covers?: { exact: boolean; sorted: boolean; index: IndexDefinition; told: Covers };
  /** The last plan by that index, where it can be had for other values without planning. */
  repeated?: RepeatedPlan | null;
}

type Covers = Pick<ScanPlan, 'cover' | 'screen'>;

export interface Ask extends PlanRequest {
  lead?: Conjunct | undefined;
  conjuncts: Conjunct[];
  complete: boolean;
}

export function planAll(collection: CollectionDefinition): ScanPlan {
  const prefix = idPrefix(collection.id);
  return {
    kind: 'scan',
    index: null,
    map: 'documents',
    ranges: [{ start: prefix, end: afterPrefix(prefix), prefixLength: 4 }],
    reverse: false,
    merge: false,
    dedupe: false,
    exact: false,
    sorted: false,
    bounded: 0,
    promises: null,
    cover: null,
    screen: null,
  };
}

const idComponent: IndexComponent = { path: '_id', parts: ['_id'], direction: 1 };

/** The walk over the documents by `_id`, bounded as the filter bounds that. */
export function planIds(collection: CollectionDefinition, ask: Ask): ScanPlan {
  const bounds = boundsOf(idPrefix(collection.id), [idComponent], [false], ask.conjuncts);
  const plan = { ...planAll(collection), ...finish(bounds, [idComponent], [false], false, ask) };
  const single = bounds.shapes.length === 1 && bounds.shapes[0] !== 'range' && bounds.whole;
  return single ? { ...plan, ranges: plan.ranges.map((range) => ({ ...range, single })) } : plan;
}

export function planIndex(
  collection: CollectionDefinition,
  index: IndexDefinition,
  ask: Ask & { hinted?: boolean },
): ScanPlan | null {
  if (index.sparse && !index.components.some((component) => impliesExistence(component.path, ask.conjuncts))) {
    // With a hint MongoDB answers from the sparse index, without the documents that are not in it; here it is refused.
    return null;
  }
  if (index.partial !== null && !impliesFilter(ask.conjuncts, index.partial.filter)) return null;
  const bounds = boundsOf(idPrefix(index.id), index.components, index.multikey, ask.conjuncts, ask.lead);
  const geo = index.components.findIndex((component) => component.direction === '2dsphere');
  // Documents without a place are not in a geospatial index.
  if (geo >= 0 && !bounds.used.some(({ test }) => test.op === 'geoWithin' || test.op === 'geoIntersects')) return null;
  const components = geo >= 0 ? index.components : [...index.components, idComponent];
  const multikey = geo >= 0 ? index.multikey : [...index.multikey, false];
  const finished = finish(bounds, components, multikey, index.truncated, ask);
  const covers = usualCovers(index, finished, ask);
  const isEach = covers.cover?.isEach === true;
  return {
    ...planAll(collection),
    index,
    map: 'entries',
    ...finished,
    ...covers,
    dedupe: finished.dedupe && !isEach,
    promises: geo === 0 ? nearEnough(bounds.used) : null,
  };
}

/** Those of the last plan, where a query is asked again and again. */
function usualCovers(index: IndexDefinition, plan: Pick<ScanPlan, 'exact' | 'sorted'>, ask: Ask): Covers {
  const { exact, sorted } = plan;
  const last = ask.habit?.covers;
  const isSame = last !== undefined && last.index === index && last.exact === exact && last.sorted === sorted;
  if (isSame && last.told.cover?.fits(index) !== false && last.told.screen?.fits(index) !== false) return last.told;
  const told = coversOf(index, plan, ask);
  if (ask.habit !== undefined) ask.habit.covers = { exact, sorted, index, told };
  return told;
}

/** What is still read behind a plan, and whether the entries tell it. */
function coversOf(
  index: IndexDefinition,
  { exact, sorted }: Pick<ScanPlan, 'exact' | 'sorted'>,
  { reads, sort }: Ask,
): Covers {
  if (reads === undefined) return { cover: null, screen: null };
  const asked = exact ? [] : [reads.filter];
  const ordered = sorted || sort === null ? [] : [readsOf(sort.map(({ path }) => path))];
  const all = mergeReads([reads.rows, ...asked, ...ordered]);
  const each = exact || reads.filter?.has(reads.each ?? '') === false ? reads.each : undefined;
  const cover = all && coverOf(index, all, each);
  return { cover, screen: cover === null && !exact && reads.filter ? coverOf(index, reads.filter) : null };
}

/** Of an index that begins with places: which of them may lie in the region that is asked for. */
function nearEnough(used: Conjunct[]): ScanPlan['promises'] {
  for (const { test } of used) {
    if (test.op !== 'geoWithin' || test.region.mayReach === undefined) continue;
    const { region } = test;
    return (entry) => {
      const place = leafCellPlace(entry, 4);
      return place === null || region.mayReach?.(place, leafCellSlack) !== false;
    };
  }
  return null;
}

function finish(bounds: Bounds, components: IndexComponent[], multikey: boolean[], truncated: boolean, ask: Ask) {
  const order = ask.sort === null || truncated ? null : orderOf(components, multikey, bounds, ask.sort);
  const merge = order?.merge === true && bounds.ranges.length > 1;
  const sorted = order !== null && !(merge && bounds.ranges.length > maxMerged);
  const arrays = multikey.some((multi, i) => multi && bounds.shapes[i] !== 'one');
  const all = ask.conjuncts.every((conjunct) => bounds.used.includes(conjunct));
  return {
    ranges: bounds.ranges,
    reverse: sorted && order.backwards,
    merge: sorted && merge,
    dedupe: arrays || !bounds.whole,
    exact: ask.complete && all && bounds.exact && bounds.whole,
    sorted,
    bounded: bounds.shapes.length,
  };
}

/** More ranges than these are not merged: sorting what they hold is cheaper. */
const maxMerged = 2000;
