import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AuthConfig } from './auth-config.ts';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import type { HttpConfig } from './http-config.ts';
import { packageRoot } from './package-root.ts';
import { resolvers } from './resolvers.ts';
import { createServer, type ServerOptions } from './server/create-server.ts';
import type { OperationsOptions } from './server/operations.ts';
import type { Store } from './store/open-store.ts';
import { createStoreReader } from './store/store-reader.ts';

/** What a gateway shares with the other processes on its port, or has of its own where it is left out. */
type GatewayParts = Pick<OperationsOptions, 'health' | 'workers'> &
  Pick<ServerOptions, 'limits' | 'onReload'> & { mostProbed?: number };

/** A gateway over an open store, not listening yet. The store stays the caller's to close. */
export function createGateway(
  store: Store,
  config: Pick<
    Config,
    'requestTimeoutMs' | 'maxCost' | 'ingestToken' | 'debugStore' | 'logLevel' | 'metricsToken' | 'production'
  > & { auth?: AuthConfig; privateText?: boolean; http?: Partial<HttpConfig> },
  { mostProbed, limits, onReload, ...operations }: GatewayParts = {},
): Promise<FastifyInstance> {
  return createServer({
    typeDefs: readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'),
    resolvers,
    context: (requestId, { readsTexts }) =>
      createContext(requestId, store, {
        openReader: () => createStoreReader(store.database, { timeoutMs: config.requestTimeoutMs }),
        readsTexts,
        mostProbed,
      }),
    jsonScalar: 'ArticleInput',
    playgroundRoot: join(packageRoot, 'dist', 'playground'),
    maxCost: config.maxCost,
    auth: config.auth ?? { mode: 'off' },
    ...(config.ingestToken !== undefined && { ingestToken: config.ingestToken }),
    privateText: config.privateText ?? false,
    ...(limits && { limits }),
    ...(onReload && { onReload }),
    debugStore: config.debugStore,
    logLevel: config.logLevel,
    production: config.production,
    ...(config.http && { http: config.http }),
    operations: {
      ...operations,
      store: {
        answers: () => store.database.command({ ping: 1 }),
        countArticles: () => store.database.collection('articles').estimatedDocumentCount(),
        pool: store.pool,
        restarts: store.restarts,
      },
      ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    },
  });
}
