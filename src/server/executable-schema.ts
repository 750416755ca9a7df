import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isInterfaceType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import type { Resolvers } from '../generated/resolvers.ts';

/**
 * Builds the schema of `typeDefs` with its resolvers. Does not validate the SDL, which would double the time; the tests
 * do.
 *
 * @throws Error for a resolver of a field that the schema does not have.
 */
export function executableSchema(typeDefs: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildASTSchema(parse(typeDefs, { noLocation: true }), { assumeValidSDL: true });
  for (const [name, resolver] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (isScalarType(type) && resolver instanceof GraphQLScalarType) defineScalar(type, resolver);
    else attachResolvers(type, name, resolver);
  }
  return schema;
}

function defineScalar(type: GraphQLScalarType, { serialize, parseValue, parseLiteral }: GraphQLScalarType): void {
  Object.assign(type, { serialize, parseValue, parseLiteral });
}

function attachResolvers(type: GraphQLNamedType | undefined, name: string, resolvers: object): void {
  for (const [key, resolve] of Object.entries(resolvers)) {
    if (key === '__resolveType' && isInterfaceType(type)) {
      type.resolveType = resolve as GraphQLTypeResolver<unknown, unknown>;
      continue;
    }
    const field = isObjectType(type) ? type.getFields()[key] : undefined;
    if (!field) throw new Error(`The schema has no field for the resolver ${name}.${key}`);
    if (typeof resolve === 'function') field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    else defineBatched(field, resolve as BatchedField);
  }
}

/** A field that is resolved for many parents at once, and for one by graphql-js. */
interface BatchedField {
  resolve: GraphQLFieldResolver<unknown, unknown>;
  resolveAll: NonNullable<GraphQLField<unknown, unknown>['extensions']['resolveAll']>;
}

function defineBatched(field: GraphQLField<unknown, unknown>, { resolve, resolveAll }: BatchedField): void {
  field.resolve = resolve;
  field.extensions = { ...field.extensions, resolveAll };
}
