import { totalmem } from 'node:os';
import { createColumns } from '../storage/columns.ts';
import type { Environment } from '../storage/environment.ts';
import { createDirectView } from '../storage/view.ts';
import type { Server } from './command-context.ts';
import { createCursors } from './cursors.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Limits } from './limits.ts';
import { type Address, type Listener, listen } from './listener.ts';
import { createSnapshots } from './snapshots.ts';
import { createTransactions, forgetSessions } from './transactions.ts';

const maxSweepMs = 5_000;
const snapshotSweepMs = 250;
const sessionSweepMs = 5 * 60_000;

/**
 * The size of the slabs of Node's buffer pool. Almost all that the store reads and writes is short-lived buffers of up
 * to a few kB. With Node's 8 kB, many are allocated one by one, and tracking the slabs is a large part of garbage
 * collection.
 */
const poolBytes = 64 * 1024;

const maxColumnBytes = 32 * 1024 * 1024;
/** Unless this is more than a sixteenth of the machine's memory. */
const maxTableBytes = 256 * 1024 * 1024;

/** Serves an environment. Closing the listener closes the environment too. */
export async function serve(environment: Environment, address: Address, limits: Limits): Promise<Listener> {
  Buffer.poolSize = poolBytes;
  const view = createDirectView(environment);
  const groupCommit = createGroupCommit(view);
  const cursors = createCursors();
  const transactions = createTransactions(environment, view, limits.transactionMs, (transaction) =>
    cursors.closeWhere((cursor) => cursor.transaction === transaction),
  );
  const columns = createColumns(environment, view, {
    minRead: limits.columnsFromReads,
    maxColumnBytes,
    maxTableBytes: Math.min(maxTableBytes, totalmem() / 16),
  });
  const snapshots = createSnapshots(
    environment,
    view,
    columns,
    { idleMs: limits.snapshotIdleMs, maxMs: limits.transactionMs },
    (snapshot) => cursors.closeWhere((cursor) => cursor.snapshot === snapshot),
  );
  const server: Server = {
    environment,
    view,
    groupCommit,
    cursors,
    transactions,
    snapshots,
    startedAt: Date.now(),
    connections: 0,
  };
  const listener = await listen(server, address);
  const sweepMs = Math.min(maxSweepMs, limits.transactionMs, limits.cursorIdleMs);
  const sweep = setInterval(() => {
    const now = Date.now();
    transactions.abortExpired(now);
    cursors.closeWhere(({ usedAt }) => now - usedAt > limits.cursorIdleMs);
  }, sweepMs);
  const snapshotSweep = setInterval(
    () => snapshots.releaseIdle(Date.now()),
    Math.min(snapshotSweepMs, limits.snapshotIdleMs),
  );
  const sessionSweep = setInterval(() => {
    groupCommit
      .write(() => forgetSessions(environment, Date.now()))
      .catch((error) => console.error('embedded store:', error));
  }, sessionSweepMs);
  return {
    port: listener.port,
    async close() {
      clearInterval(sweep);
      clearInterval(snapshotSweep);
      clearInterval(sessionSweep);
      await listener.close();
      cursors.closeWhere(() => true);
      transactions.abortOf(null);
      columns.close();
      snapshots.releaseOf(null);
      await environment.close();
    },
  };
}
