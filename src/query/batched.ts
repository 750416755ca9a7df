import type { GraphQLResolveInfo } from 'graphql';
import type { FieldInfo } from './field-info.ts';

/** Returns a field's value for each parent, in order. An `Error` value fails the field for its parent only. */
type ResolveAll<Parent, Args, Context, Value> = (
  parents: readonly Parent[],
  args: Args,
  context: Context,
  info: FieldInfo,
) => readonly (Value | Error)[] | Promise<readonly (Value | Error)[]>;

/** The resolvers of a batched field: `resolveAll` for many parents, and `resolve` for one, which graphql-js calls. */
export interface Batched<Parent, Args, Context, Value> {
  resolve(parent: Parent, args: Args, context: Context, info: GraphQLResolveInfo): Value | Promise<Value>;
  resolveAll: ResolveAll<Parent, Args, Context, Value>;
}

/** Makes the resolvers for both executors from a batched one. */
export function batched<Parent, Args, Context, Value>(
  resolveAll: ResolveAll<Parent, Args, Context, Value>,
): Batched<Parent, Args, Context, Value> {
  return {
    resolveAll,
    resolve(parent, args, context, info) {
      const values = resolveAll([parent], args, context, info);
      return values instanceof Promise ? values.then(valueIn) : valueIn(values);
    },
  };
}

function valueIn<Value>([value]: readonly (Value | Error)[]): Value {
  if (value instanceof Error) throw value;
  return value as Value;
}
