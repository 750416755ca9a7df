import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { graphqlHttpError } from '../../errors/graphql-http-error.ts';
import { sendError } from '../errors/http-errors.ts';
import { clientAddress } from './client-address.ts';
import type { ClientBudget } from './client-limits.ts';
import type { BudgetState } from './leaky-bucket.ts';
import { overloaded, overloadedMessage, overloadedRetrySeconds } from './overloaded.ts';

/** The base cost of every request. */
const requestCost = 10;
/** The number of bytes of a request that cost 1 more. */
const bytesPerCost = 20;

/** The cost of a request that GraphQL rejects: finding its errors can take longer than executing it. */
export const requestErrorCost = 1000;

/**
 * Charges the cost of a request before its body is read. Responds with 429 if too little of the client's budget
 * remains, and with 503 if the budget is not known in time.
 */
export async function applyRateLimit(
  budget: ClientBudget,
  maxBodyBytes: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const cost = requestCost + Math.ceil(lengthOf(request, maxBodyBytes) / bytesPerCost);
  const state = await budget.take(clientAddress(request), cost).catch(() => undefined);
  if (!state) return sendError(reply.header('retry-after', overloadedRetrySeconds), 503, overloadedMessage);
  if (state.retryAfterMs === 0) return undefined;
  const seconds = retryAfterSeconds(state);
  return sendError(reply.header('retry-after', String(seconds)), 429, rateLimitMessage(seconds), {
    cost: { budget: budgetExtension(budget, state) },
  });
}

/** Charges the cost of a message on a WebSocket as that of a request. Returns the error for the client, if any. */
export async function chargeMessage(
  budget: ClientBudget | undefined,
  request: FastifyRequest,
  length: number,
): Promise<GraphQLError | undefined> {
  if (!budget) return undefined;
  const cost = requestCost + Math.ceil(length / bytesPerCost);
  const state = await budget.take(clientAddress(request), cost).catch(() => undefined);
  if (!state) return overloaded();
  if (state.retryAfterMs === 0) return undefined;
  return graphqlHttpError(429, 'RATE_LIMITED', rateLimitMessage(retryAfterSeconds(state)));
}

export function rateLimitMessage(seconds: number): string {
  return `Rate limit exceeded for this address: try again in ${seconds} s`;
}

export function retryAfterSeconds({ retryAfterMs }: BudgetState): number {
  return Math.max(Math.ceil(retryAfterMs / 1000), 1);
}

/** Returns the budget as `extensions.cost` reports it. */
export function budgetExtension(
  { perMinute }: ClientBudget,
  { remaining }: BudgetState,
): { perMinute: number; remaining: number } {
  return { perMinute, remaining };
}

/** A body without a Content-Length counts as the longest. */
function lengthOf({ method, url, headers }: FastifyRequest, maxBodyBytes: number): number {
  if (method !== 'POST') return url.length;
  const length = Number(headers['content-length'] ?? maxBodyBytes);
  return Number.isFinite(length) ? Math.min(length, maxBodyBytes) : maxBodyBytes;
}
