import { fail } from '../errors.ts';
import { type ParsedFilter, parseFilter } from '../query/filter.ts';
import { parseSort, type SortSpec } from '../query/sort.ts';
import { isDocument, isNumber, toNumber, type Value } from '../values/value.ts';

export function parseStageSort(spec: Value): SortSpec {
  if (!isDocument(spec)) fail('Location15973', 'the $sort key specification must be an object');
  const sort = parseSort(spec);
  if (sort === null) fail('Location15976', '$sort stage must have at least one sort key');
  return sort;
}

export function parseMatch(spec: Value, variables: readonly string[]): ParsedFilter {
  if (!isDocument(spec)) fail('Location15959', 'the match filter must be an expression in an object');
  return parseFilter(spec, variables);
}

export function countOf(name: '$skip' | '$limit' | '$sample', spec: Value): number {
  const code = name === '$limit' ? 'Location2107201' : name === '$skip' ? 'Location5107200' : 'Location28746';
  const count = isNumber(spec) ? toNumber(spec) : Number.NaN;
  if (!Number.isInteger(count) || count < 0)
    fail(code, `invalid argument to ${name} stage: Expected a non-negative number`);
  if (count === 0 && name === '$limit') fail('Location15958', 'the limit must be positive');
  return count;
}
