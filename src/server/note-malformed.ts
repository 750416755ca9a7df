import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isScalarType,
  isValueNode,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The paths of the arguments in which literals stand that scalars refused. */
const noted = new WeakMap<ASTNode, string>();

/**
 * The path of the argument in which a value is malformed, such as `where.published.gte`, or within a variable; undefined
 * where the error is another.
 */
export function malformedArgument(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const literal = error.nodes?.map((node) => noted.get(node)).find((path) => path !== undefined);
  if (literal !== undefined || error.extensions.code !== 'BAD_USER_INPUT') return literal;
  const [, variable, path] = inVariable.exec(error.message) ?? [];
  return path?.replace(/\[(\d+)\]/gu, '.$1') ?? variable;
}

/** As graphql-js words it; what was found stands in between, with its quotes escaped. */
const inVariable = /^Variable "\$(\w+)"(?: got invalid value .*? at "(\1[^"]*)";)?/su;

/** Lets `malformedArgument` tell where a scalar refused a literal: graphql-js tells the place in the query alone. */
export const noteMalformed: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async validationDidStart({ document, schema }) {
        return async (errors) => {
          if (errors) noteArguments(schema, document, errors);
        };
      },
    };
  },
};

function noteArguments(schema: GraphQLSchema, document: DocumentNode, errors: readonly Error[]): void {
  const nodes = errors.flatMap((error) => (error instanceof GraphQLError ? (error.nodes ?? []) : []));
  const literals = new Set<ASTNode>(nodes.filter((node) => isValueNode(node) && node.kind !== Kind.VARIABLE));
  if (literals.size === 0) return;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      enter(node, _key, parent, keys, ancestors) {
        if (literals.has(node) && isScalarType(getNamedType(types.getInputType())))
          noted.set(node, pathOf([...ancestors, ...(parent ? [parent] : []), node], keys));
      },
    }),
  );
}

/**
 * From the document down to a value: the names of arguments and fields on the way, and the places in lists. `keys` are
 * those that lead from each part to the next.
 */
function pathOf(way: readonly (ASTNode | readonly ASTNode[])[], keys: readonly (string | number)[]): string {
  return way
    .flatMap((part, index) => {
      if (!('kind' in part)) return keys[index - 1] === 'values' ? String(keys[index]) : [];
      if (part.kind === Kind.VARIABLE_DEFINITION) return part.variable.name.value;
      return part.kind === Kind.ARGUMENT || part.kind === Kind.OBJECT_FIELD ? part.name.value : [];
    })
    .join('.');
}
