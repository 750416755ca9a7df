import type { GraphQLError } from 'graphql';
import { graphqlHttpError } from '../../errors/graphql-http-error.ts';

/** RFC 6750, section 3.1. */
type TokenError = 'invalid_request' | 'invalid_token' | 'insufficient_scope';

/** The token is missing or invalid. */
export function unauthenticated(message: string, error?: TokenError): GraphQLError {
  return challenge(401, 'UNAUTHENTICATED', message, error);
}

/** The client is authenticated, but not permitted. */
export function forbidden(message: string, error?: TokenError): GraphQLError {
  return error === undefined
    ? graphqlHttpError(403, 'FORBIDDEN', message)
    : challenge(403, 'FORBIDDEN', message, error);
}

export function badAuthorization(): GraphQLError {
  return challenge(400, 'BAD_REQUEST', 'A request must not have several Authorization headers', 'invalid_request');
}

export function tooManyFailures(retryAfterMs: number): GraphQLError {
  const seconds = Math.ceil(retryAfterMs / 1000);
  const message = `Too many wrong tokens from this address: try again in ${seconds} s`;
  return graphqlHttpError(429, 'RATE_LIMITED', message, ['retry-after', String(seconds)]);
}

function challenge(status: number, code: string, message: string, error?: TokenError): GraphQLError {
  return graphqlHttpError(status, code, message, [
    'www-authenticate',
    error === undefined ? 'Bearer' : `Bearer error="${error}"`,
  ]);
}
