import type { MongoClient } from 'mongodb';

/** The connections to all servers of the store. */
export interface PoolUse {
  open: number;
  inUse: number;
  /** Operations waiting for a connection. */
  waiting: number;
  /** The total of operations that got no connection. */
  failures: number;
}

/** Counts connections from the driver's events. Must be called before the client connects. */
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
