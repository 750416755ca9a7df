import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Db } from 'mongodb';
import { resolvers } from '../api/resolvers.ts';
import type { AuthConfig } from '../config/auth-config.ts';
import type { Config } from '../config/config.ts';
import type { HttpConfig } from '../config/http-config.ts';
import { packageRoot } from '../config/package-root.ts';
import { createContext } from '../entities/context.ts';
import { rulesVersion } from '../ingest/fold/rules-version.ts';
import { keepChanges } from '../ingest/write/change-log.ts';
import { readTurns, turnReader } from '../ingest/write/control.ts';
import { createServer, type ServerOptions } from '../server/create-server.ts';
import type { TelemetryOptions } from '../server/telemetry/register-telemetry.ts';
import {
  createSnapshotMoments,
  createTransactionMoments,
  createTurnMoments,
  type MomentReads,
  openUnknownMoment,
} from '../store/moments.ts';
import type { Store } from '../store/open-store.ts';
import { createResultCache } from '../store/result-cache.ts';
import { createStoreReader } from '../store/store-reader.ts';

/** The parts that a gateway shares with the other workers; by default it has its own. */
type GatewayParts = Pick<TelemetryOptions, 'health' | 'workers'> &
  Pick<ServerOptions, 'limits' | 'onReload'> & {
    /** Why the store must not be read at this moment. */
    storeFault?: () => Error | undefined;
  };

/**
 * Returns how a request reads one state. Without snapshots, turns are compared, and the request is read again in a
 * transaction if they differ and the server has transactions. Only the primary has, and several members may be at
 * different turns.
 */
function momentsOf({ client, oneState }: Store, database: Db): (isAgain: boolean) => MomentReads {
  const readTurn = turnReader(database);
  if (oneState === 'snapshot') return createSnapshotMoments(client, readTurn);
  if (database.readPreference?.mode !== 'primary') return openUnknownMoment;
  const compare = createTurnMoments(readTurn);
  const again = oneState === 'transaction' ? createTransactionMoments(client, readTurn) : compare;
  return (isAgain) => (isAgain ? again() : compare());
}

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };

/** The max size of the summaries that a gateway keeps, as JSON; in memory they take a few times as much. */
const maxKeptBytes = 16 * 1024 ** 2;

/** Creates a gateway over an open store. It does not listen yet, and the caller closes the store. */
export function createGateway(
  store: Store,
  config: Pick<
    Config,
    | 'requestTimeoutMs'
    | 'mutationTimeoutMs'
    | 'maxCost'
    | 'ingestToken'
    | 'debugStore'
    | 'logLevel'
    | 'metricsToken'
    | 'production'
  > & {
    changesKeepDays?: number;
    executor?: Config['executor'];
    auth?: AuthConfig;
    privateText?: boolean;
    http?: Partial<HttpConfig>;
  },
  { limits, onReload, storeFault, ...operations }: GatewayParts = {},
): Promise<FastifyInstance> {
  if (config.changesKeepDays !== undefined) keepChanges(store.client, { days: config.changesKeepDays });
  const writable = { client: store.client, database: store.database, timeoutMs: config.mutationTimeoutMs };
  const [moment, momentAfterWrite] = [momentsOf(store, store.queryDatabase), momentsOf(store, store.database)];
  const cache = createResultCache(maxKeptBytes);
  return createServer({
    typeDefs: readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'),
    resolvers,
    context: (requestId, { readsTexts }) =>
      createContext(requestId, writable, {
        openReader: ({ afterWrite }) =>
          createStoreReader(afterWrite ? store.database : store.queryDatabase, {
            timeoutMs: config.requestTimeoutMs,
            openMoment: afterWrite ? momentAfterWrite : moment,
            cache,
            fault: storeFault,
            isSharded: store.sharded,
          }),
        readsTexts,
      }),
    readTurns: () => readTurns(store.database),
    jsonScalar: 'ArticleInput',
    build: `${version} ${rulesVersion}`,
    pagesRoot: join(packageRoot, 'dist'),
    maxCost: config.maxCost,
    auth: config.auth ?? { mode: 'off' },
    ...(config.ingestToken !== undefined && { ingestToken: config.ingestToken }),
    privateText: config.privateText ?? false,
    ...(limits && { limits }),
    ...(onReload && { onReload }),
    ...(config.executor && { executor: config.executor }),
    debugStore: config.debugStore,
    logLevel: config.logLevel,
    production: config.production,
    ...(config.http && { http: config.http }),
    operations: {
      ...operations,
      store: {
        answers: () => store.database.command({ ping: 1 }),
        countArticles: () => store.queryDatabase.collection('articles').estimatedDocumentCount(),
        pool: store.pool,
        restarts: store.restarts,
      },
      ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    },
  });
}
