import type { FastifyRequest } from 'fastify';
import type { GraphContext } from '../entities/context.ts';
import type { AcceptedSubscription } from './live/accepted-subscription.ts';

/** The context of the resolvers, with the HTTP request for the server's plugins. */
export interface ServerContext extends GraphContext {
  http: FastifyRequest;
  /** The coerced variables, once they are known to be valid. */
  variables?: Readonly<Record<string, unknown>>;
  /** The cost, once it is known and within the limits. */
  cost?: number;
  /** Why graphql-js executed the query, if it was not the batched executor. */
  fallback?: string;
  /** Present if the client waits for a stream of payloads, as only subscriptions have. Apollo Server copies the rest. */
  stream?: { accepted?: AcceptedSubscription };
  /** The tag of the response to GET; absent if the state that it shows is not known. */
  entityTag?: string;
}
