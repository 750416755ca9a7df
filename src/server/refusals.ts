import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** RFC 6750, section 3.1. */
type TokenError = 'invalid_request' | 'invalid_token' | 'insufficient_scope';

/** Nobody is known: a token is missing, or not right. */
export function unauthenticated(message: string, error?: TokenError): GraphQLError {
  return challenge(401, 'UNAUTHENTICATED', message, error);
}

/** Who is known may not. */
export function forbidden(message: string, error?: TokenError): GraphQLError {
  return error === undefined ? refusal(403, 'FORBIDDEN', message) : challenge(403, 'FORBIDDEN', message, error);
}

export function badAuthorization(): GraphQLError {
  return challenge(400, 'BAD_REQUEST', 'A request has one header Authorization, not several', 'invalid_request');
}

export function tooManyFailures(retryAfterMs: number): GraphQLError {
  const seconds = Math.ceil(retryAfterMs / 1000);
  const message = `Too many wrong tokens came from this address: try again in ${seconds} s`;
  return refusal(429, 'RATE_LIMITED', message, ['retry-after', String(seconds)]);
}

function challenge(status: number, code: string, message: string, error?: TokenError): GraphQLError {
  return refusal(status, code, message, [
    'www-authenticate',
    error === undefined ? 'Bearer' : `Bearer error="${error}"`,
  ]);
}

/** As Apollo Server answers it: with a status and a header of its own. */
export function refusal(status: number, code: string, message: string, header?: [string, string]): GraphQLError {
  const headers = new HeaderMap(header && [header]);
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}
