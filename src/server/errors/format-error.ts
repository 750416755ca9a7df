import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { isUnavailable } from '../../store/is-unavailable.ts';
import { argumentOf, malformedArgumentPath } from './argument-path.ts';
import { validationHint } from './validation-hints.ts';

const maxMessageLength = 1000;

/** The request ids of errors that were logged. */
const requestIds = new WeakMap<object, string>();

/** Records the request id of an error, for the error formatter. */
export function noteRequestId(error: object, requestId: string): void {
  requestIds.set(error, requestId);
}

/** Whether an error is neither deliberate nor an unavailable store. Such errors are logged with their stack. */
export function isInternal(error: unknown): boolean {
  return codeOf(error) === 'INTERNAL_SERVER_ERROR';
}

export function isStoreAway(error: unknown): boolean {
  return isUnavailable(unwrapResolverError(error));
}

/**
 * Creates the only function that decides what a client can read of an error:
 *
 * - Deliberate errors are returned unchanged.
 * - A malformed value is `BAD_USER_INPUT`, in the query or in a variable.
 * - An unavailable store is `SERVICE_UNAVAILABLE`.
 * - Anything else is `Internal server error`, with the request id under which it is logged.
 */
export function createErrorFormatter({
  schema,
  production,
  log,
}: {
  /** The schema for hints in messages; undefined if introspection is disabled. */
  schema: GraphQLSchema | undefined;
  production: boolean;
  log: FastifyBaseLogger;
}) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const position = { ...(locations && { locations }), ...(path && { path }) };
    const code = codeOf(error);
    if (code === 'INTERNAL_SERVER_ERROR') {
      const extensions = { code, requestId: requestIdOf(error) ?? logUnnoted(log, error) };
      return { message: 'Internal server error', ...position, extensions };
    }
    if (isStoreAway(error)) {
      return {
        message: 'The document store is unavailable; try again in a moment',
        ...position,
        extensions: { code },
      };
    }
    const argument = malformedArgumentPath(error);
    return {
      ...formatted,
      message: production
        ? truncate(withoutSuggestions(formatted.message))
        : truncate(formatted.message) + ((schema && validationHint(schema, formatted.message)) ?? ''),
      ...(argument !== undefined && { extensions: { argument, ...formatted.extensions, code: 'BAD_USER_INPUT' } }),
    };
  };
}

function requestIdOf(error: unknown): string | undefined {
  return typeof error === 'object' && error ? requestIds.get(error) : undefined;
}

/** Errors without a context, or outside of resolvers, have no request id yet. */
function logUnnoted(log: FastifyBaseLogger, error: unknown): string {
  const requestId = randomUUID();
  log.error({ err: error, requestId }, 'A request failed');
  return requestId;
}

function codeOf(error: unknown): string {
  const original = unwrapResolverError(error);
  if (isUnavailable(original)) return 'SERVICE_UNAVAILABLE';
  if (!(original instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR';
  const { code } = original.extensions;
  if (code !== undefined) return String(code);
  return argumentOf(original) === undefined ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
}

/** Apollo's setting misses the suggestions for enum values in variables. */
function withoutSuggestions(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/gu, '');
}

/** graphql-js repeats the complete rejected value in each error. */
function truncate(message: string): string {
  return message.length <= maxMessageLength ? message : `${message.slice(0, maxMessageLength - 1)}…`;
}
