import { CommandError } from '../../errors.ts';
import { typeName, type Value } from '../../values/value.ts';
import type { Call, Command } from '../call.ts';
import { takeBatch } from '../cursors.ts';
import { checkArguments, integerArgument, ok, type Reply } from '../request.ts';
import { noSuchTransaction, transactionNumber } from '../transactions.ts';

export const getMore: Command = { kind: 'read', inTransaction: true, run: runGetMore };
export const killCursors: Command = { kind: 'other', inTransaction: true, run: runKillCursors };
export const commitTransaction: Command = { kind: 'other', inTransaction: true, run: runCommit };
export const abortTransaction: Command = { kind: 'other', inTransaction: true, run: runAbort };
export const endSessions: Command = { kind: 'other', inTransaction: false, run: () => ok() };

function runGetMore(call: Call): Reply {
  const { request, server, transaction } = call;
  checkArguments(request, ['collection', 'batchSize', 'term']);
  const { body } = request;
  const id = body.get('getMore');
  const collection = body.get('collection');
  if (typeof id !== 'bigint')
    throw new CommandError(
      'TypeMismatch',
      `BSON field 'getMore.getMore' is the wrong type '${typeName(id)}', expected type 'long'`,
    );
  if (typeof collection !== 'string')
    throw new CommandError('TypeMismatch', "BSON field 'getMore.collection' has to be a string");
  const namespace = `${request.database}.${collection}`;
  const cursor = server.cursors.get(id, namespace);
  if (cursor.transaction !== transaction)
    throw new CommandError('Location50738', 'The cursor belongs to another transaction, or to none');
  cursor.deadline.at = call.deadline.at;
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

function runKillCursors({ request, server }: Call): Reply {
  checkArguments(request, ['cursors']);
  const ids = request.body.get('cursors');
  if (!Array.isArray(ids))
    throw new CommandError('TypeMismatch', "BSON field 'killCursors.cursors' has to be an array");
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of ids) (typeof id === 'bigint' && server.cursors.close(id) ? killed : missing).push(id);
  return ok({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
}

async function runCommit({ request, server, transaction }: Call): Promise<Reply> {
  checkArguments(request, ['recoveryToken']);
  if (transaction === null) {
    if (server.transactions.committedBefore(request.body)) return ok();
    throw noSuchTransaction(transactionNumber(request.body));
  }
  server.cursors.closeOf(transaction);
  await server.transactions.commit(transaction, server.commits);
  return ok();
}

function runAbort({ request, server, transaction }: Call): Reply {
  checkArguments(request, ['recoveryToken']);
  if (transaction?.state === 'committing' || transaction?.state === 'committed')
    throw new CommandError('TransactionCommitted', 'Transaction has been committed');
  if (transaction === null) throw noSuchTransaction(transactionNumber(request.body));
  server.cursors.closeOf(transaction);
  server.transactions.abort(transaction);
  return ok();
}
