import { leafCellPlace, leafCellSlack } from '../geo/leaf-cell.ts';
import type { CollectionDefinition, IndexComponent, IndexDefinition } from '../storage/catalog.ts';
import { idPrefix } from '../storage/keys.ts';
import { type Dependencies, dependenciesOn, mergeDependencies } from '../values/dependencies.ts';
import { afterPrefix } from '../values/key-writer.ts';
import type { Value } from '../values/value.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { coverOf } from './covered-read.ts';
import type { Filter } from './filter.ts';
import { isEligible } from './index-eligibility.ts';
import { orderOf } from './index-order.ts';
import type { Conjunct } from './intervals.ts';
import type { Covers, JoinedOn, PlanCache } from './plan-cache.ts';
import { hasPostingLists } from './posting-lists.ts';
import type { ScanPlan } from './scan-plan.ts';
import type { SortSpec } from './sort.ts';

export interface PlanRequest {
  filter: Filter;
  sort: SortSpec | null;
  /** The max number of results, if known. */
  limit: number | null;
  /** The index's name or key pattern, or `$natural`. */
  hint?: Value;
  /** For a query that runs repeatedly with different values. */
  cache?: PlanCache | undefined;
  /** The only test that differs between runs. */
  joined?: JoinedOn | undefined;
  reads?: PlannedReads | undefined;
}

/** The fields that are read, which let a plan read less than whole documents. */
export interface PlannedReads {
  filter: Dependencies | null;
  /** The fields that later stages read; null if they get the stored documents. */
  rows: Dependencies | null;
  /** Whether the order of rows does not matter (if there is no sort). */
  inAnyOrder: boolean;
  /** The path of an array of which each row may have one element. */
  each: string | undefined;
}

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
    keyFilter: null,
    memberships: null,
    cover: null,
    filterCover: null,
  };
}

const idComponent: IndexComponent = { path: '_id', parts: ['_id'], direction: 1 };

/** The plan that reads documents in the order of `_id`, bounded by the filter's conditions on `_id`. */
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
  if (!isEligible(index, ask.conjuncts)) return null;
  const { conjuncts, lead, joined } = ask;
  const bounds = boundsOf(idPrefix(index.id), index.components, index.multikey, conjuncts, lead, joined?.path);
  const geo = index.components.findIndex((component) => component.direction === '2dsphere');
  // A geospatial index omits documents without a place.
  if (geo >= 0 && !bounds.used.some(({ test }) => test.op === 'geoWithin' || test.op === 'geoIntersects')) return null;
  const components = geo >= 0 ? index.components : [...index.components, idComponent];
  const multikey = geo >= 0 ? index.multikey : [...index.multikey, false];
  const finished = finish(bounds, components, multikey, index.truncated, ask);
  const members = planMembers(index, bounds, finished, ask);
  if (members !== null) return { ...planAll(collection), index, map: 'entries', ...finished, ...members };
  const covers = cachedCovers(index, finished, ask);
  const isEach = covers.cover?.isEach === true;
  return {
    ...planAll(collection),
    index,
    map: 'entries',
    ...finished,
    ...covers,
    dedupe: finished.dedupe && !isEach,
    keyFilter: geo === 0 ? nearEnough(bounds.used) : null,
  };
}

/**
 * Plans to intersect the entries of strings, if the filter requires strings of several lists in the same array, or if it
 * matters which of many strings an array has. Not for queries that run repeatedly, whose plans must be cheap.
 */
function planMembers(
  index: IndexDefinition,
  { shapes, used }: Bounds,
  { sorted, reverse }: Pick<ScanPlan, 'sorted' | 'reverse'>,
  ask: Ask,
): Pick<ScanPlan, 'memberships' | 'cover' | 'filterCover' | 'exact' | 'dedupe' | 'merge'> | null {
  const { reads, conjuncts, cache } = ask;
  const path = index.components[0]?.path as string;
  if (cache !== undefined || shapes.length !== 1 || (sorted && reverse) || !hasPostingLists(index)) return null;
  if (reads?.each === path) return null;
  const tests = conjuncts.filter((conjunct) => conjunct.path === path && stringsOf(conjunct) !== null);
  if (!tests.includes(used[0] as Conjunct)) return null;
  const required = tests.map((conjunct) => stringsOf(conjunct) as readonly string[]);
  const exact = ask.complete && conjuncts.every((conjunct) => tests.includes(conjunct));
  const covers = coversOf(index, { exact, sorted }, ask, true);
  const read = [exact ? null : reads?.filter, reads?.rows].flatMap((all) => {
    const dependency = all?.get(path);
    return typeof dependency === 'object' ? dependency : [];
  });
  if (required.length === 1 && read.length === 0) return null;
  const known = new Set(required.flat());
  const asked = [...new Set(read)].filter((value) => !known.has(value));
  const isSorted = ask.sort?.some((each) => each.path === path) === true;
  const instead = !isSorted && [reads?.filter, reads?.rows].every((all) => asksForStrings(all, path)) ? path : null;
  return { memberships: { required, asked, instead }, ...covers, exact, dedupe: false, merge: false };
}

/** Whether at most strings are looked for at the path. */
function asksForStrings(reads: Dependencies | null | undefined, path: string): boolean {
  const read = reads?.get(path);
  return reads != null && (read === undefined || typeof read === 'object');
}

/** The max length of a string. Keys with longer ones might be truncated. */
const maxStringLength = 200;

/** The strings of which the test requires one; null for other tests. */
function stringsOf({ test, scope }: Conjunct): readonly string[] | null {
  if (scope !== 0 || (test.op === 'in' && test.regexes.length > 0)) return null;
  const values = test.op === 'in' ? test.values : test.op === 'eq' ? [test.value] : null;
  if (values === null) return null;
  const fits = values.every((value) => typeof value === 'string' && value.length <= maxStringLength);
  return fits ? (values as string[]) : null;
}

/** The covers from the plan cache if they are still valid; otherwise new ones, which are added to the cache. */
function cachedCovers(index: IndexDefinition, plan: Pick<ScanPlan, 'exact' | 'sorted'>, ask: Ask): Covers {
  const { exact, sorted } = plan;
  const last = ask.cache?.covered;
  const isSame = last !== undefined && last.index === index && last.exact === exact && last.sorted === sorted;
  if (isSame && last.covers.cover?.fits(index) !== false && last.covers.filterCover?.fits(index) !== false)
    return last.covers;
  const covers = coversOf(index, plan, ask);
  if (ask.cache !== undefined) ask.cache.covered = { exact, sorted, index, covers };
  return covers;
}

/** The covered reads that a plan allows: of all fields still needed, or of the filter's fields only. */
function coversOf(
  index: IndexDefinition,
  { exact, sorted }: Pick<ScanPlan, 'exact' | 'sorted'>,
  { reads, sort }: Ask,
  isTold = false,
): Covers {
  if (reads === undefined) return { cover: null, filterCover: null };
  const asked = exact ? [] : [reads.filter];
  const ordered = sorted || sort === null ? [] : [dependenciesOn(sort.map(({ path }) => path))];
  const all = mergeDependencies([reads.rows, ...asked, ...ordered]);
  const each = exact || reads.filter?.has(reads.each ?? '') === false ? reads.each : undefined;
  const cover = all && coverOf(index, all, { each, isTold });
  const asksLess = cover === null && !exact && reads.filter !== null;
  return { cover, filterCover: asksLess && reads.filter ? coverOf(index, reads.filter, { isTold }) : null };
}

/** For an index that begins with a place: whether the place of an entry can be in the filter's region. */
function nearEnough(used: Conjunct[]): ScanPlan['keyFilter'] {
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

/** The max number of ranges to merge. Beyond it, sorting the rows is cheaper. */
const maxMerged = 2000;
