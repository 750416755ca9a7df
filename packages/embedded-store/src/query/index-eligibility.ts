import type { IndexDefinition } from '../storage/catalog.ts';
import type { Document, Value } from '../values/value.ts';
import { parseFilter } from './filter.ts';
import { type Conjunct, conjunctsOf, type Interval, intersect, intervalsOf } from './intervals.ts';

/**
 * Whether an index has entries for all documents that the conjuncts match. Sparse and partial indexes omit some. With a
 * hint, MongoDB uses a sparse index anyway and returns fewer documents; here such a hint fails.
 */
export function isEligible(index: IndexDefinition, conjuncts: Conjunct[]): boolean {
  if (index.sparse && !index.components.some(({ path }) => excludesMissing(path, conjuncts))) return false;
  return index.partial === null || excludesOthers(index.partial.filter, conjuncts);
}

/** Whether the conjuncts exclude all documents in which the path is missing. */
function excludesMissing(path: string, conjuncts: Conjunct[]): boolean {
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

/** Whether the conjuncts imply each condition of a partial index's filter. */
function excludesOthers(partial: Document, conjuncts: Conjunct[]): boolean {
  const { conjuncts: wanted, complete } = conjunctsOf(parseFilter(partial).filter);
  return complete && wanted.every((condition) => conjuncts.some((conjunct) => implies(conjunct, condition)));
}

function implies(given: Conjunct, wanted: Conjunct): boolean {
  if (given.path !== wanted.path || given.scope !== 0) return false;
  if (wanted.test.op === 'exists') return wanted.test.exists && excludesMissing(wanted.path, [given]);
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
