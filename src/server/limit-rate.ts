import type { FastifyReply, FastifyRequest } from 'fastify';
import { busyMessage, busyRetrySeconds } from './busy.ts';
import type { ClientBudget } from './client-limits.ts';
import type { BudgetState } from './cost-budget.ts';
import { refuse } from './http-errors.ts';

/** What a request takes from the budget of its client, whatever it asks: as much, and more for its length. */
const requestCost = 10;
const bytesPerCost = 20;

/** What a request takes that GraphQL refuses: to find that out can cost more time than to answer. */
export const refusalCost = 1000;

/**
 * Takes what a request costs that has just begun, before its body is read; 429 where the client has too little left, 503
 * where that cannot be said in time.
 */
export async function takeRequestCost(
  budget: ClientBudget,
  maxBodyBytes: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const cost = requestCost + Math.ceil(lengthOf(request, maxBodyBytes) / bytesPerCost);
  const state = await budget.take(request.ip, cost).catch(() => undefined);
  if (!state) return refuse(reply.header('retry-after', busyRetrySeconds), 503, busyMessage);
  if (state.retryAfterMs === 0) return undefined;
  const seconds = retryAfterSeconds(state);
  return refuse(reply.header('retry-after', String(seconds)), 429, rateMessage(seconds), {
    cost: { budget: tellBudget(budget, state) },
  });
}

export function rateMessage(seconds: number): string {
  return `Too much was asked for from this address in a minute: try again in ${seconds} s`;
}

export function retryAfterSeconds({ retryAfterMs }: BudgetState): number {
  return Math.max(Math.ceil(retryAfterMs / 1000), 1);
}

/** What `extensions.cost` says of it. */
export function tellBudget({ perMinute }: ClientBudget, { left }: BudgetState): { perMinute: number; left: number } {
  return { perMinute, left };
}

/** A body that does not say its length counts as the longest. */
function lengthOf({ method, url, headers }: FastifyRequest, maxBodyBytes: number): number {
  if (method !== 'POST') return url.length;
  const length = Number(headers['content-length'] ?? maxBodyBytes);
  return Number.isFinite(length) ? Math.min(length, maxBodyBytes) : maxBodyBytes;
}
