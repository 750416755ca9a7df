import { GraphQLError } from 'graphql';

/** Creates a GraphQL error with an HTTP status and at most one header for the response. `cause` is for the log. */
export function graphqlHttpError(
  status: number,
  code: string,
  message: string,
  header?: [string, string],
  cause?: Error,
): GraphQLError {
  const http = { status, headers: new Map(header && [header]) };
  return new GraphQLError(message, { originalError: cause ?? null, extensions: { code, http } });
}
