import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { badAuthorization, tooManyFailures, unauthenticated } from '../errors/auth-errors.ts';
import { clientAddress } from '../limits/client-address.ts';
import type { ClientLimits } from '../limits/client-limits.ts';
import { bearerToken } from './bearer-token.ts';
import { type Identity, noteIdentity, type TokenVerifier } from './identity.ts';

/**
 * Returns the identity of a request, or undefined if it has no token. Throws the error for the client if the token is
 * invalid.
 */
export type Authenticate = (request: FastifyRequest) => Promise<Identity | undefined>;

/**
 * Authenticates by `Authorization: Bearer`; other schemes count as no token. After an invalid token, requests with a
 * token from the same client are delayed, whether valid or not, and each further failure doubles the delay
 * (`createAuthBackoff`).
 */
export function createAuthenticate(verifier: TokenVerifier, limits: ClientLimits): Authenticate {
  return async (request) => {
    const header = onlyAuthorization(request);
    if (header === undefined || !/^Bearer(?: |$)/i.test(header)) return undefined;
    const token = bearerToken(header);
    if (token === undefined)
      throw unauthenticated('Authorization: Bearer must be followed by one token', 'invalid_token');
    const verdict = await verifier.verify(token);
    const isGuess = 'reason' in verdict && verdict.isGuess;
    const admission = await limits.admit(clientAddress(request), !isGuess);
    if ('retryAfterMs' in admission) throw tooManyFailures(admission.retryAfterMs);
    if (admission.waitMs > 0) await sleep(admission.waitMs, undefined, { ref: false });
    if ('reason' in verdict) throw unauthenticated(verdict.reason, 'invalid_token');
    noteIdentity(request, verdict.identity);
    return verdict.identity;
  };
}

/** Rejects duplicate headers: a proxy might check a different one from the one Node keeps. */
function onlyAuthorization({ raw, headers }: FastifyRequest): string | undefined {
  const names = raw.rawHeaders.filter((_, index) => index % 2 === 0);
  if (names.filter((name) => name.toLowerCase() === 'authorization').length > 1) throw badAuthorization();
  return headers.authorization;
}
