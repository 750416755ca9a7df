import { GraphQLError } from 'graphql';
import { showValue } from '../show-value.ts';

/** The client's input is wrong. `argument` is its path, such as `where.id.eq`; `expected` completes "must be". */
export function badUserInput(argument: string, expected: string, found: unknown): GraphQLError {
  return new GraphQLError(`Argument "${argument}" must be ${expected}, but got: ${showValue(found)}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}
