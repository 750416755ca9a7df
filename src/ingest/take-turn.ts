import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientSession, Collection, Db, MongoClient } from 'mongodb';

export interface Turn {
  /** Absent where the store has no transactions. */
  session: ClientSession | undefined;
  /** Whether the turn before ended in the middle of its writing. */
  isAfterFailure: boolean;
}

/**
 * Runs `write` in one transaction, in turn with all other writers: the first command of each updates one document, so
 * that of two at once one waits or starts anew. `write` may therefore run several times.
 *
 * Where the store has no transactions (a standalone mongod), writers take turns by a lease, and who comes after one that
 * failed or was killed is told so.
 */
export async function takeTurn<T>(client: MongoClient, database: Db, write: (turn: Turn) => Promise<T>): Promise<T> {
  if (!(await hasTransactions(database))) return holdLease(database, write);
  return client.withSession((session) =>
    session.withTransaction(
      async () => {
        await countTurn(database, session);
        return write({ session, isAfterFailure: false });
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    ),
  );
}

const maxReadings = 3;

/**
 * Runs `read`, which takes longer than a transaction may last, and again where somebody wrote meanwhile; three times at
 * most. Answers what it read last, and whether somebody wrote then, too.
 */
export async function readUndisturbed<T>(
  database: Db,
  read: () => Promise<T>,
): Promise<{ result: T; isDisturbed: boolean }> {
  for (let readings = 1; ; readings++) {
    const before = await readTurns(database);
    const result = await read();
    const isDisturbed = (await readTurns(database)) !== before;
    if (!isDisturbed || readings === maxReadings) return { result, isDisturbed };
  }
}

interface ControlDocument {
  _id: string;
  /** How many turns were begun. */
  turns: number;
  /** Who holds the lease, and until when; absent where nobody does, or where there are transactions. */
  owner?: string;
  until?: Date;
  /** Whether something is being written, or was when its writer failed. */
  unfinished?: boolean;
}

async function readTurns(database: Db): Promise<number> {
  return (await controlOf(database).findOne({ _id: 'seed' }))?.turns ?? 0;
}

/** Each turn leaves another value: who compares what it read with what is there now must not find it changed back. */
async function countTurn(database: Db, session: ClientSession): Promise<void> {
  await controlOf(database).updateOne({ _id: 'seed' }, { $inc: { turns: 1 } }, { upsert: true, session });
}

/** Members of a replica set and routers of a sharded cluster have them. */
async function hasTransactions(database: Db): Promise<boolean> {
  const { setName, msg } = await database.command({ hello: 1 });
  return setName !== undefined || msg === 'isdbgrid';
}

/** So long after a writer was killed nobody writes. */
const leaseMs = 10_000;
const retryMs = 100;

async function holdLease<T>(database: Db, write: (turn: Turn) => Promise<T>): Promise<T> {
  const control = controlOf(database);
  const owner = randomUUID();
  const isAfterFailure = await acquire(control, owner);
  const renewal = setInterval(() => {
    control.updateOne({ _id: 'seed', owner }, { $set: { until: leaseEnd() } }).catch(() => {}); // then it ends
  }, leaseMs / 4);
  const release = (unset: { [K in keyof ControlDocument]?: '' }) =>
    control.updateOne({ _id: 'seed', owner }, { $unset: { owner: '', until: '', ...unset } });
  try {
    const result = await write({ session: undefined, isAfterFailure });
    await release({ unfinished: '' });
    return result;
  } catch (error) {
    await release({}).catch(() => {}); // a store that is gone; the first error says more
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

/** Waits until nobody holds the lease. Answers whether who held it last did not finish. */
async function acquire(control: Collection<ControlDocument>, owner: string): Promise<boolean> {
  await control.updateOne({ _id: 'seed' }, { $setOnInsert: { turns: 0 } }, { upsert: true });
  for (;;) {
    const before = await control.findOneAndUpdate(
      { _id: 'seed', $or: [{ until: { $exists: false } }, { until: { $lt: new Date() } }] },
      { $set: { owner, until: leaseEnd(), unfinished: true }, $inc: { turns: 1 } },
      { returnDocument: 'before' },
    );
    if (before) return before.unfinished === true;
    await sleep(retryMs);
  }
}

function leaseEnd(): Date {
  return new Date(Date.now() + leaseMs);
}

function controlOf(database: Db): Collection<ControlDocument> {
  return database.collection<ControlDocument>('control');
}
