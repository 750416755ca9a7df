import { hostname } from 'node:os';
import { Double } from 'bson';
import { CommandError } from '../../errors.ts';
import { compilePipeline } from '../../pipeline/pipeline.ts';
import { documentOf } from '../../storage/catalog.ts';
import { maxDocumentBytes } from '../../values/codec.ts';
import { isDocument, type Value } from '../../values/value.ts';
import type { Call, Command } from '../call.ts';
import { explainPipeline } from '../explain.ts';
import { checkArguments, ok, parseRequest, type Reply } from '../request.ts';
import { maxMessageBytes } from '../wire.ts';
import { aggregatedCollection, findSource, hintOf } from './read.ts';

/** What this store says it is: its wire protocol is that of MongoDB 7.0. */
const version = '7.0.0';
const maxWireVersion = 21;

export const hello: Command = {
  kind: 'other',
  inTransaction: false,
  run: (call) => ok({ isWritablePrimary: true, ...helloFields(call) }),
};
export const isMaster: Command = {
  kind: 'other',
  inTransaction: false,
  run: (call) => ok({ ismaster: true, ...helloFields(call) }),
};
export const ping: Command = { kind: 'other', inTransaction: false, run: () => ok() };
export const buildInfo: Command = { kind: 'other', inTransaction: false, run: runBuildInfo };
export const serverStatus: Command = { kind: 'other', inTransaction: false, run: runServerStatus };
export const connectionStatus: Command = { kind: 'other', inTransaction: false, run: runConnectionStatus };
export const hostInfo: Command = {
  kind: 'other',
  inTransaction: false,
  run: () => ok({ system: documentOf({ hostname: hostname() }) }),
};
export const getLog: Command = {
  kind: 'other',
  inTransaction: false,
  run: () => ok({ totalLinesWritten: 0, log: [] }),
};
export const getCmdLineOpts: Command = {
  kind: 'other',
  inTransaction: false,
  run: () => ok({ argv: [], parsed: new Map() }),
};
export const getParameter: Command = { kind: 'other', inTransaction: false, run: runGetParameter };
export const explain: Command = { kind: 'read', inTransaction: false, run: runExplain };

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

function runBuildInfo(): Reply {
  return ok({
    version,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'none',
    modules: [],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
  });
}

function runServerStatus({ server }: Call): Reply {
  const memory = process.memoryUsage();
  return ok({
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
  });
}

function runConnectionStatus(): Reply {
  return ok({
    authInfo: documentOf({ authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] }),
  });
}

function runGetParameter({ request }: Call): Reply {
  const all = request.body.get('getParameter') === '*';
  const asked = [...request.body.keys()].includes('featureCompatibilityVersion');
  if (!all && !asked) throw new CommandError('InvalidOptions', 'no option found to get');
  return ok({ featureCompatibilityVersion: documentOf({ version: '7.0' }) });
}

/** Explains find, count, distinct, aggregate, and what updates and deletes look for. */
function runExplain(call: Call): Reply {
  const { request } = call;
  checkArguments(request, ['verbosity']);
  const inner = request.body.get('explain');
  if (!isDocument(inner)) throw new CommandError('FailedToParse', 'explain needs a command');
  const execute = request.body.get('verbosity') !== 'queryPlanner';
  const body = new Map(inner).set('$db', request.database);
  const asked = parseRequest({ requestId: 0, oneWay: false, legacy: false, body, sequences: new Map() });
  const innerCall = { ...call, request: asked };
  const { name } = asked;
  if (name === 'aggregate') {
    const pipeline = compilePipeline(body.get('pipeline'));
    return explainPipeline(innerCall, aggregatedCollection(innerCall), pipeline, hintOf(body), execute);
  }
  const statement = { update: body.get('updates'), delete: body.get('deletes') }[name];
  const [first] = Array.isArray(statement) ? statement : [body];
  const fields = isDocument(first) ? first : body;
  const filter = fields.get('q') ?? fields.get('query') ?? fields.get('filter');
  if (name !== 'find' && !['count', 'distinct', 'update', 'delete', 'findAndModify'].includes(name)) {
    throw new CommandError('CommandNotSupported', `Explaining ${name} is not supported by this store`);
  }
  const find =
    name === 'find'
      ? body
      : new Map([
          ['find', body.get(name)],
          ['$db', request.database],
          ['filter', filter],
        ] as [string, Value][]);
  const source = findSource({ ...innerCall, request: { ...asked, name: 'find', body: find } });
  const reads = name === 'count' ? new Set<string>() : source.reads;
  return explainPipeline(
    innerCall,
    source.collection,
    { ...source.query, stages: source.stages, reads },
    source.query.hint,
    execute,
  );
}
