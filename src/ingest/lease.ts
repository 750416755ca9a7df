import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Collection, type Db, MongoNetworkError } from 'mongodb';

/** By which writers take turns. */
export interface ControlDocument {
  _id: string;
  /** How many turns were begun. */
  turns: number;
  /** Who holds the lease, and until when; absent where nobody does. */
  owner?: string;
  until?: Date;
}

export interface Lease {
  owner: string;
  /** How many turns were begun, with this one. */
  turns: number;
}

/** So long after a writer that holds the lease was killed nobody writes. */
const leaseMs = 10_000;
const retryMs = 100;

/** Waits until nobody holds the lease, and holds it while `work` runs. */
export async function withLease<T>(database: Db, work: (lease: Lease) => Promise<T>): Promise<T> {
  const control = controlOf(database);
  const lease = await acquire(control);
  const { owner } = lease;
  const renewal = setInterval(() => {
    control.updateOne({ _id: 'seed', owner }, { $set: { until: leaseEnd() } }).catch(() => {}); // then it ends
  }, leaseMs / 4);
  const release = () => control.updateOne({ _id: 'seed', owner }, { $unset: { owner: '', until: '' } });
  try {
    const result = await work(lease);
    await release();
    return result;
  } catch (error) {
    // What was sent on a connection that broke may still be under way: so long nobody writes.
    if (!(error instanceof MongoNetworkError)) await release().catch(() => {}); // the first error says more
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

export function controlOf(database: Db): Collection<ControlDocument> {
  return database.collection<ControlDocument>('control');
}

async function acquire(control: Collection<ControlDocument>): Promise<Lease> {
  const owner = randomUUID();
  await control.updateOne({ _id: 'seed' }, { $setOnInsert: { turns: 0 } }, { upsert: true });
  for (;;) {
    const held = await control.findOneAndUpdate(
      { _id: 'seed', $or: [{ until: { $exists: false } }, { until: { $lt: new Date() } }] },
      { $set: { owner, until: leaseEnd() }, $inc: { turns: 1 } },
      { returnDocument: 'after' },
    );
    if (held) return { owner, turns: held.turns };
    await sleep(retryMs);
  }
}

function leaseEnd(): Date {
  return new Date(Date.now() + leaseMs);
}
