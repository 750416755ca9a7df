import { CommandError } from '../errors.ts';
import type { DirectView, WriteView } from '../storage/view.ts';
import { isNumber, toNumber } from '../values/value.ts';
import type { Call, Command, Deadline, Server } from './call.ts';
import * as admin from './commands/admin.ts';
import * as collections from './commands/collections.ts';
import * as indexes from './commands/indexes.ts';
import * as read from './commands/read.ts';
import * as session from './commands/session.ts';
import * as stats from './commands/stats.ts';
import { validate } from './commands/validate.ts';
import * as write from './commands/write.ts';
import { errorReply, parseRequest, type Reply, type Request } from './request.ts';
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

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['hello', admin.hello],
  ['isMaster', admin.isMaster],
  ['ismaster', admin.isMaster],
  ['ping', admin.ping],
  ['buildInfo', admin.buildInfo],
  ['buildinfo', admin.buildInfo],
  ['serverStatus', admin.serverStatus],
  ['connectionStatus', admin.connectionStatus],
  ['hostInfo', admin.hostInfo],
  ['getLog', admin.getLog],
  ['getCmdLineOpts', admin.getCmdLineOpts],
  ['getParameter', admin.getParameter],
  ['dbStats', stats.dbStats],
  ['dbstats', stats.dbStats],
  ['collStats', stats.collStats],
  ['collstats', stats.collStats],
  ['explain', admin.explain],
  ['validate', validate],
  ['find', read.find],
  ['aggregate', read.aggregate],
  ['count', read.count],
  ['distinct', read.distinct],
  ['getMore', session.getMore],
  ['killCursors', session.killCursors],
  ['commitTransaction', session.commitTransaction],
  ['abortTransaction', session.abortTransaction],
  ['endSessions', session.endSessions],
  ['refreshSessions', session.endSessions],
  ['killSessions', session.endSessions],
  ['killAllSessions', session.endSessions],
  ['insert', write.insert],
  ['update', write.update],
  ['delete', write.remove],
  ['findAndModify', write.findAndModify],
  ['findandmodify', write.findAndModify],
  ['create', collections.create],
  ['drop', collections.drop],
  ['dropDatabase', collections.dropDatabase],
  ['renameCollection', collections.renameCollection],
  ['listCollections', collections.listCollections],
  ['listDatabases', collections.listDatabases],
  ['createIndexes', indexes.createIndexes],
  ['dropIndexes', indexes.dropIndexes],
  ['listIndexes', indexes.listIndexes],
]);

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
  if (command === undefined) throw new CommandError('CommandNotFound', `no such command: '${request.name}'`);
  server.view.refresh();
  checkSession(request.body);
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
  if (!command.inTransaction) {
    throw new CommandError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${request.name}' in a multi-document transaction.`,
    );
  }
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
      throw new CommandError('TransactionCommitted', `Transaction ${transaction.number} has been committed.`);
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
    if (remembered?.has('committed'))
      throw new CommandError('TransactionCommitted', `Transaction ${number} has been committed.`);
    if (remembered !== undefined) return remembered as Reply;
    const reply = command.run({ ...call, view }) as Reply;
    rememberReply(server.environment, session, number, reply);
    return reply;
  });
}

function createDeadline({ body, name }: Request): Deadline {
  const limit = body.get('maxTimeMS');
  const ms = isNumber(limit) ? toNumber(limit) : 0;
  if (limit !== undefined && (!isNumber(limit) || !Number.isInteger(ms) || ms < 0 || ms > 2 ** 31 - 1)) {
    throw new CommandError('BadValue', `${name}.maxTimeMS has to be a whole number of milliseconds, and not negative`);
  }
  const deadline: Deadline = {
    at: ms === 0 ? Number.POSITIVE_INFINITY : performance.now() + ms,
    check() {
      if (performance.now() > deadline.at) throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
    },
  };
  return deadline;
}

export function asCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/MDB_MAP_FULL|ENOSPC|No space left|ENLARGE/i.test(text)) {
    return new CommandError('OutOfDiskSpace', `The disk is full: nothing was written (${text})`);
  }
  if (error instanceof RangeError && /call stack/.test(text))
    return new CommandError('BadValue', 'The command nests too deeply');
  console.error('embedded store:', error);
  return new CommandError('InternalError', text);
}
