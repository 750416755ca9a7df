import { type Db, type Document, MongoNetworkError, MongoServerError, ReadPreference } from 'mongodb';
import type { MomentOptions } from './moments.ts';

/** How to read: all results, within a time, perhaps in a session. */
export type ReadOptions = MomentOptions & { maxTimeMS: number };

export interface FindCommand {
  filter: Document;
  projection: Document;
  sort?: Map<string, 1 | -1>;
  limit: number;
}

/** The number of results that an aggregation returns at once. */
const batchSize = 10_000;

/** The codes after which the driver itself would read again: those of MongoDB's specification of retryable reads. */
const retryableCodes = new Set<unknown>([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/*
 * Almost every result fits in the reply to its command, so the command is sent as such, and a cursor reads again in the
 * other cases. Without a cursor, the driver takes a tenth less CPU for two small documents, and a third less for a hundred,
 * because it decodes the reply at once.
 */

/** Finds documents. Sends one command unless the result exceeds 16 MB or the read is tried again. */
export function findDocuments<D extends Document>(
  database: Db,
  collection: string,
  { filter, projection, sort, limit }: FindCommand,
  options: ReadOptions,
): Promise<D[]> {
  // One more than the limit, so that the server closes the cursor.
  const command: Document = { find: collection, filter, projection, limit, batchSize: limit + 1 };
  if (sort) command.sort = sort;
  return readAtOnce(database, collection, command, options, () => {
    const found = database.collection(collection).find<D>(filter, { projection, limit, batchSize: limit, ...options });
    return (sort ? found.sort(sort) : found).toArray();
  });
}

/** Aggregates documents. Sends one command unless the result exceeds 10,000 rows or 16 MB, or the read is tried again. */
export function aggregateDocuments<D extends Document>(
  database: Db,
  collection: string,
  pipeline: Document[],
  options: ReadOptions,
): Promise<D[]> {
  const command = { aggregate: collection, pipeline, cursor: { batchSize } };
  return readAtOnce(database, collection, command, options, () =>
    database
      .collection(collection)
      .aggregate<D>(pipeline, { batchSize, ...options })
      .toArray(),
  );
}

/** Sends a command and returns its first batch if it is the whole result; otherwise reads by a cursor. Changes `command`. */
async function readAtOnce<D extends Document>(
  database: Db,
  collection: string,
  command: Document,
  { session, maxTimeMS, readConcern }: ReadOptions,
  readByCursor: () => Promise<D[]>,
): Promise<D[]> {
  const isTransaction = session?.inTransaction() === true;
  const primary = ReadPreference.primary;
  const readPreference = isTransaction ? primary : (database.readPreference ?? primary);
  const sending = session
    ? { session, readPreference, ignoreUndefined: true }
    : { readPreference, ignoreUndefined: true };
  command.maxTimeMS = maxTimeMS;
  // The driver adds the time of the session's state to the read concern.
  const level = (readConcern ?? database.readConcern)?.level;
  if (level && !isTransaction) command.readConcern = { level };
  try {
    const { cursor } = await database.command(command, sending);
    if (Number(cursor.id) === 0) return cursor.firstBatch;
    // A cursor that is not closed here ends by itself, after ten minutes without use.
    if (!isTransaction) database.command({ killCursors: collection, cursors: [cursor.id] }, sending).catch(() => {});
  } catch (error) {
    if (isTransaction || !database.client.options.retryReads || !isRetryable(error)) throw error;
  }
  return readByCursor();
}

function isRetryable(error: unknown): boolean {
  if (error instanceof MongoServerError) return retryableCodes.has(error.code);
  return error instanceof MongoNetworkError;
}
