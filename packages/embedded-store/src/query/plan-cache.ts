import type { CollectionDefinition, IndexDefinition } from '../storage/catalog.ts';
import { orderedBytes } from '../storage/keys.ts';
import { afterPrefix, encodeKey } from '../values/key-writer.ts';
import type { Value } from '../values/value.ts';
import type { Conjunct } from './intervals.ts';
import type { ScanPlan } from './scan-plan.ts';

/**
 * The last plan of a query that runs repeatedly with different values, such as that of a join. Planning each run would
 * take longer than the run. The planner fills the cache and replaces plans that no longer fit the collection.
 */
export interface PlanCache {
  /** The index that bounds the query; null if none does, or before the first plan. */
  index: IndexDefinition | null;
  /** The number of plans requested. */
  uses: number;
  /** The plan's covered reads, and what they depend on. */
  covered?: { index: IndexDefinition; exact: boolean; sorted: boolean; covers: Covers };
  /** The plan as a template; null if the plan does not allow one. */
  template?: PlanTemplate | null;
}

export type Covers = Pick<ScanPlan, 'cover' | 'filterCover'>;

export function createPlanCache(): PlanCache {
  return { index: null, uses: 0 };
}

/** Removes the plan, so that all plans are compared again. */
export function clearPlanCache(cache: PlanCache): void {
  cache.index = null;
  cache.template = null;
}

/** The test of a join that differs between rows: the path has one of the values. */
export interface JoinedOn {
  path: string;
  values: readonly Value[];
}

/** A plan with a single key range, into which the key of another value can be inserted. */
export interface PlanTemplate {
  /** The plan for other values; null if the template does not fit them, or if the index has changed. */
  bind(joined: JoinedOn, collection: CollectionDefinition): ScanPlan | null;
}

/** The max length of a text. Keys with longer ones might be truncated. */
const maxTextLength = 200;

/**
 * Turns the plan for one text into a template for any other, if the plan depends only on its being one text: its one
 * range begins with a key that contains the text once, and no other conjunct tests the path. Null otherwise.
 */
export function createPlanTemplate(
  plan: ScanPlan,
  { path, values }: JoinedOn,
  conjuncts: readonly Conjunct[],
): PlanTemplate | null {
  const text = onlyText(values);
  const { index } = plan;
  const [range, ...others] = plan.ranges;
  // Only among the components that bound the range, since another component's bytes may contain the same text.
  const component = index?.components.slice(0, plan.bounded).find((one) => one.path === path);
  if (text === null || range === undefined || others.length > 0 || !index || component === undefined) return null;
  if (conjuncts.filter((conjunct) => conjunct.path === path).length !== 1) return null;
  const { start, end } = range;
  if (!end.equals(afterPrefix(start)) || range.prefixLength !== start.length) return null;
  const isDescending = component.direction === -1;
  const bytes = encodeKey(text, isDescending);
  const at = start.indexOf(bytes);
  if (at < 0 || start.lastIndexOf(bytes) !== at) return null;
  const [before, behind] = [start.subarray(0, at), start.subarray(at + bytes.length)];
  const multikey = [...index.multikey];
  const isAsBefore = (collection: CollectionDefinition) =>
    collection.indexes.includes(index) && !index.truncated && index.multikey.every((multi, i) => multi === multikey[i]);
  return {
    bind(next, collection) {
      const other = onlyText(next.values);
      if (other === null || !isAsBefore(collection)) return null;
      const key = Buffer.concat([before, encodeKey(other, isDescending), behind]);
      if (key.length > orderedBytes) return null;
      return { ...plan, ranges: [{ start: key, end: afterPrefix(key), prefixLength: key.length }] };
    },
  };
}

function onlyText(values: readonly Value[]): string | null {
  const [value] = values;
  return values.length === 1 && typeof value === 'string' && value.length <= maxTextLength ? value : null;
}
