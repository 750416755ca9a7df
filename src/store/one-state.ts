import { type Db, type MongoClient, MongoCompatibilityError, MongoServerError } from 'mongodb';
import { hasTransactions } from './has-transactions.ts';
import { timeOf } from './moments.ts';

/** How several reads are made to see one state: by MongoDB's snapshots, in a transaction, or not at all. */
export type OneState = 'snapshot' | 'transaction' | 'none';

/** Returns the best way that the server supports. Costs one command, or two on a server without snapshots. */
export async function findOneState(client: MongoClient, database: Db): Promise<OneState> {
  if (await answersSnapshots(client, database)) return 'snapshot';
  return (await hasTransactions(database)) ? 'transaction' : 'none';
}

/**
 * Returns whether the server answers reads with the read concern "snapshot" outside transactions, which MongoDB does since
 * version 5 in replica sets and sharded clusters. Returns false if the address sets a read concern that snapshots would
 * override.
 */
async function answersSnapshots(client: MongoClient, database: Db): Promise<boolean> {
  const level = client.options.readConcern?.level;
  if (level !== undefined && level !== 'majority' && level !== 'snapshot') return false;
  const session = client.startSession({ snapshot: true });
  try {
    const options = { session, readConcern: { level: 'snapshot' as const }, projection: { _id: 1 as const } };
    await database.collection('control').findOne({}, options);
    return timeOf(session) !== undefined;
  } catch (error) {
    if (error instanceof MongoServerError || error instanceof MongoCompatibilityError) return false;
    throw error;
  } finally {
    await session.endSession();
  }
}
