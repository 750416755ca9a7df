import type { CollectionDefinition } from '../storage/catalog.ts';
import { orderedBytes } from '../storage/keys.ts';
import { afterPrefix, encodeKey } from '../values/key-writer.ts';
import type { Value } from '../values/value.ts';
import type { ScanPlan } from './index-plan.ts';
import type { Conjunct } from './intervals.ts';

/** What a join asks of each row: that the path has one of the values. All else of its query stays the same. */
export interface JoinedOn {
  path: string;
  values: readonly Value[];
}

/** A plan by one key, into which another value's bytes can be put. */
export interface RepeatedPlan {
  /** Null where it cannot be had so, or the index has changed. */
  for(joined: JoinedOn, collection: CollectionDefinition): ScanPlan | null;
}

/** Longer texts might not stand in a key as a whole. */
const longestText = 200;

/**
 * Makes of the plan for one text a plan for any other, where all it depends on is that it is one text: it has one range,
 * of all that begins with a key in which the text stands once, and nothing else in the query tests the path.
 */
export function repeatPlan(
  plan: ScanPlan,
  { path, values }: JoinedOn,
  conjuncts: readonly Conjunct[],
): RepeatedPlan | null {
  const text = onlyText(values);
  const { index } = plan;
  const [range, ...others] = plan.ranges;
  // Of those that bound the range: in another's bytes the same text may stand.
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
    for(next, collection) {
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
  return values.length === 1 && typeof value === 'string' && value.length <= longestText ? value : null;
}
