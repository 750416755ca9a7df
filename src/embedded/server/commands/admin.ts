import { hostname } from 'node:os';
import { Double } from 'bson';
import { refuse } from '../../errors.ts';
import { compilePipeline } from '../../pipeline/pipeline.ts';
import { documentOf } from '../../storage/catalog.ts';
import { maxDocumentBytes } from '../../values/document-limits.ts';
import { nothingRead } from '../../values/reads.ts';
import { type Document, isDocument, type Value } from '../../values/value.ts';
import { type Call, type Command, variableNames } from '../call.ts';
import { explainPipeline } from '../explain.ts';
import { checkArguments, ok, parseRequest, type Reply } from '../request.ts';
import { maxMessageBytes } from '../wire.ts';
import { aggregatedCollection, findPipeline, hintOf } from './read.ts';

/** What this store says it is: its wire protocol is that of MongoDB 7.0. */
const version = '7.0.0';
const maxWireVersion = 21;

export const adminCommands: Record<string, Command> = {
  hello: answering((call) => ({ isWritablePrimary: true, ...helloFields(call) })),
  isMaster: answering((call) => ({ ismaster: true, ...helloFields(call) })),
  ismaster: answering((call) => ({ ismaster: true, ...helloFields(call) })),
  ping: answering(() => ({})),
  buildInfo: answering(buildInfo),
  buildinfo: answering(buildInfo),
  serverStatus: answering(serverStatus),
  connectionStatus: answering(() => ({
    authInfo: documentOf({ authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] }),
  })),
  getLog: answering(() => ({ totalLinesWritten: 0, log: [] })),
  getParameter: answering(getParameter),
  explain: { kind: 'read', inTransaction: false, run: runExplain },
};

/** A command that says what the store is. It takes any argument: drivers say much about themselves. */
function answering(fields: (call: Call) => Record<string, Value>): Command {
  return { kind: 'other', inTransaction: false, run: (call) => ok(fields(call)) };
}

/**
 * As a `mongos` answers (`msg`), so that drivers use sessions, transactions and retryable writes without a replica set's
 * name and members.
 */
function helloFields({ connectionId }: Call): Record<string, Value> {
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

function serverStatus({ server }: Call): Record<string, Value> {
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

function getParameter({ request }: Call): Record<string, Value> {
  const all = request.body.get('getParameter') === '*';
  const asked = [...request.body.keys()].includes('featureCompatibilityVersion');
  if (!all && !asked) refuse('InvalidOptions', 'no option found to get');
  return { featureCompatibilityVersion: documentOf({ version: '7.0' }) };
}

/** Explains find, count, distinct, aggregate, and what updates and deletes look for. */
function runExplain(call: Call): Reply {
  const { request } = call;
  checkArguments(request, ['verbosity']);
  const inner = request.body.get('explain');
  if (!isDocument(inner)) refuse('FailedToParse', 'explain needs a command');
  const execute = request.body.get('verbosity') !== 'queryPlanner';
  const body = new Map(inner).set('$db', request.database);
  const asked = parseRequest({ requestId: 0, oneWay: false, legacy: false, body, sequences: new Map() });
  const innerCall = { ...call, request: asked };
  const { name } = asked;
  if (name === 'aggregate') {
    const pipeline = compilePipeline(body.get('pipeline'), variableNames(body));
    return explainPipeline(innerCall, aggregatedCollection(innerCall), pipeline, hintOf(body), execute);
  }
  const find = name === 'find' ? body : searchOf(name, body);
  const source = findPipeline({ ...innerCall, request: { ...asked, name: 'find', body: find } });
  const pipeline = name === 'count' ? { ...source.pipeline, reads: nothingRead, covers: true } : source.pipeline;
  return explainPipeline(innerCall, source.collection, pipeline, source.hint, execute);
}

/** The find that looks for what another command counts or changes; of a batch, its first statement's. */
function searchOf(name: string, body: Document): Document {
  if (!['count', 'distinct', 'update', 'delete', 'findAndModify'].includes(name))
    refuse('CommandNotSupported', `Explaining ${name} is not supported by this store`);
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
