import { fail } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { Command, CommandContext, Server } from '../command-context.ts';
import { takeBatch } from '../cursors.ts';
import {
  arrayArgument,
  checkArguments,
  integerArgument,
  ok,
  type Reply,
  type Request,
  stringArgument,
  wrongType,
} from '../request.ts';
import { noSuchTransaction, sessionId, transactionNumber } from '../transactions.ts';

export const sessionCommands: Record<string, Command> = {
  getMore: { kind: 'read', inTransaction: true, run: runGetMore },
  killCursors: { kind: 'other', inTransaction: true, run: runKillCursors },
  commitTransaction: { kind: 'other', inTransaction: true, run: runCommit },
  abortTransaction: { kind: 'other', inTransaction: true, run: runAbort },
  refreshSessions: { kind: 'other', inTransaction: false, run: () => ok() },
  endSessions: { kind: 'other', inTransaction: false, run: runEndSessions },
  killSessions: { kind: 'other', inTransaction: false, run: runKillSessions },
  killAllSessions: { kind: 'other', inTransaction: false, run: runKillAllSessions },
};

function runGetMore(context: CommandContext): Reply {
  const { request, server, transaction } = context;
  checkArguments(request, ['collection', 'batchSize', 'term']);
  const { body } = request;
  const id = body.get('getMore');
  if (typeof id !== 'bigint') wrongType('getMore', id, 'long');
  const namespace = `${request.database}.${stringArgument(body, 'collection')}`;
  const cursor = server.cursors.get(id, namespace);
  if (cursor.transaction !== transaction) fail('Location50738', 'The cursor belongs to another transaction or to none');
  cursor.deadline.at = context.deadline.at;
  if (cursor.snapshot) cursor.snapshot.usedAt = Date.now();
  const size = integerArgument(body, 'batchSize') ?? 0;
  try {
    const { documents, done, waiting } = takeBatch(cursor.rows, size === 0 ? null : size, cursor.waiting);
    cursor.waiting = waiting;
    if (done) server.cursors.close(cursor.id);
    const reply: Reply = new Map<string, Value | Buffer[]>([
      ['nextBatch', documents],
      ['id', done ? 0n : cursor.id],
      ['ns', namespace],
    ]);
    return ok({ cursor: reply });
  } catch (error) {
    server.cursors.close(cursor.id);
    throw error;
  }
}

function runKillCursors({ request, server }: CommandContext): Reply {
  checkArguments(request, ['cursors']);
  const ids = arrayArgument(request.body, 'cursors');
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of ids) (typeof id === 'bigint' && server.cursors.close(id) ? killed : missing).push(id);
  return ok({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
}

async function runCommit({ request, server, transaction }: CommandContext): Promise<Reply> {
  checkArguments(request, ['recoveryToken']);
  if (transaction === null) {
    if (server.transactions.committedBefore(request.body)) return ok();
    throw noSuchTransaction(transactionNumber(request.body));
  }
  await server.transactions.commit(transaction, server.groupCommit);
  return ok();
}

function runAbort({ request, server, transaction }: CommandContext): Reply {
  checkArguments(request, ['recoveryToken']);
  if (transaction?.state === 'committing' || transaction?.state === 'committed')
    fail('TransactionCommitted', 'Transaction has been committed');
  if (transaction === null) throw noSuchTransaction(transactionNumber(request.body));
  server.transactions.abort(transaction);
  return ok();
}

function runEndSessions({ request, server }: CommandContext): Reply {
  checkArguments(request, []);
  end(server, new Set(sessionsArgument(request)));
  return ok();
}

/** Kills the given sessions; all of them if none is given. */
function runKillSessions({ request, server }: CommandContext): Reply {
  checkArguments(request, []);
  const sessions = sessionsArgument(request);
  end(server, sessions.length === 0 ? null : new Set(sessions));
  return ok();
}

/** Kills all sessions. Those of some users cannot be selected, since the store has no users. */
function runKillAllSessions({ request, server }: CommandContext): Reply {
  checkArguments(request, []);
  if (arrayArgument(request.body, 'killAllSessions').length > 0)
    fail('CommandNotSupported', 'This store has no users: killAllSessions only accepts an empty array');
  end(server, null);
  return ok();
}

function sessionsArgument({ name, body }: Request): string[] {
  return arrayArgument(body, name).map(sessionId);
}

/**
 * Aborts the sessions' open transactions, releases their snapshots and closes their cursors. Replies of retryable writes
 * are kept.
 */
function end({ transactions, snapshots, cursors }: Server, sessions: ReadonlySet<string> | null): void {
  transactions.abortOf(sessions);
  snapshots.releaseOf(sessions);
  cursors.closeWhere(({ session }) => sessions === null || (session !== null && sessions.has(session)));
}
