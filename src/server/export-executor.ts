import type { ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { ExecuteOperation, OperationAnswer } from './exports/export-pages.ts';
import type { ServerContext } from './server-context.ts';
import { recordPage } from './telemetry/request-record.ts';

/**
 * Returns what executes the operations of an export as if the client had sent them one by one: under all limits, each with
 * a context, a deadline and a record of its own. `done` is called after each.
 */
export function exportExecutor(
  apollo: ApolloServer<ServerContext>,
  request: FastifyRequest,
  context: () => ServerContext,
  done: (request: FastifyRequest) => void,
): ExecuteOperation {
  return async (operation) => {
    const startedAt = performance.now();
    try {
      const { body, http } = await apollo.executeOperation<Record<string, unknown>>(operation, {
        contextValue: context(),
      });
      if (body.kind !== 'single') throw new Error('Incremental delivery is not supported');
      const { data, errors, extensions } = body.singleResult;
      const retryAfter = http.headers.get('retry-after');
      return { data, errors, extensions: extensions as OperationAnswer['extensions'], retryAfter };
    } finally {
      done(request);
      recordPage(request, performance.now() - startedAt);
    }
  };
}
