import type { ClientSession, Db, MongoClient } from 'mongodb';

/**
 * Runs `write` in one transaction, in turn with all other writers: the first command of each updates one document, so
 * that of two at once one waits or starts anew. `write` may therefore run several times.
 *
 * A server without transactions (a standalone mongod) gets `write` without a session and without turns.
 */
export async function takeTurn<T>(
  client: MongoClient,
  database: Db,
  write: (session: ClientSession | undefined) => Promise<T>,
): Promise<T> {
  if (!(await hasTransactions(database))) return write(undefined);
  return client.withSession((session) =>
    session.withTransaction(
      async () => {
        await setTaken(database, session, true);
        const result = await write(session);
        await setTaken(database, session, false);
        return result;
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    ),
  );
}

/** Changed and changed back: an update that changes nothing would not conflict, and what stays tells no history. */
async function setTaken(database: Db, session: ClientSession, taken: boolean): Promise<void> {
  const control = database.collection<{ _id: string; taken: boolean }>('control');
  await control.updateOne({ _id: 'seed' }, { $set: { taken } }, { upsert: true, session });
}

/** Members of a replica set and routers of a sharded cluster have them. */
async function hasTransactions(database: Db): Promise<boolean> {
  const { setName, msg } = await database.command({ hello: 1 });
  return setName !== undefined || msg === 'isdbgrid';
}
