import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import type { HttpConfig } from './http-config.ts';
import { packageRoot } from './package-root.ts';
import { resolvers } from './resolvers.ts';
import { createServer } from './server/create-server.ts';
import type { OperationsOptions } from './server/operations.ts';
import type { Store } from './store/open-store.ts';
import { createStoreReader } from './store/store-reader.ts';

/** A gateway over an open store, not listening yet. The store stays the caller's to close. */
export function createGateway(
  store: Store,
  config: Pick<
    Config,
    'requestTimeoutMs' | 'maxCost' | 'ingestToken' | 'debugStore' | 'logLevel' | 'metricsToken' | 'production'
  > & { http?: Partial<HttpConfig> },
  { mostProbed, ...operations }: Pick<OperationsOptions, 'health' | 'workers'> & { mostProbed?: number } = {},
): Promise<FastifyInstance> {
  return createServer({
    typeDefs: readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'),
    resolvers,
    context: (requestId) =>
      createContext(
        requestId,
        store,
        () => createStoreReader(store.database, { timeoutMs: config.requestTimeoutMs }),
        mostProbed,
      ),
    jsonScalar: 'ArticleInput',
    playgroundRoot: join(packageRoot, 'dist', 'playground'),
    maxCost: config.maxCost,
    ...(config.ingestToken !== undefined && { ingestToken: config.ingestToken }),
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
