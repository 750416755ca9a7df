import { GraphQLError } from 'graphql';
import { showValue } from './show-value.ts';

/**
 * Creates a `BAD_USER_INPUT` error. `argument` is a path such as `where.id.eq`; `expected` completes "must be". `hint` is
 * a sentence without its period.
 */
export function badUserInput(argument: string, expected: string, found: unknown, hint?: string): GraphQLError {
  const fault = `Argument "${argument}" must be ${expected}, but got: ${showValue(found)}`;
  return new GraphQLError(hint === undefined ? fault : `${fault}. ${hint}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}
