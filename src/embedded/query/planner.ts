import { refuse } from '../errors.ts';
import type { CollectionDefinition, IndexDefinition } from '../storage/catalog.ts';
import type { View } from '../storage/view.ts';
import { compareValues, equalValues } from '../values/order.ts';
import { type Document, isNumber, toNumber } from '../values/value.ts';
import type { KeyRange } from './bounds.ts';
import type { Cover } from './cover.ts';
import type { Filter } from './filter.ts';
import { type Ask, type PlanRequest, planAll, planIds, planIndex, type ScanPlan } from './index-plan.ts';
import { type Conjunct, conjunctsOf } from './intervals.ts';
import { repeatPlan } from './repeated-plan.ts';

/** Several walks whose results are united; for `$or`. */
export interface UnionPlan {
  kind: 'union';
  plans: ScanPlan[];
  exact: false;
  sorted: false;
}

export type Plan = ScanPlan | UnionPlan;

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
