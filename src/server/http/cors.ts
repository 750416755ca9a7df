import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { createFirstTimes } from '../first-times.ts';
import { addVary } from './vary.ts';

/** The origins whose pages may read responses; `*` allows all. */
export type AllowedOrigins = '*' | readonly string[];

/** The response headers that a page may read, and the lifetime of a preflight in seconds. */
const exposedHeaders = 'etag, retry-after, www-authenticate';
const preflightSeconds = '7200';

/**
 * Lets pages of the allowed origins read the response (the Fetch standard, section 3.3). Returns whether the origin is
 * allowed. Credentials mode is not enabled, since the gateway uses no cookies.
 */
export function allowOrigin(origins: AllowedOrigins, request: FastifyRequest, reply: FastifyReply): boolean {
  if (origins !== '*') addVary(reply, 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !isAllowed(origins, origin)) return false;
  reply.header('access-control-allow-origin', origins === '*' ? '*' : origin);
  reply.header('access-control-expose-headers', exposedHeaders);
  return true;
}

/**
 * Creates the route that answers preflights for these methods. All request headers are allowed: none grants a page rights that it does not
 * have already. A browser tells its user only that it was refused, so each refused origin is logged once.
 */
export function createPreflightRoute(origins: AllowedOrigins, methods: string, log: FastifyBaseLogger) {
  const firstTime = createFirstTimes();
  return (request: FastifyRequest, reply: FastifyReply) => {
    const { origin, 'access-control-request-method': method } = request.headers;
    if (origin !== undefined && method !== undefined && !isAllowed(origins, origin)) {
      const refused = firstTime(origin);
      if (refused !== undefined) log.warn({ origin: refused }, 'Rejected an origin that CORS_ORIGINS does not list');
    }
    return origins.length > 0 ? answerPreflight(origins, methods, request, reply) : reply.callNotFound();
  };
}

function answerPreflight(
  origins: AllowedOrigins,
  methods: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('allow', methods);
  addVary(reply, 'access-control-request-headers');
  if (allowOrigin(origins, request, reply)) {
    reply.header('access-control-allow-methods', methods);
    reply.header('access-control-max-age', preflightSeconds);
    const asked = request.headers['access-control-request-headers'];
    if (asked !== undefined && headerNames.test(asked)) reply.header('access-control-allow-headers', asked);
  }
  return reply.code(204).send();
}

/**
 * Returns whether a page of another site asks for a WebSocket, which browsers let it open and read. Programs send no
 * origin.
 */
export function isForeign(origins: AllowedOrigins, origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || isAllowed(origins, origin)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}

function isAllowed(origins: AllowedOrigins, origin: string): boolean {
  return origins === '*' || origins.includes(origin);
}

const headerNames = /^[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*$/;
