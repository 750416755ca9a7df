import { refuse } from '../errors.ts';
import { leafCellPlace, leafCellSlack } from '../geo/leaf-cell.ts';
import type { CollectionDefinition, IndexComponent, IndexDefinition } from '../storage/catalog.ts';
import { idPrefix } from '../storage/keys.ts';
import type { MapName, View } from '../storage/view.ts';
import { afterPrefix } from '../values/key-writer.ts';
import { compareValues, equalValues } from '../values/order.ts';
import { mergeReads, type Reads, readsOf } from '../values/reads.ts';
import { type Document, isNumber, toNumber, type Value } from '../values/value.ts';
import { type Bounds, boundsOf, type KeyRange } from './bounds.ts';
import { type Cover, coverOf } from './cover.ts';
import { type Filter, parseFilter } from './filter.ts';
import { type Conjunct, conjunctsOf, type Interval, intersect, intervalsOf } from './intervals.ts';
import { type JoinedOn, type RepeatedPlan, repeatPlan } from './repeated-plan.ts';
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

/** Several walks whose results are united; for `$or`. */
export interface UnionPlan {
  kind: 'union';
  plans: ScanPlan[];
  exact: false;
  sorted: false;
}

export type Plan = ScanPlan | UnionPlan;

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

/** So often is a plan taken by habit before all are looked at again. */
const habitLength = 1000;
/** So many tests of one component are looked at apart. */
const mostLeads = 8;

/** Where probing the size of a plan ends: all that have more count as large. */
const probeLimit = 1000;
const firstProbe = 40;
const probeGrowth = 5;

/**
 * Chooses how to find the filter's documents: by the index whose bounds hold least (looked at, up to 1,000 entries),
 * and among those that hold much by the one that gives the order.
 */
export function choosePlan(view: View, collection: CollectionDefinition, request: PlanRequest): Plan {
  const { habit, joined } = request;
  if (habit?.repeated && joined && ++habit.uses % habitLength !== 0) {
    const repeated = habit.repeated.for(joined, collection);
    if (repeated !== null) return repeated;
  }
  const { conjuncts, complete } = conjunctsOf(request.filter);
  const ask = { ...request, conjuncts, complete };
  if (request.hint !== undefined) return hintedPlan(collection, ask);
  const usual = planByHabit(collection, ask);
  if (usual !== null) return usual;
  const natural = planIds(collection, ask);
  // Nothing finds documents faster than their own keys.
  if (natural.bounded > 0 && natural.ranges.length <= probeLimit && natural.ranges.every(({ single }) => single))
    return natural;
  const candidates = collection.indexes
    .flatMap((index) => leadsOf(index, conjuncts).map((lead) => planIndex(collection, index, { ...ask, lead })))
    .filter((plan) => plan !== null && (plan.bounded > 0 || (plan.sorted && request.sort !== null)))
    .concat(natural.bounded > 0 || natural.sorted ? [natural] : []) as ScanPlan[];
  if (candidates.length === 0)
    return unionPlan(view, collection, request.filter) ?? coveringPlan(view, collection, ask) ?? natural;
  const best = bestOf(view, candidates, request.limit);
  if (request.habit !== undefined) request.habit.index = best.bounded > 0 ? best.index : null;
  if (best.bounded > 0) return best;
  return unionPlan(view, collection, request.filter) ?? best;
}

/** A walk through all of an index that tells what is read, where that is everything. */
function coveringPlan(view: View, collection: CollectionDefinition, ask: Ask): ScanPlan | null {
  if (ask.reads?.inAnyOrder !== true || ask.sort !== null) return null;
  for (const index of collection.indexes) {
    const plan = planIndex(collection, index, ask);
    if (plan !== null && plan.cover !== null && !plan.dedupe && mostlyTells(view, plan, plan.cover)) return plan;
  }
  return null;
}

/** Whether the first entries tell what is asked of them: what they do not tell costs more than reading in order does. */
function mostlyTells(view: View, { map, ranges }: ScanPlan, cover: Cover): boolean {
  const { start, end } = ranges[0] as KeyRange;
  const { keys } = view.range(map, { start, end, reverse: false, limit: 16, values: false });
  return keys.filter((entry) => cover.read(view, entry) === null).length <= keys.length / 4;
}

function planByHabit(collection: CollectionDefinition, ask: Ask): ScanPlan | null {
  const { habit, joined, conjuncts } = ask;
  if (habit === undefined || habit.index === null || ++habit.uses % habitLength === 0) return null;
  const { id } = habit.index;
  const index = collection.indexes.find((one) => one.id === id);
  const plan = index === undefined ? null : planIndex(collection, index, ask);
  if (plan === null || plan.bounded === 0) return null;
  habit.repeated = joined === undefined ? null : repeatPlan(plan, joined, conjuncts);
  return plan;
}

/**
 * Where an index's first component is of arrays, only one of several tests of it bounds; which of them holds least, is to
 * be looked at. The first one that bounds is as good as any elsewhere.
 */
function leadsOf(index: IndexDefinition, conjuncts: Conjunct[]): (Conjunct | undefined)[] {
  if (index.multikey[0] !== true) return [undefined];
  const path = index.components[0]?.path;
  const leads = conjuncts.filter((conjunct) => conjunct.path === path && conjunct.test.op !== 'exists');
  return leads.length > 1 ? leads.slice(0, mostLeads) : [undefined];
}

interface Ask extends PlanRequest {
  lead?: Conjunct | undefined;
  conjuncts: Conjunct[];
  complete: boolean;
}

/** Looks at the candidates a little first, and further only while none of them is at its end. */
function bestOf(view: View, candidates: ScanPlan[], limit: number | null): ScanPlan {
  if (candidates.length === 1) return candidates[0] as ScanPlan;
  const ordered = candidates.toSorted(
    (a, b) =>
      b.bounded - a.bounded ||
      Number(b.sorted) - Number(a.sorted) ||
      Number(b.cover !== null) - Number(a.cover !== null),
  );
  let best = ordered[0] as ScanPlan;
  for (let most = firstProbe; most <= probeLimit; most *= probeGrowth) {
    let least = Number.POSITIVE_INFINITY;
    for (const plan of ordered) {
      const held = plan.bounded === 0 ? Number.POSITIVE_INFINITY : probe(view, plan, most);
      const cost = plan.sorted && plan.exact && limit !== null ? Math.min(held, limit) : held;
      if (cost < least || (cost === least && plan.sorted && !best.sorted)) {
        best = plan;
        least = cost;
      }
      if (least <= 10) return best;
    }
    if (least < most) return best;
  }
  return limit === null ? leastOfLeads(view, ordered, best) : best;
}

/** Of the plans by one index that only its leading test tells apart, the one that holds least: all of it will be read. */
function leastOfLeads(view: View, candidates: ScanPlan[], best: ScanPlan): ScanPlan {
  const leads = candidates.filter((plan) => plan.index === best.index && plan.bounded === best.bounded);
  if (leads.length === 1) return best;
  const sizes = leads.map(({ map, ranges }) =>
    ranges.reduce((sum, { start, end }) => sum + (view.count(map, start, end) ?? Number.POSITIVE_INFINITY), 0),
  );
  return leads[sizes.indexOf(Math.min(...sizes))] ?? best;
}

/** How many keys the plan's ranges hold, up to `most`, which then counts as infinity. */
function probe(view: View, plan: ScanPlan, most: number): number {
  let count = 0;
  for (const { start, end } of plan.ranges) {
    const limit = most - count;
    count += view.range(plan.map, { start, end, reverse: false, limit, values: false }).keys.length;
    if (count >= most) return Number.POSITIVE_INFINITY;
  }
  return count;
}

function hintedPlan(collection: CollectionDefinition, ask: Ask): ScanPlan {
  const { hint } = ask;
  if (hint instanceof Map && hint.has('$natural')) {
    const backwards = isNumber(hint.get('$natural')) && toNumber(hint.get('$natural') as number) < 0;
    return { ...planAll(collection), reverse: backwards };
  }
  if (hint === '_id_' || (hint instanceof Map && hint.size === 1 && hint.has('_id'))) return planIds(collection, ask);
  const index = collection.indexes.find((candidate) =>
    hint instanceof Map ? sameKeyPattern(candidate.spec.get('key') as Document, hint) : candidate.name === hint,
  );
  if (index === undefined) refuse('BadValue', 'hint provided does not correspond to an existing index');
  const plan = planIndex(collection, index, { ...ask, hinted: true });
  if (plan === null) refuse('NoQueryExecutionPlans', `The index ${index.name} cannot answer this query`);
  return plan;
}

export function sameKeyPattern(a: Document, b: Document): boolean {
  return (
    compareValues([...a.keys()], [...b.keys()]) === 0 &&
    [...a.values()].every((v, i) => equalValues(v, [...b.values()][i]))
  );
}

function planAll(collection: CollectionDefinition): ScanPlan {
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
function planIds(collection: CollectionDefinition, ask: Ask): ScanPlan {
  const bounds = boundsOf(idPrefix(collection.id), [idComponent], [false], ask.conjuncts);
  const plan = { ...planAll(collection), ...finish(bounds, [idComponent], [false], false, ask) };
  const single = bounds.shapes.length === 1 && bounds.shapes[0] !== 'range' && bounds.whole;
  return single ? { ...plan, ranges: plan.ranges.map((range) => ({ ...range, single })) } : plan;
}

function planIndex(
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

/**
 * Whether the components' order is the sort's, past those held to values. Past one held to several values, only a merge
 * of the ranges gives the order.
 */
function orderOf(
  components: IndexComponent[],
  multikey: boolean[],
  { shapes }: Bounds,
  sort: SortSpec,
): { backwards: boolean; merge: boolean } | null {
  let at = 0;
  let backwards: boolean | null = null;
  let merge = false;
  let severalInOrder = false;
  for (const { path, descending } of sort) {
    const constant = components.some((one, i) => one.path === path && shapes[i] === 'one' && !multikey[i]);
    while (components[at]?.path !== path && (shapes[at] === 'one' || shapes[at] === 'several')) {
      if (shapes[at] === 'several') merge = true;
      at++;
    }
    const component = components[at];
    if (component?.path !== path) {
      if (constant) continue;
      return null;
    }
    if (!constant) {
      if (multikey[at] || component.direction === '2dsphere') return null;
      if (shapes[at] === 'several') severalInOrder = true;
      const turned: boolean = (component.direction === -1) !== descending;
      if (backwards !== null && backwards !== turned) return null;
      backwards = turned;
    }
    at++;
    // Nothing is left to order once `_id` has stood.
    if (path === '_id') break;
  }
  // What follows in the key is not the sort's business, but several values there would have to be merged.
  if (shapes.slice(at).includes('several')) merge = false;
  if (merge && severalInOrder) return null;
  return { backwards: backwards === true, merge };
}

/** Whether the filter leaves out all documents that lack the path. */
function impliesExistence(path: string, conjuncts: Conjunct[]): boolean {
  return conjuncts.some(({ path: tested, test }) => {
    if (tested !== path) return false;
    if (test.op === 'exists') return test.exists;
    const bounds = intervalsOf(test, 1);
    if (test.op === 'geoWithin' || test.op === 'geoIntersects') return true;
    return (
      bounds !== null && testsPresent(test.op === 'in' ? test.values : [(test as { value?: Value }).value], test.op)
    );
  });
}

function testsPresent(values: Value[], op: string): boolean {
  return op === 'regex' || values.every((value) => value !== null && value !== undefined);
}

/** Whether each condition of a partial index's filter stands in the query, or follows from what does. */
function impliesFilter(conjuncts: Conjunct[], partial: Document): boolean {
  const { conjuncts: wanted, complete } = conjunctsOf(parseFilter(partial).filter);
  return complete && wanted.every((condition) => conjuncts.some((conjunct) => implies(conjunct, condition)));
}

function implies(given: Conjunct, wanted: Conjunct): boolean {
  if (given.path !== wanted.path || given.scope !== 0) return false;
  if (wanted.test.op === 'exists') return wanted.test.exists && impliesExistence(wanted.path, [given]);
  const inner = intervalsOf(given.test, 1);
  const outer = intervalsOf(wanted.test, 1);
  if (inner === null || outer?.exact !== true) return false;
  const common = intersect(inner.intervals, outer.intervals);
  return (
    common.length === inner.intervals.length &&
    common.every(({ start, end }, i) => {
      const own = inner.intervals[i] as Interval;
      return start.equals(own.start) && end.equals(own.end);
    })
  );
}

/** A plan for each branch of a `$or`, when an index bounds each. */
function unionPlan(view: View, collection: CollectionDefinition, filter: Filter): UnionPlan | null {
  const or = orOf(filter);
  if (or === null) return null;
  const plans: ScanPlan[] = [];
  for (const branch of or) {
    const plan = choosePlan(view, collection, { filter: branch, sort: null, limit: null });
    if (plan.kind === 'union') plans.push(...plan.plans);
    else if (plan.bounded === 0) return null;
    else plans.push(plan);
  }
  return { kind: 'union', plans, exact: false, sorted: false };
}

function orOf(filter: Filter): Filter[] | null {
  if (filter.kind === 'or') return filter.filters;
  if (filter.kind !== 'and') return null;
  for (const part of filter.filters) if (part.kind === 'or') return part.filters;
  return null;
}
