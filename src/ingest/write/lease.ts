import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientSession, type Collection, type Db, type Filter, MongoNetworkError } from 'mongodb';
import { WriteTimeout } from '../../store/write-timeout.ts';
import { rulesVersion } from '../fold/rules-version.ts';
import {
  beginTurn,
  type ControlDocument,
  controlOf,
  counterOf,
  logTurn,
  retiredTurns,
  unnamedVersion,
  withRules,
} from './control.ts';

export interface Lease {
  owner: string;
  /** The rules version of the store. */
  rules: number;
  /** The number of turns begun, including this one. */
  turns: number;
  /** Whether its last turn is counted by the change log. */
  keepsLog: boolean;
  /** Whether the change log begins with its first turn. */
  beginsLog: boolean;
  /**
   * The earliest time at which it ends, in milliseconds of `performance.now()`, which no change of the clock affects.
   */
  endsAt: number;
  /** Whether the holder has sent a write. */
  hasWritten: boolean;
}

/** Thrown if the lease has expired or soon will: another writer may write. */
export class LeaseLost extends Error {
  override message = 'The lease has expired; another writer may write';
}

/** The duration of the lease. If its holder is killed, other writers wait at most this long. */
const leaseMs = 10_000;
const retryMs = 100;

/**
 * Waits until the lease is free, and holds it while `work` runs. Returns undefined, without running `work`, if the
 * rules version of the store is not `rules`.
 *
 * @throws WriteTimeout if it is not free before `until`, in milliseconds of `performance.now()`.
 */
export async function withLease<T>(
  database: Db,
  rules: number,
  work: (lease: Lease) => Promise<T>,
  until = Number.POSITIVE_INFINITY,
): Promise<{ result: T } | undefined> {
  const control = controlOf(database);
  const lease = await acquire(control, rules, until);
  if (!lease) return undefined;
  const { owner } = lease;
  const renew = async () => {
    const sentAt = performance.now();
    const { matchedCount } = await control.updateOne({ _id: 'seed', owner }, [{ $set: { until: leaseEnd } }]);
    if (matchedCount > 0) lease.endsAt = sentAt + leaseMs;
  };
  const renewal = setInterval(() => void renew().catch(() => {}), leaseMs / 4); // the lease then expires
  const release = (isDone: boolean) =>
    control.updateOne(
      { _id: 'seed', owner },
      {
        ...(isDone && lease.keepsLog && { $set: { 'log.done': lease.turns } }),
        $unset: { owner: '', until: '' },
      },
    );
  try {
    const result = await work(lease);
    await release(true);
    return { result };
  } catch (error) {
    // A command sent over a broken connection may still be running, so the lease is left to expire.
    if (!(error instanceof MongoNetworkError)) await release(!lease.hasWritten).catch(() => {}); // the first error is thrown
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

/**
 * Begins the next turn of a lease. Returns whether the lease is still held and no other writer has written. The caller
 * increments `turns` once the turn is committed, and sets `isLast` if all documents follow the rules after it.
 */
export async function advanceLease(
  database: Db,
  lease: Lease,
  session: ClientSession | undefined,
  { isLast = false } = {},
): Promise<boolean> {
  const { matchedCount } = await controlOf(database).updateOne(
    heldBy(lease),
    [...beginTurn(counterOf(lease.rules), { isDone: false }), ...(isLast ? [{ $unset: 'upgradingFrom' }] : [])],
    { ...(session && { session }) },
  );
  lease.keepsLog = counterOf(lease.rules) === 'writes';
  return matchedCount > 0;
}

/**
 * Sets the rules version of the store to this program's and begins a turn, in one step. From then on, writers of other
 * versions are rejected. `isEmpty` says that the store is empty, so that the change log can begin with revision 0.
 * Returns whether the lease was still held.
 */
export async function adoptRules(
  database: Db,
  lease: Lease,
  { upgradingFrom, isEmpty = false }: { upgradingFrom?: number; isEmpty?: boolean } = {},
): Promise<boolean> {
  const writes = lease.turns + 1;
  const { matchedCount } = await controlOf(database).updateOne(heldBy(lease), {
    $set: {
      ...{ rules: rulesVersion, writes, turns: retiredTurns },
      ...(upgradingFrom !== undefined && { upgradingFrom }),
      ...(isEmpty && { log: { id: randomUUID(), after: 0, turn: writes, done: writes } }),
    },
    ...(!isEmpty && { $unset: { log: '' } }), // the next turn begins a new one
  });
  Object.assign(lease, { rules: rulesVersion, turns: writes, keepsLog: false });
  return matchedCount > 0;
}

function heldBy({ owner, rules, turns }: Lease): Filter<ControlDocument> {
  return { ...withRules(rules), owner, [counterOf(rules)]: turns };
}

async function acquire(control: Collection<ControlDocument>, rules: number, until: number): Promise<Lease | undefined> {
  const owner = randomUUID();
  const counter = counterOf(rules);
  if (rules === unnamedVersion) {
    await control.updateOne({ _id: 'seed' }, { $setOnInsert: { turns: 0 } }, { upsert: true });
  }
  for (;;) {
    const sentAt = performance.now();
    const held = await control.findOneAndUpdate(
      { ...withRules(rules), ...isFree },
      [{ $set: { owner, until: leaseEnd } }, ...beginTurn(counter, { isDone: false })],
      { returnDocument: 'after', projection: { [counter]: 1, log: 1 } },
    );
    if (held) {
      const { number: turns, beginsLog } = logTurn(held);
      return {
        owner,
        rules,
        turns,
        keepsLog: counter === 'writes',
        beginsLog,
        endsAt: sentAt + leaseMs,
        hasWritten: false,
      };
    }
    if (!(await control.findOne(withRules(rules), { projection: { _id: 1 } }))) return undefined;
    if (performance.now() > until) throw new WriteTimeout();
    await sleep(retryMs);
  }
}

/** The end of a lease from now, by the clock of the server, because the clocks of the writers may differ. */
const leaseEnd = { $add: ['$$NOW', leaseMs] };

/** Matches the control document unless a lease is held. A missing time counts as earlier than any other. */
export const isFree = { $expr: { $lte: ['$until', '$$NOW'] } };
