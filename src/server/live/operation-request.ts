import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/**
 * Returns the request of one operation on a WebSocket: that which opened the connection, with an id of its own and, if
 * given, with another `Authorization`. So everything that is kept by request is kept by operation.
 */
export function operationRequest(request: FastifyRequest, authorization: string | undefined): FastifyRequest {
  const headers = authorization === undefined ? request.headers : { ...request.headers, authorization };
  const rawHeaders =
    authorization === undefined
      ? request.raw.rawHeaders
      : Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((each) => [name, String(each)]));
  const raw = Object.create(request.raw, { headers: { value: headers }, rawHeaders: { value: rawHeaders } });
  return Object.create(request, {
    id: { value: randomUUID() },
    raw: { value: raw, writable: true },
    headers: { value: headers },
  }) as FastifyRequest;
}
