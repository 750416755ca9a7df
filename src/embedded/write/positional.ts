import { refuse } from '../errors.ts';
import type { Vars } from '../pipeline/expression.ts';
import type { Filter, Test } from '../query/filter.ts';
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
  const isAbout = filter.path === name ? !isOfTheWhole(filter.test) : filter.path.startsWith(`${name}.`);
  return isAbout && !isNegative(filter.test) ? [filter] : [];
}

/** A negation is met by no element, but by there being none. */
function isNegative(test: Test): boolean {
  return test.op === 'not' || (test.op === 'exists' && !test.exists);
}

/** Whether an array may meet it as a whole, and none of its elements. */
function isOfTheWhole(test: Test): boolean {
  switch (test.op) {
    case 'exists':
    case 'size':
    case 'geoWithin':
    case 'geoIntersects':
      return true;
    case 'type':
      return test.types.has('array');
    case 'in':
      return test.values.some(Array.isArray);
    default:
      return 'value' in test && Array.isArray(test.value);
  }
}
