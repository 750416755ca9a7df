import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { andThen, type MaybePromise } from './maybe-promise.ts';
import { fieldOf, type Place } from './place.ts';
import type { FieldPlan } from './plan.ts';
import { settled } from './resolve-field.ts';
import { batchInfo, type Column, Failure, isAbsent, ResolveInfo, type Run } from './run.ts';

/**
 * Returns the object type of each value of an abstract type; null, an `Error` or a `Failure` for a value that is one, or
 * that has no type.
 */
export function runtimeTypes(
  run: Run,
  field: FieldPlan,
  abstract: GraphQLAbstractType,
  values: Column,
  place: Place,
): MaybePromise<Column> {
  const resolveType = abstract.resolveType ?? defaultTypeResolver;
  const info = batchInfo(run, field);
  const names = new Array<unknown>(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isAbsent(value)) continue;
    try {
      const of = fieldOf(place, i);
      names[i] = resolveType(value, run.context, new ResolveInfo(info, of.place, of.index), abstract);
    } catch (error) {
      names[i] = new Failure(error);
    }
  }
  return andThen(settled(names), (names) =>
    values.map((value, i) => {
      if (isAbsent(value)) return value;
      const name = names[i];
      if (name instanceof Failure) return name;
      try {
        return objectType(run, field, abstract, name, value);
      } catch (error) {
        return new Failure(error);
      }
    }),
  );
}

/** Returns the type with this name. Throws the errors of graphql-js (`ensureValidRuntimeType`). */
function objectType(
  { plan: { schema } }: Run,
  { parentType, name: fieldName, nodes }: FieldPlan,
  abstract: GraphQLAbstractType,
  name: unknown,
  value: unknown,
): GraphQLObjectType {
  const error = (message: string) => new GraphQLError(message, { nodes });
  const place = `field "${parentType.name}.${fieldName}"`;
  const mustResolve = `Abstract type "${abstract.name}" must resolve to an Object type at runtime for ${place}`;
  if (name === null || name === undefined)
    throw error(
      `${mustResolve}. Either the "${abstract.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    );
  if (isObjectType(name))
    throw error(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  if (typeof name !== 'string')
    throw error(`${mustResolve} with value ${inspect(value)}, received "${inspect(name)}".`);
  const type = schema.getType(name);
  const resolved = `Abstract type "${abstract.name}" was resolved to a`;
  if (!type) throw error(`${resolved} type "${name}" that does not exist inside the schema.`);
  if (!isObjectType(type)) throw error(`${resolved} non-object type "${name}".`);
  if (!schema.isSubType(abstract, type))
    throw error(`Runtime Object type "${type.name}" is not a possible type for "${abstract.name}".`);
  return type;
}
