import type { Document, Value } from '../values/value.ts';
import { parseFilter } from './filter.ts';
import { type Conjunct, conjunctsOf, type Interval, intersect, intervalsOf } from './intervals.ts';

/** Whether the filter leaves out all documents that lack the path. */
export function impliesExistence(path: string, conjuncts: Conjunct[]): boolean {
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

/** Whether each condition of a partial index's filter stands in the query, or follows from what does. */
export function impliesFilter(conjuncts: Conjunct[], partial: Document): boolean {
  const { conjuncts: wanted, complete } = conjunctsOf(parseFilter(partial).filter);
  return complete && wanted.every((condition) => conjuncts.some((conjunct) => implies(conjunct, condition)));
}

function implies(given: Conjunct, wanted: Conjunct): boolean {
  if (given.path !== wanted.path || given.scope !== 0) return false;
  if (wanted.test.op === 'exists') return wanted.test.exists && impliesExistence(wanted.path, [given]);
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
