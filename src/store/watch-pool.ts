import type { MongoClient } from 'mongodb';

/** The connections to the store, those to all of its servers together. */
export interface PoolUse {
  open: number;
  inUse: number;
  /** Operations that wait for a connection. */
  waiting: number;
  /** Operations that got none, so far. */
  failures: number;
}

/** Counts by what the driver tells; to be called before the client connects. */
export function watchPool(client: MongoClient): () => PoolUse {
  const use = { open: 0, inUse: 0, waiting: 0, failures: 0 };
  client.on('connectionCreated', () => use.open++);
  client.on('connectionClosed', () => use.open--);
  client.on('connectionCheckOutStarted', () => use.waiting++);
  client.on('connectionCheckedOut', () => {
    use.waiting--;
    use.inUse++;
  });
  client.on('connectionCheckOutFailed', () => {
    use.waiting--;
    use.failures++;
  });
  client.on('connectionCheckedIn', () => use.inUse--);
  return () => ({ ...use });
}
