import { CommandError, fail } from '../errors.ts';
import type { DirectView, WriteView } from '../storage/view.ts';
import { isNumber, toNumber } from '../values/value.ts';
import type { Command, CommandContext, Server } from './command-context.ts';
import { adminCommands } from './commands/admin.ts';
import { collectionCommands } from './commands/collections.ts';
import { indexCommands } from './commands/indexes.ts';
import { readCommands } from './commands/read.ts';
import { sessionCommands } from './commands/session.ts';
import { statsCommands } from './commands/stats.ts';
import { writeCommands } from './commands/write.ts';
import type { Deadline } from './deadline.ts';
import { errorReply, mayReadSnapshot, parseRequest, type Reply, type Request } from './request.ts';
import {
  checkSession,
  noSuchTransaction,
  rememberedReply,
  rememberReply,
  sessionOf,
  type Transaction,
  transactionNumber,
} from './transactions.ts';
import type { Message } from './wire.ts';

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    ...adminCommands,
    ...collectionCommands,
    ...indexCommands,
    ...readCommands,
    ...sessionCommands,
    ...statsCommands,
    ...writeCommands,
  }),
);

/**
 * Runs a message's command and returns the reply: a promise only if the command has to wait. Never throws or rejects: an
 * error becomes a reply.
 */
export function dispatch(server: Server, message: Message, connectionId: number): Reply | Promise<Reply> {
  try {
    const reply = runCommand(server, parseRequest(message), connectionId);
    return reply instanceof Promise ? reply.catch(failure) : reply;
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Reply {
  return errorReply(asCommandError(error));
}

function runCommand(server: Server, request: Request, connectionId: number): Reply | Promise<Reply> {
  const command = commands.get(request.name);
  if (command === undefined) fail('CommandNotFound', `no such command: '${request.name}'`);
  server.view.refresh();
  checkSession(request.body);
  const deadline = createDeadline(request);
  const transaction = findTransaction(server, command, request);
  const snapshot = mayReadSnapshot(request) ? server.snapshots.of(request.body) : null;
  const view = (transaction?.view ?? snapshot?.view ?? server.view) as WriteView; // no command with a snapshot writes
  const context: CommandContext = { server, request, view, transaction, snapshot, connectionId, deadline };
  if (transaction !== null) return runInTransaction(context, command, transaction);
  if (command.kind === 'write') return runWrite(context, command, server.view);
  return command.run(context);
}

function findTransaction(server: Server, command: Command, request: Request): Transaction | null {
  if (!request.body.has('autocommit') && !request.body.has('startTransaction')) return null;
  if (!command.inTransaction)
    fail('OperationNotSupportedInTransaction', `Cannot run '${request.name}' in a multi-document transaction.`);
  try {
    return server.transactions.of(request.body);
  } catch (error) {
    // A commit that is repeated, after a lost reply or a restart, returns the reply stored with it.
    if (request.name === 'commitTransaction' && server.transactions.committedBefore(request.body)) return null;
    throw error;
  }
}

/** Runs a command in its transaction. As in MongoDB, any error and any failed write aborts it. */
async function runInTransaction(context: CommandContext, command: Command, transaction: Transaction): Promise<Reply> {
  const ends = context.request.name === 'commitTransaction' || context.request.name === 'abortTransaction';
  if (transaction.state !== 'open' && !ends) {
    if (transaction.state === 'committing' || transaction.state === 'committed')
      fail('TransactionCommitted', `Transaction ${transaction.number} has been committed.`);
    throw noSuchTransaction(transaction.number);
  }
  transaction.view.epoch++;
  try {
    const reply = await command.run(context);
    if (reply.has('writeErrors')) context.server.transactions.abort(transaction);
    return reply;
  } catch (error) {
    if (!ends) context.server.transactions.abort(transaction);
    throw error;
  }
}

/** Runs a write. With a `txnNumber`, its reply is stored, and returned again if the write is repeated. */
function runWrite(context: CommandContext, command: Command, view: DirectView): Promise<Reply> {
  const { server, request } = context;
  const session = sessionOf(request.body);
  const number = transactionNumber(request.body);
  return server.groupCommit.write(() => {
    context.deadline.check();
    if (session === null || number === null) return command.run({ ...context, view }) as Reply;
    const remembered = rememberedReply(server.environment, session, number);
    if (remembered?.has('committed')) fail('TransactionCommitted', `Transaction ${number} has been committed.`);
    if (remembered !== undefined) return remembered as Reply;
    const reply = command.run({ ...context, view }) as Reply;
    rememberReply(server.environment, session, number, reply);
    return reply;
  });
}

function createDeadline({ body, name }: Request): Deadline {
  const limit = body.get('maxTimeMS');
  const ms = isNumber(limit) ? toNumber(limit) : 0;
  if (limit !== undefined && (!isNumber(limit) || !Number.isInteger(ms) || ms < 0 || ms > 2 ** 31 - 1))
    fail('BadValue', `${name}.maxTimeMS must be a non-negative whole number of milliseconds`);
  const deadline: Deadline = {
    at: ms === 0 ? Number.POSITIVE_INFINITY : performance.now() + ms,
    check() {
      if (performance.now() > deadline.at) fail('MaxTimeMSExpired', 'operation exceeded time limit');
    },
  };
  return deadline;
}

export function asCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const text = error instanceof Error ? error.message : String(error);
  // LMDB reports a write that a full disk cuts short as an input/output error.
  if (/MDB_MAP_FULL|ENOSPC|No space left|ENLARGE|Input\/output error|File too large/i.test(text)) {
    return new CommandError('OutOfDiskSpace', `The disk is full or failing, nothing was written: ${text}`);
  }
  if (error instanceof RangeError && /call stack/.test(text))
    return new CommandError('BadValue', 'The command nests too deeply');
  console.error('embedded store:', error);
  return new CommandError('InternalError', text);
}
