import type { Environment } from '../storage/environment.ts';
import { createDirectView } from '../storage/view.ts';
import type { Server } from './call.ts';
import { createCommits } from './commits.ts';
import { createCursors } from './cursors.ts';
import type { Limits } from './limits.ts';
import { type Address, type Listener, listen } from './listener.ts';
import { createTransactions, forgetSessions } from './transactions.ts';

const longestSweepMs = 5_000;
const sessionSweepMs = 5 * 60_000;

/** Serves an environment until it is closed, which closes the environment too. */
export async function serve(environment: Environment, address: Address, limits: Limits): Promise<Listener> {
  const view = createDirectView(environment);
  const commits = createCommits(view);
  const cursors = createCursors();
  const transactions = createTransactions(environment, view, limits.transactionMs, (transaction) =>
    cursors.closeWhere((cursor) => cursor.transaction === transaction),
  );
  const server: Server = {
    environment,
    view,
    commits,
    cursors,
    transactions,
    startedAt: Date.now(),
    connections: 0,
  };
  const listener = await listen(server, address);
  const sweepMs = Math.min(longestSweepMs, limits.transactionMs, limits.cursorIdleMs);
  const sweep = setInterval(() => {
    const now = Date.now();
    transactions.abortExpired(now);
    cursors.closeWhere(({ usedAt }) => now - usedAt > limits.cursorIdleMs);
  }, sweepMs);
  const sessionSweep = setInterval(() => {
    commits
      .write(() => forgetSessions(environment, Date.now()))
      .catch((error) => console.error('embedded store:', error));
  }, sessionSweepMs);
  return {
    port: listener.port,
    async close() {
      clearInterval(sweep);
      clearInterval(sessionSweep);
      await listener.close();
      cursors.closeWhere(() => true);
      transactions.abortOf(null);
      await environment.close();
    },
  };
}
