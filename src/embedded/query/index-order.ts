import type { IndexComponent } from '../storage/catalog.ts';
import type { Bounds } from './bounds.ts';
import type { SortSpec } from './sort.ts';

/**
 * Whether the components' order is the sort's, past those held to values. Past one held to several values, only a merge
 * of the ranges gives the order.
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
    // Nothing is left to order once `_id` has stood.
    if (path === '_id') break;
  }
  // What follows in the key is not the sort's business, but several values there would have to be merged.
  if (shapes.slice(at).includes('several')) merge = false;
  if (merge && severalInOrder) return null;
  return { backwards: backwards === true, merge };
}
