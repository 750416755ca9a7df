import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { HttpConfig } from '../../config/http-config.ts';
import { forgetReads, type GraphContext } from '../../entities/context.ts';
import type { Authorizer } from '../auth/authorize.ts';
import type { ClientBudget } from '../limits/client-limits.ts';
import { maxBodyBytes } from '../limits/max-body-bytes.ts';
import type { ExecuteQuery } from '../query-executor.ts';
import { observeSubscriptions } from '../telemetry/subscription-counts.ts';
import type { Admitting } from './execute-subscription.ts';
import { createLiveFeed } from './live-feed.ts';
import { createLiveSubscriptions } from './live-subscriptions.ts';
import { streamSubscription } from './sse-route.ts';
import { routeUpgrades } from './upgrades.ts';
import { createWebSockets } from './web-sockets.ts';

export interface SubscriptionOptions extends Admitting {
  schema: GraphQLSchema;
  execute: ExecuteQuery;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  authorizer: Authorizer;
  budget: ClientBudget | undefined;
  context: (requestId: string, client: Pick<GraphContext, 'readsTexts'>) => GraphContext;
  readTurns?: (() => Promise<number>) | undefined;
  http?: Partial<HttpConfig>;
}

/** How subscriptions reach a server. */
export interface SubscriptionRoutes {
  stream(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  openSocket(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  /** Checks at once whether the clients of open subscriptions still have access. */
  checkAccess(): void;
}

const defaultMaxSubscriptions = 100;

/** Prepares subscriptions; returns undefined if the store cannot be followed. They end before the server closes. */
export function routeSubscriptions(app: FastifyInstance, options: SubscriptionOptions): SubscriptionRoutes | undefined {
  const { readTurns, context, http = {}, budget, authorizer, execute } = options;
  if (!readTurns) return undefined;
  const formatError = (error: unknown) => formatForClient(options.formatError, error);
  const feed = createLiveFeed({
    readTurns,
    openContext() {
      const opened = context('live', { readsTexts: true });
      forgetReads(opened);
      return opened;
    },
    formatError,
    log: app.log,
  });
  const live = createLiveSubscriptions({
    feed,
    authorizer,
    budget,
    maxSubscriptions: http.maxSubscriptions ?? defaultMaxSubscriptions,
    createContext: context,
    execute,
    formatError,
    log: app.log,
  });
  const sockets = createWebSockets({
    ...options,
    live,
    formatError,
    budget,
    origins: http.corsOrigins ?? [],
    maxMessageBytes: maxBodyBytes,
  });
  routeUpgrades(app);
  observeSubscriptions(app, live.counts);
  app.addHook('preClose', async () => {
    live.drain();
    sockets.close();
  });
  return {
    stream: (request, reply) => streamSubscription({ ...options, live, formatError }, request, reply),
    openSocket: sockets.accept,
    checkAccess: live.checkAccess,
  };
}

/** Formats an error as the response to an operation would; the transport has other means than a status. */
function formatForClient(format: SubscriptionOptions['formatError'], error: unknown): GraphQLFormattedError {
  const known =
    error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });
  const code = known.extensions.code ?? 'INTERNAL_SERVER_ERROR';
  const { extensions, ...formatted } = format({ ...known.toJSON(), extensions: { ...known.extensions, code } }, error);
  const { http: _, ...shown } = extensions ?? {};
  return { ...formatted, extensions: shown };
}
