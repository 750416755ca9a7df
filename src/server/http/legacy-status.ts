import type { RequestPlugin } from '../unite-plugins.ts';
import { namesResponseType } from './accept.ts';

/** The codes of GraphQL request errors, as opposed to errors of HTTP, authorization or rate. */
const requestErrors: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_COSTLY',
]);

/**
 * Sends status 200 for request errors if the client accepts only `application/json`, as GraphQL over HTTP, section 6.4.1,
 * recommends for legacy clients.
 */
export const legacyStatus: RequestPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { http, body }, contextValue }) {
        if (http.status !== 400 || body.kind !== 'single') return;
        const { accept } = contextValue.http.raw.headers; // as sent: the route passes on the type that it chose
        if (namesResponseType(accept, 'application/graphql-response+json')) return;
        if (body.singleResult.errors?.every(({ extensions }) => requestErrors.has(extensions?.code))) http.status = 200;
      },
    };
  },
};
