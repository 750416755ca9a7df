import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import { controlOf, withLease } from './lease.ts';

/** What is written at once: in one transaction, where there is a session. */
export type Write<T> = (session: ClientSession | undefined) => Promise<T>;

/**
 * Runs `write` in one transaction, in turn with all other writers: the first command of each updates one document, so
 * that of two at once one waits or starts anew. `write` may therefore run several times. Where somebody keeps the turn,
 * it waits.
 *
 * Where the store has no transactions (a standalone mongod), writers take turns by a lease, and `write` has no session.
 */
export async function takeTurn<T>(client: MongoClient, database: Db, write: Write<T>): Promise<T> {
  if (!(await hasTransactions(database))) return withLease(database, () => write(undefined));
  for (;;) {
    const turn = await inTransaction(client, async (session) => {
      if (await countTurn(database, session)) return { result: await write(session) };
      await session.abortTransaction(); // else it would count
      return undefined;
    });
    if (turn) return turn.result;
    await sleep(retryMs);
  }
}

const retryMs = 100;

/**
 * Runs `work`, which writes in as many steps as it likes, and keeps all other writers waiting until it ends: what it
 * reads stays as it is. Where it was held up for longer than the lease and somebody wrote, it begins anew, at its next
 * step.
 */
export async function keepTurn<T>(
  client: MongoClient,
  database: Db,
  work: (step: (write: Write<void>) => Promise<void>) => Promise<T>,
): Promise<T> {
  const isTransactional = await hasTransactions(database);
  for (;;) {
    try {
      return await withLease(database, ({ owner, turns: begun }) => {
        let turns = begun;
        return work(async (write) => {
          const guarded: Write<void> = async (session) => {
            await countOwnTurn(database, session, owner, turns);
            await write(session);
          };
          await (isTransactional ? inTransaction(client, guarded) : guarded(undefined));
          turns++;
        });
      });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
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

/** Somebody else wrote while a turn was to be kept. */
class Overtaken extends Error {}

function inTransaction<T>(client: MongoClient, write: (session: ClientSession) => Promise<T>): Promise<T> {
  return client.withSession((session) =>
    session.withTransaction(() => write(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
    }),
  );
}

async function readTurns(database: Db): Promise<number> {
  return (await controlOf(database).findOne({ _id: 'seed' }))?.turns ?? 0;
}

/**
 * Each turn leaves another value: who compares what it read with what is there now must not find it changed back.
 * Answers whether the turn is free, that is, kept by nobody.
 */
async function countTurn(database: Db, session: ClientSession): Promise<boolean> {
  const control = await controlOf(database).findOneAndUpdate(
    { _id: 'seed' },
    { $inc: { turns: 1 } },
    { upsert: true, returnDocument: 'after', session },
  );
  return control?.until === undefined || control.until <= new Date();
}

async function countOwnTurn(
  database: Db,
  session: ClientSession | undefined,
  owner: string,
  turns: number,
): Promise<void> {
  const { matchedCount } = await controlOf(database).updateOne(
    { _id: 'seed', owner, turns },
    { $inc: { turns: 1 } },
    { ...(session && { session }) },
  );
  if (matchedCount === 0) throw new Overtaken('Somebody else wrote meanwhile');
}

/** Members of a replica set and routers of a sharded cluster have them. */
async function hasTransactions(database: Db): Promise<boolean> {
  const { setName, msg } = await database.command({ hello: 1 });
  return setName !== undefined || msg === 'isdbgrid';
}
