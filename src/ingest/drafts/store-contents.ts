import type { Db, Document, FindCursor } from 'mongodb';
import type { WithdrawalDocument } from '../../entities/article/article-document.ts';
import type { EntityDocuments } from '../../entities/entities.ts';
import type { Merge } from '../../query/merges.ts';
import { type CollectionName, collectionOf, type NodeType, nodeTypes } from '../../query/node-id.ts';
import type { AssertionDocument } from '../fold/assertion.ts';

type EntityContents = { [T in NodeType as CollectionName<T>]: EntityDocuments[T] };

/** The type of document in each collection that seeding writes. */
export interface Contents extends EntityContents {
  merges: Merge;
  withdrawals: WithdrawalDocument;
  accounts: AssertionDocument;
}

/** The collections that are derived from articles and merges alone, and can be computed again. */
export const derivedCollections = [
  'accounts',
  ...nodeTypes.filter((type) => type !== 'Article').map(collectionOf),
] as const satisfies (keyof Contents)[];

/** The collections in the order in which they are written: later ones follow from earlier ones. */
export const writtenCollections: readonly (keyof Contents)[] = [
  'merges',
  'articles',
  'withdrawals',
  ...derivedCollections,
];

/** Returns a record with the result of `make` for each written collection, in their order. */
export function byCollection<R extends Record<keyof Contents, unknown>>(
  make: <C extends keyof Contents>(collection: C) => R[C],
): R {
  return Object.fromEntries(writtenCollections.map((name) => [name, make(name)])) as R; // fromEntries loses which key has which value
}

/** The documents of each written collection. */
export type StoreContents = { [C in keyof Contents]: Contents[C][] };

/** Reads all documents, with one command per collection. */
export async function readContents(database: Db): Promise<StoreContents> {
  const contents = byCollection<StoreContents>(() => []);
  for (const name of writtenCollections) contents[name] = await readEach<never>(database, name).toArray();
  return contents;
}

/** Reads a collection in batches by `_id`: each document once, even if it is replaced meanwhile. */
export function readEach<D extends Document>(database: Db, name: string): FindCursor<D> {
  return database.collection(name).find<D>({}, { batchSize: 500, sort: { _id: 1 } });
}
