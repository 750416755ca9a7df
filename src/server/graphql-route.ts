import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { address, allowedMethods, sendError } from './errors/http-errors.ts';
import { preferredResponseType, prefersEventStream, type ResponseType } from './http/accept.ts';
import { checkBodyEncoding } from './http/body-encoding.ts';
import { compressResponse } from './http/compression.ts';
import { type AllowedOrigins, allowOrigin, createPreflightRoute } from './http/cors.ts';
import { sendNotModified } from './http/http-cache.ts';
import { addVary } from './http/vary.ts';
import type { ClientBudget } from './limits/client-limits.ts';
import { applyRateLimit } from './limits/rate-limit.ts';
import { upgradeOf } from './live/upgrades.ts';
import { sendPage, wantsPlayground } from './pages.ts';

export interface GraphqlRoute {
  /** Executes a GraphQL request; the response has the given type. */
  answer(request: FastifyRequest, reply: FastifyReply, type: ResponseType): unknown;
  /** Streams a subscription as server-sent events. */
  stream?: ((request: FastifyRequest, reply: FastifyReply) => unknown) | undefined;
  /** Takes over the connection of a request for a WebSocket. */
  openSocket?: ((request: FastifyRequest, reply: FastifyReply) => unknown) | undefined;
  /** Called after each request. */
  done(request: FastifyRequest): void;
  origins: AllowedOrigins;
  budget: ClientBudget | undefined;
  maxBodyBytes: number;
  /** The time after which the connection of a client that does not read is closed. */
  patienceMs: number;
  hasPlayground: boolean;
}

/**
 * Serves GraphQL, and the playground for browsers.
 *
 * This is also the protection against CSRF. Without a preflight, a page of another site can make a browser send GET, and
 * POST with a text or form body. GET changes nothing, and the page cannot read the response; such bodies are rejected.
 */
export function routeGraphql(app: FastifyInstance, route: GraphqlRoute): void {
  const { origins, budget, maxBodyBytes, patienceMs } = route;
  const isUpgrade = ({ raw }: FastifyRequest) => upgradeOf(raw) !== undefined;
  const isPage = (request: FastifyRequest) => !isUpgrade(request) && route.hasPlayground && wantsPlayground(request);
  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: address,
    onRequest: [
      (request, reply, done) => {
        setDefaultHeaders(reply);
        allowOrigin(origins, request, reply);
        done();
      },
      async (request, reply) =>
        budget && !isPage(request) ? applyRateLimit(budget, maxBodyBytes, request, reply) : undefined,
      checkBodyEncoding,
    ],
    onSend: [
      sendNotModified,
      compressResponse,
      ({ socket }, _reply, _payload, done) => {
        if (socket instanceof Socket) socket.setTimeout(patienceMs);
        done();
      },
    ],
    handler: async (request, reply) => {
      if (isUpgrade(request)) return route.openSocket?.(request, reply) ?? sendError(reply, 400, noWebSockets);
      if (isPage(request)) return sendPage(reply, 'playground');
      if (request.method === 'POST' && request.body === undefined)
        return sendError(reply, 415, 'The request body must be JSON');
      if (route.stream && request.method !== 'HEAD' && prefersEventStream(request.headers.accept ?? ''))
        return route.stream(request, reply);
      const type = preferredResponseType(request.headers.accept ?? '');
      if (type === undefined) return sendError(reply, 406, notAcceptable);
      try {
        return await route.answer(request, reply, type);
      } finally {
        route.done(request);
      }
    },
  });
  app.options(address, createPreflightRoute(origins, allowedMethods, app.log));
}

/** Responses are not cacheable unless `httpCache` allows it; they vary by the accepted type and by the client. */
function setDefaultHeaders(reply: FastifyReply): void {
  reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  addVary(reply, 'accept', 'authorization');
}

const noWebSockets = 'This gateway has no subscriptions';

const notAcceptable =
  'Accept must allow application/json or application/graphql-response+json, in UTF-8, which responses have';
