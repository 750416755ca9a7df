import type { FastifyReply } from 'fastify';

/** Adds names of request headers to `Vary`. */
export function addVary(reply: FastifyReply, ...names: string[]): void {
  const given = reply.getHeader('vary');
  if (given === undefined) return void reply.header('vary', names.join(', '));
  const known = typeof given === 'string' ? given.split(', ') : [];
  const added = names.filter((name) => !known.includes(name));
  if (added.length > 0) reply.header('vary', [...known, ...added].join(', '));
}
