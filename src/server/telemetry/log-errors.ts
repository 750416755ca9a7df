import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError } from 'graphql';
import type { GraphContext } from '../../entities/context.ts';
import { explainRefusal } from '../../store/explain-refusal.ts';
import { isInternal, isStoreAway, noteRequestId } from '../errors/format-error.ts';
import type { RequestPlugin } from '../unite-plugins.ts';

/**
 * Logs errors that the client did not cause. Internal errors are logged with their stack and the request id that the
 * client receives, once each however many fields fail. A command that the store refused is logged without a stack, and an
 * unavailable store in one line per request.
 */
export function logErrors(log: FastifyBaseLogger): RequestPlugin {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue, operationName }) {
          logOperationErrors(log, errors, contextValue, operationName);
        },
      };
    },
  };
}

/** Logs those errors of an operation that the client did not cause. */
export function logOperationErrors(
  log: FastifyBaseLogger,
  errors: readonly GraphQLError[],
  { requestId }: Pick<GraphContext, 'requestId'>,
  operationName: string | null | undefined,
): void {
  for (const [fault, paths] of pathsByFault(errors.filter(isInternal))) {
    const reason = explainRefusal(fault);
    if (reason) log.error({ reason, paths, requestId, operationName }, 'The document store refused a command');
    else log.error({ err: fault, paths, requestId, operationName }, 'A resolver failed');
  }
  for (const error of errors) noteRequestId(error, requestId);
  const away = errors.map(rootOf).find(isStoreAway);
  if (away) log.warn({ reason: away.message, requestId, operationName }, 'The document store is unavailable');
}

/** Deliberate errors, such as those of mutations, may be caused by the store too. */
function rootOf(error: GraphQLError): Error {
  return error.originalError instanceof GraphQLError ? rootOf(error.originalError) : (error.originalError ?? error);
}

function pathsByFault(errors: readonly GraphQLError[]): Map<unknown, GraphQLError['path'][]> {
  const paths = new Map<unknown, GraphQLError['path'][]>();
  for (const error of errors) {
    const fault = error.originalError ?? error;
    paths.set(fault, [...(paths.get(fault) ?? []), error.path]);
  }
  return paths;
}
