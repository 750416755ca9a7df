import type { FastifyInstance } from 'fastify';
import { onRequestRecord } from './request-record.ts';

const probes = new Set(['/livez', '/readyz', '/metrics']);

/** Logs one line for each response, at the level `info`, or `debug` for probes. */
export function logRequests(app: FastifyInstance): void {
  if (!['info', 'debug', 'trace'].includes(app.log.level)) return;
  onRequestRecord(app, ({ operation, export: exported, ...request }) => {
    const { name, type, cost, outcome, codes, commands } = operation ?? {};
    const told = operation && {
      operationName: name,
      operationType: type,
      cost,
      outcome,
      ...(codes?.length && { codes }),
      storeCommands: commands?.length,
    };
    const { name: operationName, ...totals } = exported ?? {};
    const level = probes.has(request.route ?? '') ? 'debug' : 'info';
    app.log[level]({ ...request, ...told, ...(exported && { operationName, ...totals }) }, 'Request completed');
  });
}
