import { BSON, type Db, type Document, type Filter } from 'mongodb';
import type { Moment, MomentReads, Revision } from './moments.ts';
import { aggregateDocuments, findDocuments, type ReadOptions } from './read-documents.ts';
import type { ResultCache } from './result-cache.ts';
import { createStoreMeter, type StoreMeter, type StoreUse } from './store-use.ts';

/**
 * Performs all reads of a request. Each method is one store command, limited to the time that remains for the request.
 * Rejects with `StoreTimeout` when the time is up, even if the store does not respond.
 */
export interface StoreReader {
  find<D extends Document>(collection: string, filter: Filter<Document>, options: FindOptions): Promise<D[]>;
  aggregate<D extends Document>(collection: string, pipeline: Document[]): Promise<D[]>;
  /**
   * Like `aggregate`, but reuses the result of an earlier request if nothing was written since. The first call of a request
   * costs one more command, which reads the revision. Callers must not change the result.
   */
  aggregateCached(collection: string, pipeline: Document[]): Promise<readonly Document[]>;
  /** Returns the commands so far. */
  use(): StoreUse;
  /**
   * Returns whether all reads so far saw the same state of the store, and which state. Costs at most one command, which
   * `use` does not count.
   */
  moment(): Promise<Moment>;
  /** Returns the revision that later reads see, or undefined if that is uncertain. Costs at most one uncounted command. */
  revision(): Promise<Revision | undefined>;
  /** Says that the request also reads by other ways, so that `moment` returns no revision. */
  readElsewhere(): void;
  /** Returns a reader of a newer state, with the same deadline and the same count of commands. */
  again(): StoreReader;
  /** Must be called when no more is read. */
  close(): void;
}

export interface FindOptions {
  /** The stored paths to read; `_id` is always included. */
  reads: readonly string[];
  limit: number;
  sort?: Map<string, 1 | -1>;
}

export class StoreTimeout extends Error {
  constructor(ms: number) {
    super(`The store did not respond within ${ms} ms`);
    this.name = 'StoreTimeout';
  }
}

/** The deadline for all reads of a request. */
interface Deadline {
  /** In milliseconds, on the clock of `performance.now()`. */
  endsAt: number;
  /**
   * Settles as `promise` does, or rejects with `StoreTimeout` at the deadline. The work is not cancelled; its result is
   * ignored. `ended` is called at once when it settles, with the value if it is fulfilled.
   */
  inTime<T>(promise: Promise<T>, ended?: (value?: T) => void): Promise<T>;
  /** Must be called when nothing is waited for any more. */
  end(): void;
}

/** Uses one timer for all reads, because Node keeps a separate list of timers for each duration. */
function createDeadline(ms: number): Deadline {
  const waiting = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const endsAt = performance.now() + ms;
  return {
    endsAt,
    inTime<T>(promise: Promise<T>, ended?: (value?: T) => void) {
      return new Promise<T>((resolve, reject) => {
        const isLate = () => {
          waiting.delete(isLate);
          ended?.();
          reject(new StoreTimeout(ms));
        };
        promise.then(
          (value) => {
            if (!waiting.delete(isLate)) return;
            ended?.(value);
            resolve(value);
          },
          (error) => {
            if (!waiting.delete(isLate)) return;
            ended?.();
            reject(error);
          },
        );
        const left = endsAt - performance.now();
        if (left <= 0) return isLate();
        waiting.add(isLate);
        timer ??= setTimeout(() => {
          timer = undefined;
          for (const each of waiting) each();
        }, Math.ceil(left));
      });
    },
    end() {
      clearTimeout(timer);
    },
  };
}

export interface StoreReaderOptions {
  timeoutMs: number;
  /** Begins to read one state, for the first time or again. */
  openMoment: (isAgain: boolean) => MomentReads;
  /** Where results of `aggregateCached` are kept; nowhere by default. */
  cache?: ResultCache | undefined;
  /** Returns an error while reading is not allowed; every method then throws it and sends nothing. */
  fault?: (() => Error | undefined) | undefined;
}

export function createStoreReader(database: Db, options: StoreReaderOptions): StoreReader {
  const deadline = createDeadline(options.timeoutMs);
  return readerUntil(deadline, createStoreMeter(), options.openMoment(false), database, options);
}

function readerUntil(
  { endsAt, inTime, end }: Deadline,
  meter: StoreMeter,
  reads: MomentReads,
  database: Db,
  options: StoreReaderOptions,
): StoreReader {
  const { timeoutMs, openMoment, cache, fault } = options;
  /** Results to keep if all reads saw one state. */
  const results: { key: string; rows: readonly Document[] }[] = [];
  let isElsewhere = false;

  const obstacle = () => fault?.() ?? (performance.now() >= endsAt ? new StoreTimeout(timeoutMs) : undefined);

  function run<D>(command: string, collection: string, send: (options: ReadOptions) => Promise<D[]>): Promise<D[]> {
    const reason = obstacle();
    if (reason) return Promise.reject(reason);
    const sent = reads.read((options) =>
      send({ maxTimeMS: Math.max(1, Math.ceil(endsAt - performance.now())), ...options }),
    );
    return inTime(sent, meter.begin(command, collection));
  }

  function aggregate<D extends Document>(collection: string, pipeline: Document[]): Promise<D[]> {
    return run('aggregate', collection, (options) => aggregateDocuments<D>(database, collection, pipeline, options));
  }

  return {
    use: meter.use,
    find: <D extends Document>(
      collection: string,
      filter: Filter<Document>,
      { reads: paths, limit, sort }: FindOptions,
    ) =>
      run('find', collection, (options) => {
        const command = { filter, projection: projectionOf(paths), ...(sort && { sort }), limit };
        return findDocuments<D>(database, collection, command, options);
      }),
    aggregate,
    async aggregateCached(collection, pipeline) {
      const reason = obstacle();
      if (reason) throw reason;
      // If the revision cannot be read, the aggregation reports why.
      const known = cache && (await inTime(reads.revision()).catch(() => undefined));
      const revision = known?.revision;
      // Documents that came into the store without a turn of writing, such as a restored backup, have no revision.
      if (!cache || !revision) return aggregate(collection, pipeline);
      const key = keyOf(collection, pipeline);
      const kept = cache.get(revision, key);
      if (kept) {
        reads.reuse();
        return kept;
      }
      const rows = await aggregate(collection, pipeline);
      results.push({ key, rows });
      return rows;
    },
    async moment() {
      const known = reads.moment();
      const moment = known instanceof Promise ? await inTime(known) : known;
      const { revision } = moment;
      if (cache && revision && !moment.isTorn) for (const { key, rows } of results) cache.set(revision, key, rows);
      return isElsewhere ? { isTorn: moment.isTorn } : moment;
    },
    async revision() {
      const reason = obstacle();
      if (reason) throw reason;
      return inTime(reads.revision());
    },
    readElsewhere() {
      isElsewhere = true;
    },
    again() {
      reads.close();
      return readerUntil({ endsAt, inTime, end }, meter, openMoment(true), database, options);
    },
    close() {
      end();
      reads.close();
    },
  };
}

/** Returns a text that is equal for equal aggregations. JSON would lose regular expressions and maps. */
function keyOf(collection: string, pipeline: Document[]): string {
  return `${collection} ${Buffer.from(BSON.serialize({ pipeline }, { ignoreUndefined: true })).toString('latin1')}`;
}

/** The projections of lists of paths, which most requests share. */
const projections = new WeakMap<readonly string[], Document>();

function projectionOf(paths: readonly string[]): Document {
  let projection = projections.get(paths);
  if (!projection) {
    projection = Object.fromEntries(['_id', ...paths].map((path) => [path, 1]));
    projections.set(paths, projection);
  }
  return projection;
}
