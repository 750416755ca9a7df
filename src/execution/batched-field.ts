import type { GraphQLResolveInfo } from 'graphql';

/** The info of a batched resolver. It has no path, because the resolver is called once for many objects. */
export type BatchInfo = Omit<GraphQLResolveInfo, 'path'>;

/**
 * Resolves one field of many objects at once. `parents` are the objects of one selection, in the order of the response.
 * Returns one value for each parent, in the same order. An `Error` value fails the field for its parent only; if the
 * function throws or rejects, the field fails for all parents. It must not change `args`.
 */
export type BatchResolver<Parent, Args, Context, Value> = (
  parents: readonly Parent[],
  args: Args,
  context: Context,
  info: BatchInfo,
) => readonly (Value | Error)[] | Promise<readonly (Value | Error)[]>;

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    /** The batched resolver of the field. graphql-js calls `resolve` instead, which must return the same values. */
    resolveAll?: BatchResolver<never, never, never, unknown>;
  }
}
