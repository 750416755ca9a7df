import type { ClientSession, Db, Document, Filter } from 'mongodb';
import type { StoredDocument } from './plan-write.ts';

/** What a writer reads with: all of it in one transaction, where there is one. */
export interface StoreView {
  find<D extends Document>(collection: string, filter: Filter<StoredDocument>, options?: FindOptions): Promise<D[]>;
  /** The documents with one of `values` under `path`; some of them several times where a document has several. */
  findAny<D extends Document>(
    collection: string,
    path: string,
    values: Iterable<string>,
    options?: FindOptions,
  ): Promise<D[]>;
}

export interface FindOptions {
  /** The stored paths to read; `_id` always comes. All, where it is left out. */
  reads?: readonly string[];
  /** By fields that hold strings. */
  sort?: Readonly<Record<string, 1 | -1>>;
  limit?: number;
}

/** A larger `$in` is quadratic on some engines. */
const maxIn = 1000;

/** One command at a time: a session takes no more. */
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
        batchSize: maxIn, // else what has more than 101 takes two commands
        ...(session && { session }),
      })
      .toArray() as Promise<unknown> as Promise<D[]>;
  }

  return { find, findAny: findAnyBy(find) };
}

/** Finds in parts what one `find` would ask for with a larger `$in` than is good. */
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
