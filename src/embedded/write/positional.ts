import { refuse } from '../errors.ts';
import type { Vars } from '../pipeline/expression.ts';
import type { Filter } from '../query/filter.ts';
import { compileMatcher } from '../query/match.ts';
import type { Document } from '../values/value.ts';
import { type ConcretePath, cloneDocument, setAt, valueAt } from './modify.ts';

/**
 * The first element of the array at `path` that meets the filter's condition on it: what `$` means. Null when no
 * condition is on the array. Several conditions that mean different elements are refused: MongoDB leaves open which
 * counts (https://www.mongodb.com/docs/manual/reference/operator/update/positional/).
 */
export function matchedPosition(filter: Filter, document: Document, path: ConcretePath, vars: Vars): number | null {
  const array = valueAt(document, path);
  if (!Array.isArray(array)) return null;
  const name = path.join('.');
  const positions = new Set<number>();
  for (const condition of conditionsOn(filter, name)) {
    const matches = compileMatcher(condition);
    const position = array.findIndex((element) => {
      const alone = cloneDocument(document);
      setAt(alone, path, [element]);
      return matches(alone, vars);
    });
    if (position >= 0) positions.add(position);
  }
  if (positions.size > 1)
    refuse('BadValue', `Several conditions on '${name}' mean different elements; use $elemMatch or arrayFilters`);
  const [position] = positions;
  return position ?? null;
}

function conditionsOn(filter: Filter, name: string): Filter[] {
  if (filter.kind === 'and' || filter.kind === 'or')
    return filter.filters.flatMap((inner) => conditionsOn(inner, name));
  if (filter.kind !== 'path') return [];
  return filter.path === name || filter.path.startsWith(`${name}.`) ? [filter] : [];
}
