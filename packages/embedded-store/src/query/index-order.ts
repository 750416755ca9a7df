import type { IndexComponent } from '../storage/catalog.ts';
import type { Bounds } from './bounds.ts';
import type { SortSpec } from './sort.ts';

/**
 * Returns how a walk through the index gives the order of `sort`: `backwards` if against the index, `merge` if
 * components before the order have several values, so that the ranges must be merged. Components with one value are
 * ignored. Null if the index does not give the order.
 */
export function orderOf(
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
    // `_id` is unique, so later sort fields have no effect.
    if (path === '_id') break;
  }
  // The sort ends before the remaining components; several values in them would need a merge that the key does not
  // allow.
  if (shapes.slice(at).includes('several')) merge = false;
  if (merge && severalInOrder) return null;
  return { backwards: backwards === true, merge };
}
