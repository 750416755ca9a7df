import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { isUnavailable } from '../store/is-unavailable.ts';
import { malformedArgument } from './note-malformed.ts';
import { whatFits } from './what-fits.ts';

const maxMessageLength = 1000;

/** Where the id of the request travels from the request to its errors, once those are logged. */
const requestIds = new WeakMap<object, string>();

/** Lets `formatError` name the request of an error that is logged. */
export function noteRequestId(error: object, requestId: string): void {
  requestIds.set(error, requestId);
}

/** Whether an error is ours: neither a deliberate answer nor a store that is away. Those are to be logged whole. */
export function isInternal(error: unknown): boolean {
  return codeOf(error) === 'INTERNAL_SERVER_ERROR';
}

export function isStoreAway(error: unknown): boolean {
  return isUnavailable(unwrapResolverError(error));
}

/**
 * The one place that decides what a client may read of an error: deliberate ones as they are, a malformed value as
 * `BAD_USER_INPUT` whether it stands in the query or in a variable, a store that is away as `SERVICE_UNAVAILABLE`, anything
 * else as `Internal server error` with the id under which it is logged.
 */
export function createErrorFormatter({
  schema,
  production,
  log,
}: {
  /** What messages tell of where something does not fit; undefined where clients may not ask for it either. */
  schema: GraphQLSchema | undefined;
  production: boolean;
  log: FastifyBaseLogger;
}) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const code = codeOf(error);
    if (code === 'INTERNAL_SERVER_ERROR') {
      const extensions = { code, requestId: requestIdOf(error) ?? logUnnoted(log, error) };
      return { message: 'Internal server error', ...place, extensions };
    }
    if (isStoreAway(error)) {
      return { message: 'The document store does not answer; try again in a moment', ...place, extensions: { code } };
    }
    const argument = malformedArgument(error);
    return {
      ...formatted,
      message: production
        ? cut(withoutSuggestions(formatted.message))
        : cut(formatted.message) + ((schema && whatFits(schema, formatted.message)) ?? ''),
      ...(argument !== undefined && { extensions: { argument, ...formatted.extensions, code: 'BAD_USER_INPUT' } }),
    };
  };
}

function requestIdOf(error: unknown): string | undefined {
  return typeof error === 'object' && error ? requestIds.get(error) : undefined;
}

/** What fails before there is a context, or between the resolvers, has no request to name. */
function logUnnoted(log: FastifyBaseLogger, error: unknown): string {
  const requestId = randomUUID();
  log.error({ err: error, requestId }, 'A request failed');
  return requestId;
}

function codeOf(error: unknown): string {
  const original = unwrapResolverError(error);
  if (isUnavailable(original)) return 'SERVICE_UNAVAILABLE';
  if (!(original instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR';
  return String(original.extensions.code ?? 'INTERNAL_SERVER_ERROR');
}

/** Apollo's own setting misses those for enum values in variables. */
function withoutSuggestions(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/gu, '');
}

/** graphql-js repeats what it refuses, whole, in each of the errors. */
function cut(message: string): string {
  return message.length <= maxMessageLength ? message : `${message.slice(0, maxMessageLength - 1)}…`;
}
