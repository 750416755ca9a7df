import { fail } from '../errors.ts';
import type { Vars } from '../expression/expression.ts';
import type { Filter, Test } from '../query/filter.ts';
import { compileMatcher } from '../query/match.ts';
import type { Document } from '../values/value.ts';
import { type ConcretePath, cloneDocument, setAt, valueAt } from './document-paths.ts';

/**
 * The position that `$` denotes: the first element of the array at `path` that passes the filter's condition on it.
 * Null if the filter has no condition on the array. Throws if several conditions select different elements, since
 * MongoDB does not define which one counts (https://www.mongodb.com/docs/manual/reference/operator/update/positional/).
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
    fail('BadValue', `Several conditions on '${name}' select different elements; use $elemMatch or arrayFilters`);
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

/** A negated test is passed by the absence of an element, so no element can be selected by it. */
function isNegative(test: Test): boolean {
  return test.op === 'not' || (test.op === 'exists' && !test.exists);
}

/** Whether an array can pass the test as a whole, without an element that passes it. */
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
