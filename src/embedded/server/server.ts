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
  const server: Server = {
    environment,
    view,
    commits,
    cursors: createCursors(limits.cursorIdleMs),
    transactions: createTransactions(environment, view, limits.transactionMs),
    startedAt: Date.now(),
    connections: 0,
  };
  const listener = await listen(server, address);
  const sweepMs = Math.min(longestSweepMs, limits.transactionMs, limits.cursorIdleMs);
  const sweep = setInterval(() => {
    server.transactions.abortExpired(Date.now());
    server.cursors.closeIdle(Date.now());
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
      server.cursors.closeAll();
      server.transactions.abortAll();
      await environment.root.close();
    },
  };
}
