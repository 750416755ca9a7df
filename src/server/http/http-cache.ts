import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '../server-context.ts';
import type { RequestPlugin } from '../unite-plugins.ts';
import { isKnownToClient, tagOfData } from './entity-tag.ts';

/**
 * Lets caches store responses to GET that have no errors, for `seconds`, and revalidate them by `ETag` after that. Other
 * responses keep `no-store`.
 */
export function httpCache(seconds: number): RequestPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http, body }, contextValue }) {
          if (request.http?.method !== 'GET' || http.status !== undefined || body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          if (errors !== undefined) return;
          const whose = contextValue.http.headers.authorization === undefined ? 'public' : 'private';
          http.headers.set('cache-control', `${whose}, ${seconds > 0 ? `max-age=${seconds}` : 'no-cache'}`);
          http.headers.set('etag', tagOf(data, contextValue));
        },
      };
    },
  };
}

/** Returns the tag of the state, or that of the data if the state is not known, or was not when the client got it. */
function tagOf(data: unknown, { entityTag, http }: ServerContext): string {
  if (entityTag === undefined) return tagOfData(data);
  if (http.headers['if-none-match'] === undefined || isKnownToClient(http, entityTag)) return entityTag;
  const ofData = tagOfData(data);
  return isKnownToClient(http, ofData) ? ofData : entityTag;
}

/** Sends 304 without a body if the client has the current response (RFC 9110, section 13.1.2). */
export async function sendNotModified(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const tag = reply.getHeader('etag');
  const known = request.headers['if-none-match'];
  if (reply.statusCode !== 200 || typeof tag !== 'string' || known === undefined) return payload;
  if (known.trim() !== '*' && !isKnownToClient(request, tag)) return payload;
  reply.code(304).removeHeader('content-type');
  reply.removeHeader('content-length');
  return null;
}
