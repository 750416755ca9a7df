import { fail } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { parsePath } from '../values/paths.ts';
import type { Document, Value } from '../values/value.ts';
import { setAt, valueAt } from './document-paths.ts';

/** Throws for an upsert with `$expr`, even if a document matches: `$expr` does not say what a new document contains. */
export function checkUpsertFilter(filter: Filter): void {
  if (filter.kind === 'expression')
    fail('QueryFeatureNotAllowed', '$expr is not allowed in the query predicate for an upsert');
  if (filter.kind !== 'path') for (const inner of filter.filters) checkUpsertFilter(inner);
}

/** The initial document of an upsert: the fields that the filter tests for equality. */
export function upsertBase(filter: Filter, replaces: boolean): Document {
  const document: Document = new Map();
  collect(filter);
  return document;

  function collect(part: Filter): void {
    if (part.kind === 'and') for (const inner of part.filters) collect(inner);
    if (part.kind === 'or' && part.filters.length === 1) collect(part.filters[0] as Filter);
    if (part.kind !== 'path') return;
    const value = equalityOf(part.test);
    if (value === undefined || (replaces && part.path !== '_id')) return;
    const path = parsePath(part.path);
    if (valueAt(document, path) !== undefined)
      fail('Location54', `cannot infer query fields to set, path '${part.path}' is matched twice`);
    setAt(document, path, value);
  }
}

function equalityOf(test: Extract<Filter, { kind: 'path' }>['test']): Value {
  if (test.op === 'eq') return test.value;
  return test.op === 'in' && test.values.length === 1 && test.regexes.length === 0 ? test.values[0] : undefined;
}
