import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { badUserInput } from '../../errors/bad-user-input.ts';
import { ChangesGone, RevisionAhead } from '../../store/changes.ts';
import { TooManyNodes } from './live-filter.ts';

/** Returns the error for a client whose subscription cannot begin or go on; other errors are returned unchanged. */
export function subscriptionError(error: unknown): unknown {
  if (error instanceof TooManyNodes) return withCode('SUBSCRIPTION_TOO_LARGE', error.message);
  if (error instanceof ChangesGone)
    return new GraphQLError(`${error.message}. Query again, and subscribe after the revision of the response`, {
      extensions: { code: 'GONE', oldestKeptRevision: error.oldestKeptRevision },
    });
  if (error instanceof RevisionAhead)
    return badUserInput('after', `at most the current revision (${error.currentRevision})`, error.revision);
  return error;
}

export function withCode(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

export const tooSlow: GraphQLFormattedError = {
  message: 'The subscription ended because the client does not read its events',
  extensions: { code: 'SUBSCRIBER_TOO_SLOW' },
};
