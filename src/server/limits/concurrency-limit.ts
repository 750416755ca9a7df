import type { GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { RequestPlugin } from '../unite-plugins.ts';
import { overloadedMessage, overloadedRetrySeconds } from './overloaded.ts';
import { createSemaphore, type Semaphore } from './semaphore.ts';

export interface ConcurrencyLimit {
  plugin: RequestPlugin;
  /** Must be called after each request, successful or not. */
  done(http: FastifyRequest): void;
}

/**
 * Executes at most `max` queries and `max` mutations at once: mutations that wait for other writers do not keep queries
 * waiting. Others wait for a moment, and get 503 if there is still no room. Only execution is counted: earlier stages
 * either run without a pause, or wait because of the client's invalid tokens.
 */
export function createConcurrencyLimit(max: number): ConcurrencyLimit {
  const [queries, mutations] = [createSemaphore(max), createSemaphore(max)];
  const holders = new WeakMap<FastifyRequest, Semaphore>();
  return {
    plugin: {
      async requestDidStart() {
        return {
          async responseForOperation({ operation, contextValue: { http } }) {
            const semaphore = operation?.operation === 'mutation' ? mutations : queries;
            const isAcquired = await semaphore.acquire(() => http.socket.destroyed);
            if (isAcquired) holders.set(http, semaphore);
            return isAcquired ? null : overloadedResponse();
          },
        };
      },
    },
    done(http) {
      holders.get(http)?.release();
      holders.delete(http);
    },
  };
}

function overloadedResponse(): GraphQLResponse {
  const error = { message: overloadedMessage, extensions: { code: 'SERVICE_UNAVAILABLE' } };
  return {
    http: { status: 503, headers: new HeaderMap([['retry-after', overloadedRetrySeconds]]) },
    body: { kind: 'single', singleResult: { errors: [error] } },
  };
}
