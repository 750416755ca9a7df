import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { refusal } from './refusals.ts';

/** Leaves a request time to be answered within the 3 s that others are. */
const timeoutMs = 2000;
/** Whoever sends tokens is not to have the provider asked for each of them while it is away. */
const pauseMs = 1000;

/**
 * The keys of a JWKS at an address: read when a token first needs them, every 10 minutes, and when a token names one that is
 * not known, at most every 30 s. Where they cannot be had, tokens are neither right nor wrong: 503.
 */
export function remoteKeys(url: string, log: FastifyBaseLogger): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs });
  let isAway = false;
  let askedAgainAt = 0;
  return async (header, jws) => {
    if (isAway && performance.now() < askedAgainAt) throw unavailable();
    try {
      const key = await keys(header, jws);
      isAway = false;
      return key;
    } catch (error) {
      if (isOfToken(error)) throw error;
      if (!isAway) log.warn({ reason: reasonOf(error) }, 'The keys of AUTH_JWKS_URL cannot be had');
      isAway = true;
      askedAgainAt = performance.now() + pauseMs;
      throw unavailable();
    }
  };
}

function unavailable(): GraphQLError {
  const message = 'The keys that tokens are checked by cannot be had; try again in a moment';
  return refusal(503, 'SERVICE_UNAVAILABLE', message, ['retry-after', '5']);
}

function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
