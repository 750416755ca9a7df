import { CommandError, refuse } from '../errors.ts';
import type { DirectView, WriteView } from '../storage/view.ts';
import { isNumber, toNumber } from '../values/value.ts';
import type { Call, Command, Deadline, Server } from './call.ts';
import { adminCommands } from './commands/admin.ts';
import { collectionCommands } from './commands/collections.ts';
import { indexCommands } from './commands/indexes.ts';
import { readCommands } from './commands/read.ts';
import { sessionCommands } from './commands/session.ts';
import { statsCommands } from './commands/stats.ts';
import { writeCommands } from './commands/write.ts';
import { checkReadConcern, errorReply, parseRequest, type Reply, type Request } from './request.ts';
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

/** Answers a message. Never rejects: what goes wrong is an answer too. */
export async function dispatch(server: Server, message: Message, connectionId: number): Promise<Reply> {
  try {
    return await runCommand(server, parseRequest(message), connectionId);
  } catch (error) {
    return errorReply(asCommandError(error));
  }
}

async function runCommand(server: Server, request: Request, connectionId: number): Promise<Reply> {
  const command = commands.get(request.name);
  if (command === undefined) refuse('CommandNotFound', `no such command: '${request.name}'`);
  server.view.refresh();
  checkSession(request.body);
  checkReadConcern(request);
  const deadline = createDeadline(request);
  const transaction = findTransaction(server, command, request);
  const view: WriteView = transaction?.view ?? server.view;
  const call: Call = { server, request, view, transaction, connectionId, deadline };
  if (transaction !== null) return runInTransaction(call, command, transaction);
  if (command.kind === 'write') return runWrite(call, command, server.view);
  return command.run(call);
}

function findTransaction(server: Server, command: Command, request: Request): Transaction | null {
  if (!request.body.has('autocommit') && !request.body.has('startTransaction')) return null;
  if (!command.inTransaction)
    refuse('OperationNotSupportedInTransaction', `Cannot run '${request.name}' in a multi-document transaction.`);
  try {
    return server.transactions.of(request.body);
  } catch (error) {
    // A commit that is asked for again, after a lost answer or a new start, is answered from what was kept with it.
    if (request.name === 'commitTransaction' && server.transactions.committedBefore(request.body)) return null;
    throw error;
  }
}

/** Any error ends the transaction, as in MongoDB, and so does a write that failed. */
async function runInTransaction(call: Call, command: Command, transaction: Transaction): Promise<Reply> {
  const ends = call.request.name === 'commitTransaction' || call.request.name === 'abortTransaction';
  if (transaction.state !== 'open' && !ends) {
    if (transaction.state === 'committing' || transaction.state === 'committed')
      refuse('TransactionCommitted', `Transaction ${transaction.number} has been committed.`);
    throw noSuchTransaction(transaction.number);
  }
  transaction.view.epoch++;
  try {
    const reply = await command.run(call);
    if (reply.has('writeErrors')) call.server.transactions.abort(transaction);
    return reply;
  } catch (error) {
    if (!ends) call.server.transactions.abort(transaction);
    throw error;
  }
}

/** With a `txnNumber` the answer is kept, and given again to who asks again. */
function runWrite(call: Call, command: Command, view: DirectView): Promise<Reply> {
  const { server, request } = call;
  const session = sessionOf(request.body);
  const number = transactionNumber(request.body);
  return server.commits.write(() => {
    call.deadline.check();
    if (session === null || number === null) return command.run({ ...call, view }) as Reply;
    const remembered = rememberedReply(server.environment, session, number);
    if (remembered?.has('committed')) refuse('TransactionCommitted', `Transaction ${number} has been committed.`);
    if (remembered !== undefined) return remembered as Reply;
    const reply = command.run({ ...call, view }) as Reply;
    rememberReply(server.environment, session, number, reply);
    return reply;
  });
}

function createDeadline({ body, name }: Request): Deadline {
  const limit = body.get('maxTimeMS');
  const ms = isNumber(limit) ? toNumber(limit) : 0;
  if (limit !== undefined && (!isNumber(limit) || !Number.isInteger(ms) || ms < 0 || ms > 2 ** 31 - 1))
    refuse('BadValue', `${name}.maxTimeMS has to be a whole number of milliseconds, and not negative`);
  const deadline: Deadline = {
    at: ms === 0 ? Number.POSITIVE_INFINITY : performance.now() + ms,
    check() {
      if (performance.now() > deadline.at) refuse('MaxTimeMSExpired', 'operation exceeded time limit');
    },
  };
  return deadline;
}

export function asCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const text = error instanceof Error ? error.message : String(error);
  // A write that a full disk cuts short is an input/output error to LMDB.
  if (/MDB_MAP_FULL|ENOSPC|No space left|ENLARGE|Input\/output error|File too large/i.test(text)) {
    return new CommandError('OutOfDiskSpace', `The disk is full, or fails: nothing was written (${text})`);
  }
  if (error instanceof RangeError && /call stack/.test(text))
    return new CommandError('BadValue', 'The command nests too deeply');
  console.error('embedded store:', error);
  return new CommandError('InternalError', text);
}
