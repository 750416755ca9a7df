import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { forgetReads } from '../../entities/context.ts';
import { graphqlHttpError } from '../../errors/graphql-http-error.ts';
import type { Authorizer } from '../auth/authorize.ts';
import { identityOf } from '../auth/identity.ts';
import { clientAddress } from '../limits/client-address.ts';
import { clientKey } from '../limits/client-key.ts';
import type { ClientBudget } from '../limits/client-limits.ts';
import { maxEventNodes } from '../limits/list-size.ts';
import { overloaded } from '../limits/overloaded.ts';
import type { ExecuteQuery } from '../query-executor.ts';
import type { ServerContext } from '../server-context.ts';
import { logOperationErrors } from '../telemetry/log-errors.ts';
import type { SubscriptionCounts } from '../telemetry/prometheus.ts';
import type { AcceptedSubscription } from './accepted-subscription.ts';
import { type Access, watchAccess } from './access.ts';
import type { LiveFeed } from './live-feed.ts';
import type { LiveDocument } from './live-group.ts';
import { createSubscriber, type SubscriberOutput } from './subscriber.ts';

export type Transport = 'sse' | 'websocket';

/** Why a subscription ended, for the log. */
export type EndReason = 'client' | 'drain' | 'access' | 'slow' | 'error';

/** The open subscriptions of a process. */
export interface LiveSubscriptions {
  /**
   * Opens a subscription, which sends its first payload. Returns a function that must be called when it ends. Rejects
   * with the error for the client.
   */
  open(opening: Opening): Promise<(reason: EndReason) => void>;
  /** Checks at once whether all clients still have access. */
  checkAccess(): void;
  /** Ends all subscriptions, so that clients reconnect elsewhere, and opens no more. */
  drain(): void;
  counts(): SubscriptionCounts;
}

export interface Opening {
  /** The request, with the token of the subscription. */
  request: FastifyRequest;
  accepted: AcceptedSubscription;
  readsTexts: boolean;
  output: SubscriberOutput;
  transport: Transport;
}

export interface LiveOptions {
  feed: LiveFeed;
  authorizer: Authorizer;
  budget: ClientBudget | undefined;
  /** The max number of subscriptions of a client. */
  maxSubscriptions: number;
  createContext(requestId: string, client: { readsTexts: boolean }): Omit<ServerContext, 'http'>;
  execute: ExecuteQuery;
  formatError(error: unknown): GraphQLFormattedError;
  log: FastifyBaseLogger;
}

export function createLiveSubscriptions(options: LiveOptions): LiveSubscriptions {
  const { feed, authorizer, budget, maxSubscriptions, log } = options;
  const open = new Map<object, { output: SubscriberOutput; access: Access; transport: Transport }>();
  const clients = new Map<string, number>();
  let isDraining = false;

  function count(client: string, by: 1 | -1): void {
    const number = (clients.get(client) ?? 0) + by;
    if (number > 0) clients.set(client, number);
    else clients.delete(client);
  }

  return {
    async open({ request, accepted, readsTexts, output, transport }) {
      const address = clientAddress(request);
      const client = clientKey(address);
      if (isDraining) throw overloaded();
      if ((clients.get(client) ?? 0) >= maxSubscriptions) throw tooMany(maxSubscriptions);
      count(client, 1);
      const startedAt = performance.now();
      const { entity, condition, after, cost } = accepted;
      const costOf = (events: number) => Math.ceil((cost * events) / maxEventNodes);
      const subscriber = createSubscriber({ output, budget, address, costOf });
      const document = documentOf(options, accepted, readsTexts, request.id);
      let leave: () => void;
      try {
        leave = await feed.join({ entity, condition, after, document, subscriber });
      } catch (error) {
        count(client, -1);
        throw error;
      }
      const access = watchAccess(authorizer, request, readsTexts, (error) => output.fail([options.formatError(error)]));
      open.set(subscriber, { output, access, transport });
      if (isDraining) output.leave();
      return (reason) => {
        if (!open.delete(subscriber)) return;
        access.stop();
        leave();
        count(client, -1);
        const name = identityOf(request.raw)?.name;
        const record = {
          requestId: request.id,
          operationName: accepted.operationName ?? null,
          ...(name !== undefined && { client: name }),
          transport,
          reason,
          ...subscriber.sent,
          ms: Math.round(performance.now() - startedAt),
        };
        log.info(record, 'Subscription ended');
      };
    },
    checkAccess() {
      for (const { access } of open.values()) access.check();
    },
    drain() {
      isDraining = true;
      feed.stop();
      for (const { output } of open.values()) output.leave();
    },
    counts() {
      const numbers = { sse: 0, websocket: 0 };
      for (const { transport } of open.values()) numbers[transport]++;
      return { ...numbers, ...feed.counts() };
    },
  };
}

function tooMany(max: number) {
  return graphqlHttpError(429, 'RATE_LIMITED', `At most ${max} subscriptions may be open from this address`);
}

/** Subscriptions with the same document, variables and rights get the same payloads. */
function documentOf(
  { createContext, execute, formatError, log }: LiveOptions,
  { document, source, operationName, variables }: AcceptedSubscription,
  readsTexts: boolean,
  requestId: string,
): LiveDocument {
  return {
    key: JSON.stringify([readsTexts, operationName, variables, source]),
    async execute(rootValue) {
      const contextValue = createContext(requestId, { readsTexts });
      forgetReads(contextValue);
      try {
        const { data, errors } = await execute({
          document,
          operationName,
          variableValues: variables,
          coercedVariables: variables,
          rootValue,
          contextValue,
        });
        if (!errors) return JSON.stringify({ data });
        logOperationErrors(log, errors, contextValue, operationName);
        const formatted = errors.map(formatError);
        if (formatted.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) return undefined;
        return JSON.stringify({ data, errors: formatted });
      } finally {
        contextValue.store.close();
      }
    },
  };
}
