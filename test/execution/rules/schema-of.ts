import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLIsTypeOfFn,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isObjectType,
  isScalarType,
} from 'graphql';

type Resolve = GraphQLFieldResolver<any, any>;
type ResolveAll = (parents: readonly any[], args: any, context: any, info: any) => unknown;

/** The resolvers of a type; of an abstract type its type's, of a scalar its serializer. */
export interface TypeResolvers {
  [field: string]: Resolve | { resolve?: Resolve; resolveAll: ResolveAll };
}

export interface Resolvers {
  types?: Record<string, TypeResolvers>;
  resolveType?: Record<string, GraphQLTypeResolver<any, any>>;
  isTypeOf?: Record<string, GraphQLIsTypeOfFn<any, any>>;
  serialize?: Record<string, (value: unknown) => unknown>;
}

/** Returns a schema with resolvers. */
export function schemaOf(
  sdl: string,
  { types = {}, resolveType = {}, isTypeOf = {}, serialize = {} }: Resolvers = {},
): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) type.serialize = serialize[type.name] ?? type.serialize;
    if (isAbstractType(type)) type.resolveType = resolveType[type.name];
    if (!isObjectType(type)) continue;
    type.isTypeOf = isTypeOf[type.name];
    for (const [name, resolver] of Object.entries(types[type.name] ?? {})) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`Expected a field of ${type}, but got: ${name}`);
      if (typeof resolver === 'function') field.resolve = resolver;
      else {
        if (resolver.resolve) field.resolve = resolver.resolve;
        field.extensions = { resolveAll: resolver.resolveAll as never };
      }
    }
  }
  return schema;
}
