import type { GraphQLError } from 'graphql';
import { nullableKeysTo } from './place.ts';
import type { ExecutionFailure } from './run.ts';

/**
 * Keeps the first error for each position that became null. Drops errors below a position that another error made null
 * (GraphQL specification, section 6.4.4, Handling Execution Errors).
 */
export function firstErrors(failures: readonly ExecutionFailure[]): GraphQLError[] {
  const first = new Map<string, { keys: readonly (string | number)[]; error: GraphQLError }>();
  for (const { error, place, index } of failures) {
    const keys = nullableKeysTo(place, index);
    const id = JSON.stringify(keys);
    if (!first.has(id)) first.set(id, { keys, error });
  }
  const isInside = (keys: readonly (string | number)[]) =>
    keys.some((_, depth) => first.has(JSON.stringify(keys.slice(0, depth))));
  return [...first.values()].filter(({ keys }) => !isInside(keys)).map(({ error }) => error);
}
