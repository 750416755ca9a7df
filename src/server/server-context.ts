import type { FastifyRequest } from 'fastify';
import type { GraphContext } from '../context.ts';

/** What resolvers receive, and the request as the server's own plugins need it. */
export interface ServerContext extends GraphContext {
  http: FastifyRequest;
}
