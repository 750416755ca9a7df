import type { GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { readAgain } from '../entities/context.ts';
import type { Moment } from '../store/moments.ts';
import { extendAnswer } from './answer-extensions.ts';
import { isKnownToClient, tagOfState } from './http/entity-tag.ts';
import type { ExecuteQuery } from './query-executor.ts';
import type { ServerContext } from './server-context.ts';
import { logOperationErrors } from './telemetry/log-errors.ts';
import type { RequestPlugin } from './unite-plugins.ts';

export interface QueryExecution {
  execute: ExecuteQuery;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  log: FastifyBaseLogger;
  /** Identifies all that decides a response besides the request, the client's role and the store. */
  build: string;
}

/** The maximum number of executions of a query while others write, if the server has no snapshots. */
const maxRuns = 5;

/**
 * Executes queries so that a response shows one state of the store, and gives the state's revision in its extensions.
 * A query whose reads may have seen different states is executed again, before the deadline of the first time. A query
 * by GET is not executed if the client has the response for the revision of the store already.
 *
 * Apollo Server executes mutations. For queries, this does what its own execution does: wrong variables are
 * `BAD_USER_INPUT` with status 400, and errors are logged and formatted. It takes no status from errors of resolvers,
 * which none of them has.
 */
export function executeQueries({ execute, formatError, log, build }: QueryExecution): RequestPlugin {
  return {
    async requestDidStart() {
      let revision: number | undefined;
      return {
        async responseForOperation({ document, operation, operationName, request, contextValue }) {
          if (operation?.operation !== 'query') return null;
          const isGet = request.http?.method === 'GET';
          const tagOf = (moment: Moment) => tagOfState(build, moment, request, contextValue.readsTexts);
          if (isGet && contextValue.http.headers['if-none-match'] !== undefined) {
            const state = await (contextValue as Partial<ServerContext>).store?.revision().catch(() => undefined); // fields report failures
            const tag = state && tagOf({ isTorn: false, ...state });
            if (tag !== undefined && isKnownToClient(contextValue.http, tag)) {
              contextValue.entityTag = tag;
              revision = state?.revision;
              return responseOf({ data: {} }); // never sent: the route answers 304
            }
          }
          const run = async () =>
            execute({
              document,
              operationName,
              contextValue,
              variableValues: request.variables,
              coercedVariables: contextValue.variables,
            });
          let result = await run();
          let moment = await momentOf(contextValue);
          for (let runs = 1; moment.isTorn && runs < maxRuns; runs++) {
            readAgain(contextValue);
            result = await run();
            moment = await momentOf(contextValue);
          }
          const { errors, isRefused } = errorsOf(result);
          if (errors) logOperationErrors(log, errors, contextValue, operationName);
          const response = responseOf({
            ...result,
            errors: errors?.map((error) => formatError(withCode(error), error)),
          });
          if (isRefused) response.http.status = 400;
          // Without data, the response shows no state, and how much was read before it failed is chance.
          revision = result.data ? moment.revision : undefined;
          const tag = isGet && !errors ? tagOf(moment) : undefined;
          if (tag !== undefined) contextValue.entityTag = tag;
          return response;
        },
        async willSendResponse({ contextValue, response }) {
          contextValue.store?.close();
          if (revision !== undefined) extendAnswer(response, { revision });
        },
      };
    },
  };
}

/** Returns a moment without a revision if the store fails, because the fields report that failure themselves. */
async function momentOf({ store }: Partial<ServerContext>): Promise<Moment> {
  return (await store?.moment().catch(() => undefined)) ?? { isTorn: false };
}

/** Invalid variables are the only reason for a result without data. */
function errorsOf({ data, errors }: ExecutionResult): {
  errors: readonly GraphQLError[] | undefined;
  isRefused: boolean;
} {
  if (!errors || data !== undefined) return { errors, isRefused: false };
  const refusals = errors.map(
    (error) =>
      new GraphQLError(error.message, {
        nodes: error.nodes ?? null,
        originalError: error.originalError ?? error,
        extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
      }),
  );
  return { errors: refusals, isRefused: true };
}

function withCode(error: GraphQLError): GraphQLFormattedError {
  return {
    ...error.toJSON(),
    extensions: { ...error.extensions, code: error.extensions.code ?? 'INTERNAL_SERVER_ERROR' },
  };
}

function responseOf(singleResult: Record<string, unknown>): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}
