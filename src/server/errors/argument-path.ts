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
import type { RequestPlugin } from '../unite-plugins.ts';

/** The argument paths of the literals that scalars rejected. */
const argumentPaths = new WeakMap<ASTNode, string>();

/**
 * Returns the path of the argument or variable whose value is malformed, such as `where.published.gte`; undefined for any
 * other error.
 */
export function malformedArgumentPath(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const argument = argumentOf(error);
  if (argument !== undefined) return argument;
  const literal = error.nodes?.map((node) => argumentPaths.get(node)).find((path) => path !== undefined);
  if (literal !== undefined || error.extensions.code !== 'BAD_USER_INPUT') return literal;
  const [, variable, path] = inVariable.exec(error.message) ?? [];
  return path?.replace(/\[(\d+)\]/gu, '.$1') ?? variable;
}

/**
 * Returns the argument whose value graphql-js could not make of the variables, such as null for one that must not be
 * null. These errors have no code.
 */
export function argumentOf({ message, extensions }: GraphQLError): string | undefined {
  return extensions.code === undefined ? inArgument.exec(message)?.[1] : undefined;
}

const inArgument = /^Argument "(\w+)" (?:of (?:required|non-null) type|has invalid value) /u;

/** Matches the message of graphql-js; the value appears between the two groups, with its quotes escaped. */
const inVariable = /^Variable "\$(\w+)"(?: got invalid value .*? at "(\1[^"]*)";)?/su;

/**
 * Records the argument paths for `malformedArgumentPath`: for literals, graphql-js reports only the position in the
 * query.
 */
export const recordArgumentPaths: RequestPlugin = {
  async requestDidStart() {
    return {
      async validationDidStart({ document, schema }) {
        return async (errors) => {
          if (errors) recordPaths(schema, document, errors);
        };
      },
    };
  },
};

function recordPaths(schema: GraphQLSchema, document: DocumentNode, errors: readonly Error[]): void {
  const nodes = errors.flatMap((error) => (error instanceof GraphQLError ? (error.nodes ?? []) : []));
  const literals = new Set<ASTNode>(nodes.filter((node) => isValueNode(node) && node.kind !== Kind.VARIABLE));
  if (literals.size === 0) return;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      enter(node, _key, parent, keys, ancestors) {
        if (literals.has(node) && isScalarType(getNamedType(types.getInputType())))
          argumentPaths.set(node, pathOf([...ancestors, ...(parent ? [parent] : []), node], keys));
      },
    }),
  );
}

/**
 * Joins the names of arguments and fields, and the list indexes, on the way from the document to a value. `keys` lead
 * from each element of `way` to the next.
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
