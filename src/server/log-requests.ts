import type { FastifyInstance } from 'fastify';
import { onAnswered } from './answered-request.ts';

const probes = new Set(['/livez', '/readyz', '/metrics']);

/** A line for each answer, at the level `info`; those of probes at `debug`. */
export function logRequests(app: FastifyInstance): void {
  if (!['info', 'debug', 'trace'].includes(app.log.level)) return;
  onAnswered(app, ({ operation, ...request }) => {
    const { name, type, cost, outcome, codes, commands } = operation ?? {};
    const told = operation && {
      operationName: name,
      operationType: type,
      cost,
      outcome,
      ...(codes?.length && { codes }),
      storeCommands: commands?.length,
    };
    const level = probes.has(request.route ?? '') ? 'debug' : 'info';
    app.log[level]({ ...request, ...told }, 'Answered');
  });
}
