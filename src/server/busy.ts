import type { GraphQLError } from 'graphql';
import { refusal } from './refusals.ts';

export const busyMessage = 'The gateway has too much to do; try again in a moment';
/** After so many seconds another try is worth while. */
export const busyRetrySeconds = '1';

export function busy(): GraphQLError {
  return refusal(503, 'SERVICE_UNAVAILABLE', busyMessage, ['retry-after', busyRetrySeconds]);
}
