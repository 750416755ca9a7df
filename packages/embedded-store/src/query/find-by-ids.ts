import type { CollectionDefinition } from '../storage/catalog.ts';
import { documentKey } from '../storage/keys.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { compareValues } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { type FoundRow, neededFields, type Query } from './find.ts';
import { compileMatcher } from './match.ts';
import type { PipelineContext } from './stage.ts';

/** The max length of an id. Longer ones are left to the planner, which handles keys beyond the limit. */
const maxIdLength = 200;

/**
 * The documents with one of the ids that also match the query's filter, in the order of `_id`. It needs no plan, which
 * makes repeated lookups by joins cheap. Null if an id is not a plain string.
 */
export function findByIds(
  context: PipelineContext,
  collection: CollectionDefinition,
  { filter, sort, reads }: Pick<Query, 'filter' | 'sort' | 'reads'>,
  ids: readonly Value[],
): Iterable<FoundRow> | null {
  if (!ids.every((id) => typeof id === 'string' && id.length <= maxIdLength)) return null;
  const distinct = ids.length === 1 ? ids : [...new Set(ids)].sort(compareValues);
  const wanted = neededFields(filter.reads, sort, reads);
  const matches = compileMatcher(filter.filter);
  return find();

  function* find(): Generator<FoundRow> {
    const { view, vars, examined } = context;
    for (const id of distinct) {
      const key = documentKey(collection.id, id);
      const raw = view.get('documents', key);
      examined.keys++;
      if (raw === undefined) continue;
      examined.documents++;
      const document = decodeDocument(raw, 0, wanted);
      if (matches(document, vars)) yield { key, raw, document };
    }
  }
}
