import type { GraphQLError } from 'graphql';
import { graphqlHttpError } from '../../errors/graphql-http-error.ts';

export const overloadedMessage = 'The gateway is overloaded; try again in a moment';
/** The value of `Retry-After`, in seconds. */
export const overloadedRetrySeconds = '1';

export function overloaded(): GraphQLError {
  return graphqlHttpError(503, 'SERVICE_UNAVAILABLE', overloadedMessage, ['retry-after', overloadedRetrySeconds]);
}
