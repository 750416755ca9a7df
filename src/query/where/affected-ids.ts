import type { Document } from 'mongodb';
import type { StoreReader } from '../../store/store-reader.ts';
import type { Entity } from '../entity.ts';
import { type Condition, type Related, relatedIn } from './condition.ts';

type Collection = Entity['collection'];

/** The documents that were written since an earlier state of the store, by collection. */
export interface WrittenIds {
  /** All ids, including those of documents that were removed. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of documents that the earlier state had. What they said then is not known. */
  earlier: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Returns the ids of a collection for which a condition may hold now where it did not, or the reverse: those that were
 * written and, along the relations of the condition, those that lead to one. Returns undefined if there are more than
 * `max`, or if a relation is read from its other end and a written document may have left it: then any document may be
 * affected. Ids of documents that do not exist may be among them.
 *
 * Costs nothing for relations to documents that were not written; two commands at most for each of the others.
 */
export async function affectedIds(
  store: StoreReader,
  collection: Collection,
  condition: Condition,
  written: WrittenIds,
  max: number,
): Promise<Set<string> | undefined> {
  const affected = new Set(written.ids.get(collection));
  for (const { related, list } of relatedIn(condition)) {
    if (affected.size > max) return undefined;
    const causes = await affectedNodes(store, related, written, max);
    if (!causes) return undefined;
    if (causes.size === 0) continue;
    const values = await valuesOf(store, related, causes, written, max);
    if (!values) return undefined;
    const local = list === undefined ? related.local : `${list}.${related.local}`;
    const filter = { [local]: { $in: values } };
    for (const { _id } of await readIds(store, collection, filter, max)) affected.add(_id);
  }
  return affected.size > max ? undefined : affected;
}

/** Returns the affected nodes at the other end of a relation. Conditions on computed entries are not looked into. */
async function affectedNodes(
  store: StoreReader,
  { to, of, derive }: Related,
  written: WrittenIds,
  max: number,
): Promise<Set<string> | undefined> {
  if (!derive) return affectedIds(store, to.collection, of, written, max);
  const leadsFurther = relatedIn(of).some(({ related }) => mentions(related, written));
  return leadsFurther ? undefined : new Set(written.ids.get(to.collection));
}

/** Returns whether a relation, or one behind it, leads to a collection in which something was written. */
function mentions({ to, of }: Related, written: WrittenIds): boolean {
  return written.ids.has(to.collection) || relatedIn(of).some(({ related }) => mentions(related, written));
}

/** Returns the values by which documents of the near end lead to these nodes; undefined if they cannot be known. */
async function valuesOf(
  store: StoreReader,
  { to, foreign }: Related,
  nodes: ReadonlySet<string>,
  written: WrittenIds,
  max: number,
): Promise<unknown[] | undefined> {
  if (foreign === '_id') return [...nodes];
  const earlier = written.earlier.get(to.collection);
  for (const id of nodes) if (earlier?.has(id)) return undefined;
  const documents = await store.find<Document>(
    to.collection,
    { _id: { $in: [...nodes] } as never },
    { reads: [foreign], limit: nodes.size },
  );
  const values = new Set(documents.flatMap((document) => valuesAt(document, foreign.split('.'))));
  return values.size > max ? undefined : [...values];
}

function valuesAt(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return value === null || value === undefined ? [] : [value];
  return typeof value === 'object' && value !== null ? valuesAt((value as Document)[key], rest) : [];
}

function readIds(
  store: StoreReader,
  collection: Collection,
  filter: Document,
  max: number,
): Promise<{ _id: string }[]> {
  return store.find<{ _id: string }>(collection, filter, { reads: [], limit: max + 1 });
}
