import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { bearerToken } from './bearer-token.ts';
import type { ClientLimits } from './client-limits.ts';
import { type Identity, noteIdentity, type TokenVerifier } from './identity.ts';
import { badAuthorization, tooManyFailures, unauthenticated } from './refusals.ts';

/** Who asks; undefined where the request brings no token. Fails with what it is to be answered where the token is wrong. */
export type Identify = (request: FastifyRequest) => Promise<Identity | undefined>;

/**
 * By `Authorization: Bearer` alone; another scheme is as none. Whoever says a wrong token waits longer and longer
 * (`createFailureDelays`), and what the same client says next waits with it, right or wrong.
 */
export function createIdentify(verifier: TokenVerifier, limits: ClientLimits): Identify {
  return async (request) => {
    const header = onlyAuthorization(request);
    if (header === undefined || !/^Bearer(?: |$)/i.test(header)) return undefined;
    const token = bearerToken(header);
    if (token === undefined) throw unauthenticated('Authorization: Bearer is followed by one token', 'invalid_token');
    const verdict = await verifier.verify(token);
    const isGuess = 'refusal' in verdict && verdict.isGuess;
    const admission = await limits.admit(request.ip, !isGuess);
    if ('retryAfterMs' in admission) throw tooManyFailures(admission.retryAfterMs);
    if (admission.waitMs > 0) await sleep(admission.waitMs, undefined, { ref: false });
    if ('refusal' in verdict) throw unauthenticated(verdict.refusal, 'invalid_token');
    noteIdentity(request, verdict.identity);
    return verdict.identity;
  };
}

/** Of several, others on the way may have looked at another one than Node keeps. */
function onlyAuthorization({ raw, headers }: FastifyRequest): string | undefined {
  const names = raw.rawHeaders.filter((_, index) => index % 2 === 0);
  if (names.filter((name) => name.toLowerCase() === 'authorization').length > 1) throw badAuthorization();
  return headers.authorization;
}
