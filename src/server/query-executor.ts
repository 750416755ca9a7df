import type { FastifyBaseLogger } from 'fastify';
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { ExecutorName } from '../config/config.ts';
import { createExecutor, type ExecutionRequest } from '../execution/executor.ts';
import type { ServerContext } from './server-context.ts';

/** The maximum number of errors in variables that are reported. */
const maxErrors = 10;

/** Executes a query of a valid document, or a subscription for the event in `rootValue`. */
export type ExecuteQuery = (
  request: ExecutionRequest & { contextValue: Omit<ServerContext, 'http'> },
) => ExecutionResult | Promise<ExecutionResult>;

/** Returns the function that executes queries. If the batched executor leaves one to graphql-js, the context says why. */
export function queryExecutor(
  schema: GraphQLSchema,
  name: ExecutorName = 'batched',
  log: FastifyBaseLogger,
): ExecuteQuery {
  if (name === 'graphql-js')
    return (request) => execute({ schema, ...request, options: { maxCoercionErrors: maxErrors } });
  const executor = createExecutor(schema, {
    maxErrors,
    onFallback(reason, { contextValue, operationName }, error) {
      const context = contextValue as ServerContext;
      context.fallback = reason;
      if (error === undefined) return;
      const { requestId } = context;
      log.error({ err: error, requestId, operationName }, 'The batched executor failed; graphql-js executes the query');
    },
  });
  return executor.execute;
}
