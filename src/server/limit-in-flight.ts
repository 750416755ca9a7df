import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { busyMessage, busyRetrySeconds } from './busy.ts';
import { createOperationSlots } from './operation-slots.ts';
import type { ServerContext } from './server-context.ts';

export interface InFlightLimit {
  plugin: ApolloServerPlugin<ServerContext>;
  /** To be called when the request of a context is answered, however it went. */
  done(http: FastifyRequest): void;
}

/**
 * Executes at most so many operations at once; others wait a little, and are answered 503 where that does not help. Only
 * execution is counted: what comes before it runs to its end without a pause, or waits for what its client did wrong.
 */
export function limitInFlight(most: number): InFlightLimit {
  const slots = createOperationSlots(most);
  const holders = new WeakSet<FastifyRequest>();
  return {
    plugin: {
      async requestDidStart() {
        return {
          async responseForOperation({ contextValue: { http } }) {
            const isTaken = await slots.take(() => http.socket.destroyed);
            if (isTaken) holders.add(http);
            return isTaken ? null : tooMany();
          },
        };
      },
    },
    done(http) {
      if (holders.delete(http)) slots.release();
    },
  };
}

function tooMany(): GraphQLResponse {
  const error = { message: busyMessage, extensions: { code: 'SERVICE_UNAVAILABLE' } };
  return {
    http: { status: 503, headers: new HeaderMap([['retry-after', busyRetrySeconds]]) },
    body: { kind: 'single', singleResult: { errors: [error] } },
  };
}
