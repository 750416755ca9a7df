import { hostname } from 'node:os';
import { Double } from 'bson';
import { fail } from '../../errors.ts';
import { compilePipeline } from '../../pipeline/compile-pipeline.ts';
import { documentOf } from '../../storage/catalog.ts';
import { noDependencies } from '../../values/dependencies.ts';
import { maxDocumentBytes } from '../../values/document-limits.ts';
import { type Document, isDocument, type Value } from '../../values/value.ts';
import { type Command, type CommandContext, variableNames } from '../command-context.ts';
import { explainPipeline } from '../explain.ts';
import { checkArguments, ok, parseRequest, type Reply } from '../request.ts';
import { maxMessageBytes } from '../wire.ts';
import { aggregatedCollection, findPipeline, hintOf } from './read.ts';

/** The version that the store reports: its wire protocol is that of MongoDB 7.0. */
const version = '7.0.0';
const maxWireVersion = 21;

export const adminCommands: Record<string, Command> = {
  hello: answering((context) => ({ isWritablePrimary: true, ...helloFields(context) })),
  isMaster: answering((context) => ({ ismaster: true, ...helloFields(context) })),
  ismaster: answering((context) => ({ ismaster: true, ...helloFields(context) })),
  ping: answering(() => ({})),
  buildInfo: answering(buildInfo),
  buildinfo: answering(buildInfo),
  serverStatus: answering(serverStatus),
  connectionStatus: answering(() => ({
    authInfo: documentOf({ authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] }),
  })),
  getLog: answering(() => ({ totalLinesWritten: 0, log: [] })),
  getParameter: answering(getParameter),
  saslStart: answering(rejectUser),
  saslContinue: answering(rejectUser),
  authenticate: answering(rejectUser),
  explain: { kind: 'read', inTransaction: false, run: runExplain },
};

/** A command that returns fixed information. It accepts any argument, since drivers send many about themselves. */
function answering(fields: (context: CommandContext) => Record<string, Value>): Command {
  return { kind: 'other', inTransaction: false, run: (context) => ok(fields(context)) };
}

/**
 * Replies like a `mongos` (`msg`), so that drivers use sessions, transactions and retryable writes without requiring a
 * replica set's name and members.
 */
function helloFields({ connectionId }: CommandContext): Record<string, Value> {
  return {
    msg: 'isdbgrid',
    helloOk: true,
    maxBsonObjectSize: maxDocumentBytes,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion,
    readOnly: false,
  };
}

/** A driver authenticates if its address contains a user. */
function rejectUser(): never {
  fail(
    'AuthenticationFailed',
    'This store has no users and cannot check a password. Remove user:password@ from the address',
  );
}

function buildInfo(): Record<string, Value> {
  return {
    version,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'none',
    modules: [],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
  };
}

function serverStatus({ server }: CommandContext): Record<string, Value> {
  const memory = process.memoryUsage();
  return {
    host: hostname(),
    version,
    process: 'mongos',
    pid: BigInt(process.pid),
    uptime: new Double((Date.now() - server.startedAt) / 1000),
    localTime: new Date(),
    connections: documentOf({ current: server.connections }),
    mem: documentOf({
      bits: 64,
      resident: Math.round(memory.rss / 2 ** 20),
      heap: Math.round(memory.heapUsed / 2 ** 20),
    }),
    metrics: documentOf({ cursor: documentOf({ open: documentOf({ total: server.cursors.count() }) }) }),
    storageEngine: documentOf({ name: 'lmdb', persistent: true }),
  };
}

function getParameter({ request }: CommandContext): Record<string, Value> {
  const all = request.body.get('getParameter') === '*';
  const asked = [...request.body.keys()].includes('featureCompatibilityVersion');
  if (!all && !asked) fail('InvalidOptions', 'no option found to get');
  return { featureCompatibilityVersion: documentOf({ version: '7.0' }) };
}

/** Explains find, count, distinct and aggregate, and the search of update, delete and findAndModify. */
function runExplain(context: CommandContext): Reply {
  const { request } = context;
  checkArguments(request, ['verbosity']);
  const inner = request.body.get('explain');
  if (!isDocument(inner)) fail('FailedToParse', 'explain requires a command');
  const execute = request.body.get('verbosity') !== 'queryPlanner';
  const body = new Map(inner).set('$db', request.database);
  const asked = parseRequest({ requestId: 0, oneWay: false, format: 'message', body, sequences: new Map() });
  const innerContext = { ...context, request: asked };
  const { name } = asked;
  if (name === 'aggregate') {
    const pipeline = compilePipeline(body.get('pipeline'), variableNames(body));
    return explainPipeline(innerContext, aggregatedCollection(innerContext), pipeline, hintOf(body), execute);
  }
  const find = name === 'find' ? body : searchOf(name, body);
  const source = findPipeline({ ...innerContext, request: { ...asked, name: 'find', body: find } });
  const pipeline = name === 'count' ? { ...source.pipeline, reads: noDependencies, covers: true } : source.pipeline;
  return explainPipeline(innerContext, source.collection, pipeline, source.hint, execute);
}

/** The find that is equivalent to another command's search; for a batch, that of its first statement. */
function searchOf(name: string, body: Document): Document {
  if (!['count', 'distinct', 'update', 'delete', 'findAndModify'].includes(name))
    fail('CommandNotSupported', `Explaining ${name} is not supported by this store`);
  const statements = body.get(`${name}s`);
  const [first] = Array.isArray(statements) ? statements : [body];
  const given = isDocument(first) ? first : body;
  const find: Document = new Map([
    ['find', body.get(name)],
    ['filter', given.get('q') ?? given.get('query')],
  ]);
  for (const argument of ['sort', 'skip', 'limit', 'hint', 'collation']) {
    if (given.has(argument)) find.set(argument, given.get(argument));
  }
  for (const argument of ['let', '$db']) if (body.has(argument)) find.set(argument, body.get(argument));
  const one = name === 'findAndModify' || (name === 'update' && given.get('multi') !== true);
  return one ? find.set('limit', 1) : find;
}
