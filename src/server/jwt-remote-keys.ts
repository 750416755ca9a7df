import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  type ExportedJWKSCache,
  errors,
  type JWTVerifyGetKey,
  jwksCache,
} from 'jose';
import { refusal } from './refusals.ts';

/** Leaves a request time to be answered within the 3 s that others are. */
const timeoutMs = 2000;
/** While the provider is away, it is not asked for each token that somebody sends. */
const pauseMs = 1000;

/**
 * The keys of a JWKS at an address: read when a token first needs them, every 10 minutes, and when a token names one that is
 * not known, at most every 30 s. Where they cannot be had, those that were read within 10 minutes go on counting; of others
 * a token is neither right nor wrong: 503.
 */
export function remoteKeys(url: string, log: FastifyBaseLogger): JWTVerifyGetKey {
  const read: Partial<ExportedJWKSCache> = {}; // is filled each time they were read
  const keys = createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs, [jwksCache]: read as ExportedJWKSCache });
  let failedAt = 0;
  return async (header, jws) => {
    if (Date.now() < failedAt + pauseMs) return knownKey(header, jws);
    try {
      return await keys(header, jws);
    } catch (error) {
      if (isOfToken(error)) throw error;
      noteFailure(error);
      throw unavailable();
    }
  };

  async function knownKey(...token: Parameters<JWTVerifyGetKey>): Promise<CryptoKey> {
    if (!keys.fresh || !read.jwks) throw unavailable();
    return createLocalJWKSet(read.jwks)(...token).catch(() => {
      throw unavailable();
    });
  }

  /** In the log once, until they are read again. */
  function noteFailure(error: unknown): void {
    if (failedAt <= (read.uat ?? 0)) log.warn({ reason: reasonOf(error) }, 'The keys of AUTH_JWKS_URL cannot be had');
    failedAt = Date.now();
  }
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
