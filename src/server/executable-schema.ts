import {
  buildASTSchema,
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
import type { Resolvers } from '../generated/schema.ts';

/**
 * The schema of `typeDefs` with its resolvers. Whether `typeDefs` is valid SDL is left to the tests: to check it at each
 * start takes as long as the rest of this.
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
    if (!field) throw new Error(`The schema has nothing for the resolver ${name}.${key}`);
    field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}
