import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { HeaderMap } from './apollo.ts';
import { createFailureDelays } from './failure-delays.ts';
import type { ServerContext } from './server-context.ts';

/**
 * Lets mutations pass only with `Authorization: Bearer` and the token; none where there is no token. Decides once for an
 * operation, before any of it is executed. Who says a wrong token waits longer and longer (`createFailureDelays`).
 */
export function authorizeWrites(token: string | undefined): ApolloServerPlugin<ServerContext> {
  const isToken = token === undefined ? undefined : createTokenCheck(token);
  const delays = createFailureDelays();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { http } }) {
          if (operation?.operation !== 'mutation') return;
          if (!isToken) throw refusal(403, 'FORBIDDEN', 'Writing is off: the gateway has no INGEST_TOKEN');
          const given = bearerToken(http.headers.authorization);
          if (given === undefined)
            throw unauthenticated('Writing takes the header Authorization: Bearer and the token');
          const admission = delays.admit(http.ip, () => isToken(given), performance.now());
          if ('retryAfterMs' in admission) throw tooManyFailures(admission.retryAfterMs);
          if (admission.waitMs > 0) await sleep(admission.waitMs, undefined, { ref: false });
          if (!admission.isRight) throw unauthenticated('The token is not that of this gateway', 'invalid_token');
        },
      };
    },
  };
}

/** In time that tells nothing of the token: what is compared are digests, of one length, as a whole. */
export function createTokenCheck(token: string): (given: string) => boolean {
  const digest = digestOf(token);
  return (given) => timingSafeEqual(digestOf(given), digest);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** RFC 6750, section 2.1; the name of the scheme is in any case. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}

function unauthenticated(message: string, error?: string): GraphQLError {
  const challenge = error === undefined ? 'Bearer' : `Bearer error="${error}"`;
  return refusal(401, 'UNAUTHENTICATED', message, ['www-authenticate', challenge]);
}

function tooManyFailures(retryAfterMs: number): GraphQLError {
  const seconds = Math.ceil(retryAfterMs / 1000);
  const message = `Too many wrong tokens came from this address: try again in ${seconds} s`;
  return refusal(429, 'RATE_LIMITED', message, ['retry-after', String(seconds)]);
}

function refusal(status: number, code: string, message: string, header?: [string, string]): GraphQLError {
  const headers = new HeaderMap(header && [header]);
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}
