import type { Db, Document, Filter, Sort } from 'mongodb';
import { createStoreMeter, type StoreUse } from './store-use.ts';
import { withinTime } from './within-time.ts';

/**
 * The one way in which a request reads: each method is one command to the store, within the time that the request has
 * left. Fails with `StoreTimeout` when the time is up, whatever the store does.
 */
export interface StoreReader {
  find<D extends Document>(collection: string, filter: Filter<Document>, options: FindOptions): Promise<D[]>;
  aggregate<D extends Document>(collection: string, pipeline: Document[]): Promise<D[]>;
  /** What was read through it so far. */
  use(): StoreUse;
}

export interface FindOptions {
  /** The stored paths to read; `_id` always comes. */
  reads: readonly string[];
  limit: number;
  sort?: Sort;
}

export class StoreTimeout extends Error {
  constructor(ms: number) {
    super(`The store did not answer within ${ms} ms`);
    this.name = 'StoreTimeout';
  }
}

export function createStoreReader(database: Db, { timeoutMs }: { timeoutMs: number }): StoreReader {
  const deadline = performance.now() + timeoutMs;
  const meter = createStoreMeter();

  async function run<D>(command: string, collection: string, send: (maxTimeMS: number) => Promise<D[]>): Promise<D[]> {
    const left = Math.ceil(deadline - performance.now());
    if (left <= 0) throw new StoreTimeout(timeoutMs);
    return meter.measure(
      command,
      collection,
      withinTime(send(left), left, () => new StoreTimeout(timeoutMs)),
    );
  }

  return {
    use: meter.use,
    find: <D extends Document>(collection: string, filter: Filter<Document>, { reads, limit, sort }: FindOptions) =>
      run('find', collection, async (maxTimeMS) => {
        const projection = Object.fromEntries(['_id', ...reads].map((path) => [path, 1]));
        const options = { projection, limit, batchSize: limit, maxTimeMS, ...(sort && { sort }) };
        return database.collection(collection).find<D>(filter, options).toArray();
      }),
    aggregate: <D extends Document>(collection: string, pipeline: Document[]) =>
      run('aggregate', collection, async (maxTimeMS) =>
        database.collection(collection).aggregate<D>(pipeline, { batchSize: 10_000, maxTimeMS }).toArray(),
      ),
  };
}
