import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { GraphContext } from '../context.ts';
import { isInternal, isStoreAway, noteRequestId } from './format-error.ts';

/**
 * Logs what is not the client's doing: our faults whole, each once however many fields it fails, under the id that the
 * client is told; a store that is away in one line a request.
 */
export function logErrors(log: FastifyBaseLogger): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId }, operationName }) {
          for (const [fault, paths] of pathsByFault(errors.filter(isInternal))) {
            log.error({ err: fault, paths, requestId, operationName }, 'A resolver failed');
          }
          for (const error of errors) noteRequestId(error, requestId);
          const away = errors.find(isStoreAway);
          if (away) log.warn({ reason: away.message, requestId, operationName }, 'The document store does not answer');
        },
      };
    },
  };
}

function pathsByFault(errors: readonly GraphQLError[]): Map<unknown, GraphQLError['path'][]> {
  const paths = new Map<unknown, GraphQLError['path'][]>();
  for (const error of errors) {
    const fault = error.originalError ?? error;
    paths.set(fault, [...(paths.get(fault) ?? []), error.path]);
  }
  return paths;
}
