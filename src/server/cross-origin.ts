import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedMethods } from './http-errors.ts';
import { addVary } from './vary.ts';

/** Whose pages may read answers: `*` is anybody's. */
export type AllowedOrigins = '*' | readonly string[];

/** What a page may read beside the body, and how long (in seconds) a browser need not ask again whether it may send. */
const exposedHeaders = 'etag, retry-after, www-authenticate';
const preflightSeconds = '7200';

/**
 * Lets pages of the allowed origins read the answer (the Fetch standard, section 3.3). Credentials that a browser adds by
 * itself are not allowed for: there are none.
 */
export function allowOrigin(origins: AllowedOrigins, request: FastifyRequest, reply: FastifyReply): boolean {
  if (origins !== '*') addVary(reply, 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !(origins === '*' || origins.includes(origin))) return false;
  reply.header('access-control-allow-origin', origins === '*' ? '*' : origin);
  reply.header('access-control-expose-headers', exposedHeaders);
  return true;
}

/** Answers what a browser asks before it sends. Any header may be sent: none gives a right that its sender has not got. */
export function answerPreflight(origins: AllowedOrigins, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('allow', allowedMethods);
  addVary(reply, 'access-control-request-headers');
  if (allowOrigin(origins, request, reply)) {
    reply.header('access-control-allow-methods', allowedMethods);
    reply.header('access-control-max-age', preflightSeconds);
    const asked = request.headers['access-control-request-headers'];
    if (asked !== undefined && headerNames.test(asked)) reply.header('access-control-allow-headers', asked);
  }
  return reply.code(204).send();
}

const headerNames = /^[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*$/;
