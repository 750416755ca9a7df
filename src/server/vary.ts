import type { FastifyReply } from 'fastify';

/** Says that the answer depends on a header of the request, besides those that were named before. */
export function addVary(reply: FastifyReply, ...names: string[]): void {
  const known = reply.getHeader('vary');
  const all = new Set([...(typeof known === 'string' ? known.split(', ') : []), ...names]);
  reply.header('vary', [...all].join(', '));
}
