import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import { hasTransactions } from '../../store/has-transactions.ts';
import { WriteTimeout } from '../../store/write-timeout.ts';
import { rulesVersion } from '../fold/rules-version.ts';
import { admitWriter } from './admit-writer.ts';
import { beginTurn, controlOf, type LogTurn, logTurn, readTurns, withRules } from './control.ts';
import { fenced } from './fence.ts';
import { adoptRules, advanceLease, isFree, type Lease, LeaseLost, withLease } from './lease.ts';

/**
 * One step of writing in a database. With a session, it runs in that session's transaction; without one, the database
 * is fenced by the lease.
 */
export type Write<T> = (session: ClientSession | undefined, database: Db, turn: LogTurn) => Promise<T>;

/**
 * Runs `write` in one transaction while no other writer writes. The first command of every writer updates the same
 * document, so the second of two concurrent writers waits or retries: `write` may run several times. It waits while
 * another writer holds the exclusive lock. The command matches only the rules version of this program: if the store has
 * another version, `OtherRules` is thrown before any change. An empty store gets this version.
 *
 * On a store without transactions (a standalone mongod), a lease replaces the transaction, and `write` gets no session.
 *
 * @throws WriteTimeout if the turn does not come before `until`, in milliseconds of `performance.now()`.
 */
export async function withWriteLock<T>(
  client: MongoClient,
  database: Db,
  write: Write<T>,
  until = Number.POSITIVE_INFINITY,
): Promise<T> {
  const isTransactional = await hasTransactions(database);
  for (;;) {
    const turn = isTransactional
      ? await takeTurn(client, database, write, until)
      : await leaseTurn(database, write, until);
    if (turn === 'isLocked') await sleep(retryMs);
    else if (turn) return turn.result;
    else await admitWriter(database, until);
  }
}

const retryMs = 100;

function turnOf({ turns, beginsLog }: Lease): LogTurn {
  return { number: turns, beginsLog };
}

/**
 * Takes a turn with a lease, and begins again if the lease is lost: the first task of a turn is to complete what was
 * interrupted.
 */
async function leaseTurn<T>(
  database: Db,
  write: Write<T>,
  until: number,
): Promise<{ result: T } | 'isLocked' | undefined> {
  const work = (lease: Lease) => write(undefined, fenced(database, lease), turnOf(lease));
  try {
    return await withLease(database, rulesVersion, work, until);
  } catch (error) {
    if (error instanceof LeaseLost) return 'isLocked';
    throw error;
  }
}

/** The exclusive lock. While it is held, all other writers wait. */
export interface ExclusiveLock {
  /** Writes in one transaction, if the store has transactions. */
  step(write: Write<void>): Promise<void>;
  /** The last step, which completes an upgrade. */
  finish(write: Write<void>): Promise<void>;
  /** Sets the rules version of the store to this program's. The upgrade is complete only after `finish`. */
  adoptRules(): Promise<void>;
}

/**
 * Runs `work`, which may write in any number of steps, while all other writers wait, so that its reads are consistent.
 * If it is delayed for longer than the lease and another writer writes, it restarts at its next step. Throws
 * `OtherRules` if the store has another rules version.
 */
export async function withExclusiveLock<T>(
  client: MongoClient,
  database: Db,
  work: (lock: ExclusiveLock) => Promise<T>,
): Promise<T> {
  for (;;) {
    const done = await tryExclusiveLock(client, database, rulesVersion, work);
    if (done) return done.result;
    await admitWriter(database);
  }
}

/**
 * Runs `work` once, like `withExclusiveLock`, in a store of the rules version `rules`. Returns undefined if the store
 * has another version, or another writer took the lock.
 */
export async function tryExclusiveLock<T>(
  client: MongoClient,
  database: Db,
  rules: number,
  work: (lock: ExclusiveLock) => Promise<T>,
): Promise<{ result: T } | undefined> {
  const isTransactional = await hasTransactions(database);
  try {
    return await withLease(database, rules, (lease) => work(lockOf(client, database, lease, isTransactional)));
  } catch (error) {
    if (!(error instanceof LockLost || error instanceof LeaseLost)) throw error;
    return undefined;
  }
}

const maxReadings = 3;

/**
 * Runs `read`, which may take longer than a transaction can last, and runs it again if another writer wrote meanwhile,
 * at most three times. Returns the last result, and whether a writer interrupted that run too.
 */
export async function readConsistently<T>(
  database: Db,
  read: () => Promise<T>,
): Promise<{ result: T; wasInterrupted: boolean }> {
  for (let readings = 1; ; readings++) {
    const before = await readTurns(database);
    const result = await read();
    const wasInterrupted = (await readTurns(database)) !== before;
    if (!wasInterrupted || readings === maxReadings) return { result, wasInterrupted };
  }
}

/** Thrown if the exclusive lock expired and another writer wrote. */
class LockLost extends Error {
  override message = 'Another writer took the lock';
}

function inTransaction<T>(client: MongoClient, write: (session: ClientSession) => Promise<T>): Promise<T> {
  return client.withSession((session) =>
    session.withTransaction(() => write(session), {
      readPreference: 'primary',
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
    }),
  );
}

/**
 * Increments the turn counter, then runs `write`. Returns `isLocked`, without running it, while the exclusive lock is
 * held; undefined if the store has no rules version or another one. The counter never decreases, so a reader that
 * compares it before and after cannot miss a write.
 */
function takeTurn<T>(
  client: MongoClient,
  database: Db,
  write: Write<T>,
  until: number,
): Promise<{ result: T } | 'isLocked' | undefined> {
  return inTransaction(client, async (session) => {
    if (performance.now() > until) throw new WriteTimeout(); // the driver begins again after conflicts, for two minutes
    const free = { ...withRules(rulesVersion), ...isFree };
    const begun = await controlOf(database).findOneAndUpdate(
      free,
      [...beginTurn('writes', { isDone: true }), { $unset: ['owner', 'until'] }], // what remains of an expired lease
      { returnDocument: 'after', projection: { writes: 1, log: 1 }, session },
    );
    if (begun) return { result: await write(session, database, logTurn(begun)) };
    const control = await controlOf(database).findOne(withRules(rulesVersion), { projection: { _id: 1 }, session });
    return control ? 'isLocked' : undefined;
  });
}

function lockOf(client: MongoClient, database: Db, lease: Lease, isTransactional: boolean): ExclusiveLock {
  const from = lease.rules;
  async function turn(write: Write<void>, isLast: boolean): Promise<void> {
    const guardedDatabase = isTransactional ? database : fenced(database, lease);
    const guarded = async (session: ClientSession | undefined) => {
      if (!(await advanceLease(database, lease, session, { isLast }))) throw new LockLost();
      await write(session, guardedDatabase, { number: lease.turns + 1, beginsLog: false });
    };
    await (isTransactional ? inTransaction(client, (session) => guarded(session)) : guarded(undefined));
    lease.turns++;
  }
  return {
    step: (write) => turn(write, false),
    finish: (write) => turn(write, true),
    async adoptRules() {
      if (!(await adoptRules(database, lease, { upgradingFrom: from }))) throw new LockLost();
    },
  };
}
