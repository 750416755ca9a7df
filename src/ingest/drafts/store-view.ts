import type { ClientSession, Db, Document, Filter } from 'mongodb';
import type { StoredDocument } from './write-plan.ts';

/** The reads of a writer. If the writer has a transaction, all of them belong to it. */
export interface StoreView {
  find<D extends Document>(collection: string, filter: Filter<StoredDocument>, options?: FindOptions): Promise<D[]>;
  /**
   * Finds the documents with one of `values` under `path`. A document with several of them may be returned several
   * times.
   */
  findAny<D extends Document>(
    collection: string,
    path: string,
    values: Iterable<string>,
    options?: FindOptions,
  ): Promise<D[]>;
}

export interface FindOptions {
  /** The stored paths to read, besides `_id`; all by default. */
  reads?: readonly string[];
  /** Directions by field. The fields must hold strings. */
  sort?: Readonly<Record<string, 1 | -1>>;
  limit?: number;
}

/** The maximum size of an `$in`: a larger one takes quadratic time on some engines. */
const maxIn = 1000;

/** Creates a view that runs one command at a time, because a session allows no more. */
export function createStoreView(database: Db, session: ClientSession | undefined): StoreView {
  async function find<D extends Document>(
    collection: string,
    filter: Filter<StoredDocument>,
    { reads, sort, limit }: FindOptions = {},
  ): Promise<D[]> {
    const projection = reads && Object.fromEntries(['_id', ...reads].map((path) => [path, 1]));
    return database
      .collection<StoredDocument>(collection)
      .find(filter, {
        ...(projection && { projection }),
        ...(sort && { sort: { ...sort } }),
        ...(limit !== undefined && { limit }),
        batchSize: maxIn, // the default of 101 would need a second command
        ...(session && { session }),
      })
      .toArray() as Promise<unknown> as Promise<D[]>;
  }

  return { find, findAny: findAnyBy(find) };
}

/** Returns a `findAny` that splits its values into several commands, each with an `$in` of at most `maxIn` values. */
export function findAnyBy(find: StoreView['find']): StoreView['findAny'] {
  return async <D extends Document>(
    collection: string,
    path: string,
    values: Iterable<string>,
    options?: FindOptions,
  ): Promise<D[]> => {
    const all = [...values];
    const found: D[] = [];
    for (let start = 0; start < all.length; start += maxIn) {
      const filter = { [path]: { $in: all.slice(start, start + maxIn) } };
      found.push(...(await find<D>(collection, filter, options)));
    }
    return found;
  };
}
