import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from './server-context.ts';

/**
 * Lets caches keep what GET asked for and was answered whole, for so many seconds, and after that as long as its data are
 * the same. Anything else says nothing here: it is not to be kept.
 */
export function cacheAnswers(seconds: number): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http, body }, contextValue }) {
          if (request.http?.method !== 'GET' || http.status !== undefined || body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          if (errors !== undefined) return;
          const whose = contextValue.http.headers.authorization === undefined ? 'public' : 'private';
          http.headers.set('cache-control', `${whose}, ${seconds > 0 ? `max-age=${seconds}` : 'no-cache'}`);
          http.headers.set('etag', tagOf(data));
        },
      };
    },
  };
}

/** Weak: answers of the same data may differ in what `extensions` tell, and in their encoding. */
function tagOf(data: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(data)).digest('base64url')}"`;
}

/** 304 without a body where the client has the answer already; RFC 9110, section 13.1.2. */
export async function answerNotModified(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const tag = reply.getHeader('etag');
  const known = request.headers['if-none-match'];
  if (reply.statusCode !== 200 || typeof tag !== 'string' || known === undefined) return payload;
  if (known.trim() !== '*' && !known.split(',').some((each) => opaque(each) === opaque(tag))) return payload;
  reply.code(304).removeHeader('content-type');
  reply.removeHeader('content-length');
  return null;
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
