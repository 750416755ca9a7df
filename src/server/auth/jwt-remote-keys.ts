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
import { graphqlHttpError } from '../../errors/graphql-http-error.ts';

/** Short enough for a request to be answered within 3 s, like any other. */
const timeoutMs = 2000;
/** After a failed fetch, no other is tried for this long, whatever tokens arrive. */
const pauseMs = 1000;

/**
 * Returns the keys of a JWKS at a URL. They are fetched for the first token, again after 10 minutes, and at most every
 * 30 s when a token names an unknown key. If a fetch fails, keys that were fetched within the last 10 minutes stay
 * valid. Tokens that need another key get 503.
 */
export function remoteKeys(url: string, log: FastifyBaseLogger): JWTVerifyGetKey {
  const read: Partial<ExportedJWKSCache> = {}; // is filled on each fetch
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

  /** Logs the first failure after a successful fetch only. */
  function noteFailure(error: unknown): void {
    if (failedAt <= (read.uat ?? 0))
      log.warn({ reason: reasonOf(error) }, 'Fetching the keys from AUTH_JWKS_URL failed');
    failedAt = Date.now();
  }
}

function unavailable(): GraphQLError {
  const message = 'The token keys are unavailable; try again in a moment';
  return graphqlHttpError(503, 'SERVICE_UNAVAILABLE', message, ['retry-after', '5']);
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
