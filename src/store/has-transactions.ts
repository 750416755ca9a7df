import type { Db } from 'mongodb';

/** Returns whether the server has transactions: members of a replica set and routers of a sharded cluster do. */
export async function hasTransactions(database: Db): Promise<boolean> {
  const { setName, msg } = await database.command({ hello: 1 });
  return setName !== undefined || msg === 'isdbgrid';
}
