import { fail } from '../errors.ts';
import type { CollectionDefinition, IndexDefinition } from '../storage/catalog.ts';
import type { View } from '../storage/view.ts';
import { compareValues, equalValues } from '../values/order.ts';
import { type Document, isNumber, toNumber } from '../values/value.ts';
import type { KeyRange } from './bounds.ts';
import type { Cover } from './covered-read.ts';
import type { Filter } from './filter.ts';
import { type Ask, type PlanRequest, planAll, planIds, planIndex } from './index-plan.ts';
import { type Conjunct, conjunctsOf } from './intervals.ts';
import { clearPlanCache, createPlanTemplate } from './plan-cache.ts';
import type { ScanPlan } from './scan-plan.ts';

/** The union of several scans; for `$or`. */
export interface UnionPlan {
  kind: 'union';
  plans: ScanPlan[];
  exact: false;
  sorted: false;
}

export type Plan = ScanPlan | UnionPlan;

/** The number of uses of a plan cache after which all plans are compared again. */
const replanInterval = 1000;
/** The max number of leading tests to compare for one component. */
const maxLeads = 8;

/**
 * To compare plans, the planner counts up to `firstTrialKeys` keys of each, then `trialGrowth` times more, up to the
 * max.
 */
const firstTrialKeys = 40;
const trialGrowth = 5;
const maxTrialKeys = 1000;

/**
 * Chooses a plan for the filter: the index whose bounds contain the fewest entries (counted up to 1,000), and among
 * those with more, the one that gives the order.
 */
export function choosePlan(view: View, collection: CollectionDefinition, request: PlanRequest): Plan {
  const { cache, joined } = request;
  if (cache !== undefined && ++cache.uses % replanInterval === 0) clearPlanCache(cache);
  if (cache?.template && joined) {
    const plan = cache.template.bind(joined, collection);
    if (plan !== null) return plan;
  }
  const { conjuncts, complete } = conjunctsOf(request.filter);
  const ask = { ...request, conjuncts, complete };
  if (request.hint !== undefined) return hintedPlan(collection, ask);
  const cached = planFromCache(collection, ask);
  if (cached !== null) return cached;
  const natural = planIds(collection, ask);
  // A lookup by document keys is the fastest plan.
  if (natural.bounded > 0 && natural.ranges.length <= maxTrialKeys && natural.ranges.every(({ single }) => single))
    return natural;
  const candidates = collection.indexes
    .flatMap((index) => leadsOf(index, conjuncts).map((lead) => planIndex(collection, index, { ...ask, lead })))
    .filter((plan) => plan !== null && (plan.bounded > 0 || (plan.sorted && request.sort !== null)))
    .concat(natural.bounded > 0 || natural.sorted ? [natural] : []) as ScanPlan[];
  if (candidates.length === 0)
    return unionPlan(view, collection, request.filter) ?? coveringPlan(view, collection, ask) ?? natural;
  const best = bestOf(view, candidates, request.limit);
  if (cache !== undefined) cache.index = best.bounded > 0 ? best.index : null;
  if (best.bounded > 0) return best;
  return unionPlan(view, collection, request.filter) ?? best;
}

/** A scan of a whole index that holds every field that is read. */
function coveringPlan(view: View, collection: CollectionDefinition, ask: Ask): ScanPlan | null {
  if (ask.reads?.inAnyOrder !== true || ask.sort !== null) return null;
  for (const index of collection.indexes) {
    const plan = planIndex(collection, index, ask);
    if (plan !== null && plan.cover !== null && !plan.dedupe && mostlyCovers(view, plan, plan.cover)) return plan;
  }
  return null;
}

/** Whether the first entries hold the fields. If many do not, fetching their documents costs more than a scan. */
function mostlyCovers(view: View, { map, ranges }: ScanPlan, cover: Cover): boolean {
  const { start, end } = ranges[0] as KeyRange;
  const { keys } = view.range(map, { start, end, reverse: false, limit: 16, values: false });
  return keys.filter((entry) => cover.read(view, entry) === null).length <= keys.length / 4;
}

/** The plan with the cached index; null if all plans are to be compared. */
function planFromCache(collection: CollectionDefinition, ask: Ask): ScanPlan | null {
  const { cache, joined, conjuncts } = ask;
  if (cache === undefined || cache.index === null) return null;
  const { id } = cache.index;
  const index = collection.indexes.find((one) => one.id === id);
  const plan = index === undefined ? null : planIndex(collection, index, ask);
  if (plan === null || plan.bounded === 0) return null;
  cache.template = joined === undefined ? null : createPlanTemplate(plan, joined, conjuncts);
  return plan;
}

/**
 * The tests to compare as the bounding test of the first component. If it has arrays, only one of several tests can
 * bound it, and only counting shows which is most selective. Undefined: take the first test that bounds, since all are
 * used.
 */
function leadsOf(index: IndexDefinition, conjuncts: Conjunct[]): (Conjunct | undefined)[] {
  if (index.multikey[0] !== true) return [undefined];
  const path = index.components[0]?.path;
  const leads = conjuncts.filter((conjunct) => conjunct.path === path && conjunct.test.op !== 'exists');
  return leads.length > 1 ? leads.slice(0, maxLeads) : [undefined];
}

/** Counts a few keys of each candidate, and more while every candidate reaches the limit. */
function bestOf(view: View, candidates: ScanPlan[], limit: number | null): ScanPlan {
  if (candidates.length === 1) return candidates[0] as ScanPlan;
  const ordered = candidates.toSorted(
    (a, b) =>
      b.bounded - a.bounded ||
      Number(b.sorted) - Number(a.sorted) ||
      Number(b.cover !== null) - Number(a.cover !== null),
  );
  let best = ordered[0] as ScanPlan;
  for (let maxKeys = firstTrialKeys; maxKeys <= maxTrialKeys; maxKeys *= trialGrowth) {
    let minCost = Number.POSITIVE_INFINITY;
    for (const plan of ordered) {
      const held = plan.bounded === 0 ? Number.POSITIVE_INFINITY : countKeys(view, plan, maxKeys);
      const cost = plan.sorted && plan.exact && limit !== null ? Math.min(held, limit) : held;
      if (cost < minCost || (cost === minCost && plan.sorted && !best.sorted)) {
        best = plan;
        minCost = cost;
      }
      if (minCost <= 10) return best;
    }
    if (minCost < maxKeys) return best;
  }
  return limit === null ? smallestOfLeads(view, ordered, best) : best;
}

/**
 * Among the plans of one index that differ only in their leading test, the one with the fewest keys. Used if all keys
 * will be read.
 */
function smallestOfLeads(view: View, candidates: ScanPlan[], best: ScanPlan): ScanPlan {
  const leads = candidates.filter((plan) => plan.index === best.index && plan.bounded === best.bounded);
  if (leads.length === 1) return best;
  const sizes = leads.map(({ map, ranges }) =>
    ranges.reduce((sum, { start, end }) => sum + (view.count(map, start, end) ?? Number.POSITIVE_INFINITY), 0),
  );
  return leads[sizes.indexOf(Math.min(...sizes))] ?? best;
}

/** The number of keys in the plan's ranges; infinity if it reaches `maxKeys`. */
function countKeys(view: View, plan: ScanPlan, maxKeys: number): number {
  let count = 0;
  for (const { start, end } of plan.ranges) {
    const limit = maxKeys - count;
    count += view.range(plan.map, { start, end, reverse: false, limit, values: false }).keys.length;
    if (count >= maxKeys) return Number.POSITIVE_INFINITY;
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
  if (index === undefined) fail('BadValue', 'hint provided does not correspond to an existing index');
  const plan = planIndex(collection, index, { ...ask, hinted: true });
  if (plan === null) fail('NoQueryExecutionPlans', `The index ${index.name} cannot serve this query`);
  return plan;
}

export function sameKeyPattern(a: Document, b: Document): boolean {
  return (
    compareValues([...a.keys()], [...b.keys()]) === 0 &&
    [...a.values()].every((v, i) => equalValues(v, [...b.values()][i]))
  );
}

/** A union with a plan for each branch of a `$or`; null unless every branch is bounded by an index. */
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
