import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import { packageRoot } from './package-root.ts';
import { resolvers } from './resolvers.ts';
import { createServer } from './server/create-server.ts';
import type { Store } from './store/open-store.ts';
import { createStoreReader } from './store/store-reader.ts';

/** A gateway over an open store, not listening yet. The store stays the caller's to close. */
export function createGateway(
  store: Store,
  config: Pick<Config, 'requestTimeoutMs' | 'maxCost' | 'debugStore' | 'logLevel' | 'production'>,
): Promise<FastifyInstance> {
  return createServer({
    typeDefs: readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'),
    resolvers,
    context: (requestId) =>
      createContext(requestId, createStoreReader(store.database, { timeoutMs: config.requestTimeoutMs })),
    playgroundRoot: join(packageRoot, 'dist', 'playground'),
    maxCost: config.maxCost,
    debugStore: config.debugStore,
    logLevel: config.logLevel,
    production: config.production,
  });
}
