import type { ApolloServerPlugin } from '@apollo/server';
import type { ServerContext } from './server-context.ts';

/** Answers that these codes are in are refusals of what the request says, not of the request. */
const refusals: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_COSTLY',
]);

/**
 * Answers 200 where GraphQL refuses an operation and the client takes `application/json` alone: GraphQL over HTTP, section
 * 6.4.1, recommends it for clients that know no other status.
 */
export const legacyStatus: ApolloServerPlugin<ServerContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { http, body }, contextValue }) {
        if (http.status !== 400 || body.kind !== 'single') return;
        if (contextValue.http.headers.accept?.includes('application/graphql-response+json')) return;
        if (body.singleResult.errors?.every(({ extensions }) => refusals.has(extensions?.code))) http.status = 200;
      },
    };
  },
};
