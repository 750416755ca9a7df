import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkBodyForm } from './body-form.ts';
import { answerNotModified } from './cache-answers.ts';
import type { ClientBudget } from './client-limits.ts';
import { compressAnswer } from './compress-answers.ts';
import { type AllowedOrigins, allowOrigin, answerPreflight } from './cross-origin.ts';
import { address, refuse } from './http-errors.ts';
import { takeRequestCost } from './limit-rate.ts';
import { sendPlayground, wantsPlayground } from './playground.ts';
import { addVary } from './vary.ts';

export interface GraphqlRoute {
  /** Answers what GraphQL is asked. */
  answer(request: FastifyRequest, reply: FastifyReply): unknown;
  /** Is told when that is over. */
  done(request: FastifyRequest): void;
  origins: AllowedOrigins;
  budget: ClientBudget | undefined;
  maxBodyBytes: number;
  /** How long a client may take to read on before its connection is ended. */
  patienceMs: number;
  hasPlayground: boolean;
}

/**
 * GraphQL at its address, for browsers the playground.
 *
 * A page of another site can have a browser send GET, and POST of a text or a form, without asking first. The one changes
 * nothing, and its answer such a page cannot read; of the others no body is taken.
 */
export function routeGraphql(app: FastifyInstance, route: GraphqlRoute): void {
  const { origins, budget, maxBodyBytes, patienceMs } = route;
  const isPage = (request: FastifyRequest) => route.hasPlayground && wantsPlayground(request);
  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: address,
    onRequest: [
      async (request, reply) => {
        setDefaultHeaders(reply);
        allowOrigin(origins, request, reply);
      },
      async (request, reply) =>
        budget && !isPage(request) ? takeRequestCost(budget, maxBodyBytes, request, reply) : undefined,
      checkBodyForm,
    ],
    onSend: [
      answerNotModified,
      compressAnswer,
      async ({ socket }) => {
        if (socket instanceof Socket) socket.setTimeout(patienceMs);
      },
    ],
    handler: async (request, reply) => {
      if (isPage(request)) return sendPlayground(reply);
      if (request.method === 'POST' && request.body === undefined) return refuse(reply, 415, 'A body is taken as JSON');
      const read = asApolloReads(request);
      try {
        return await route.answer(read, reply);
      } finally {
        route.done(read);
      }
    },
  });
  if (origins.length > 0) {
    app.options(address, (request, reply) => answerPreflight(origins, request, reply));
  }
}

/** What is not said to be for a cache is not for one; what is read depends on how it is asked, and by whom. */
function setDefaultHeaders(reply: FastifyReply): void {
  reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  addVary(reply, 'accept', 'authorization');
}

/** HEAD asks what GET asks, and answers without the body. What the address says of its host may be anything. */
function asApolloReads(request: FastifyRequest): FastifyRequest {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return Object.create(request, {
    method: { value: method },
    protocol: { value: 'http' },
    hostname: { value: 'localhost' },
  });
}
