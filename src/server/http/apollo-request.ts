import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '../server-context.ts';
import type { ResponseType } from './accept.ts';
import { withoutEmptyName, withoutEmptyParameters } from './empty-parameters.ts';

/**
 * Executes a request with Apollo Server and returns the response body. HEAD is passed as GET. `type` is the negotiated
 * type of the response; it is passed as the only `Accept`, because Apollo Server compares all its parameters and rejects a
 * type only after executing the operation. JSON, its default, is not passed. `Content-Type` is the only other header that
 * is.
 */
export async function answerByApollo(
  apollo: ApolloServer<ServerContext>,
  request: FastifyRequest,
  reply: FastifyReply,
  type: ResponseType,
  context: () => Promise<ServerContext>,
): Promise<string> {
  const {
    status = 200,
    headers,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: toApollo(request, type),
    context,
  });
  if (body.kind !== 'complete') throw new Error('Incremental delivery is not supported');
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status);
  return body.string;
}

function toApollo(request: FastifyRequest, type: ResponseType): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  if (type !== 'application/json') headers.set('accept', type);
  const contentType = request.headers['content-type'];
  if (contentType !== undefined) headers.set('content-type', contentType);
  return {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    search: searchOf(withoutEmptyParameters(request.url)),
    body: withoutEmptyName(request.body),
    headers,
  };
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
