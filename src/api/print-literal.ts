import { GraphQLError, Kind, type ValueNode } from 'graphql';

/**
 * Prints a literal of a GraphQL document as JSON on one line. Numbers keep their digits, keys their order and their
 * duplicates; an enum value becomes a string.
 *
 * @throws GraphQLError with `BAD_USER_INPUT` if it contains a variable, whose value was coerced and is no longer what the
 * client wrote.
 */
export function printLiteral(literal: ValueNode): string {
  switch (literal.kind) {
    case Kind.NULL:
      return 'null';
    case Kind.INT:
    case Kind.FLOAT:
      return literal.value;
    case Kind.BOOLEAN:
      return String(literal.value);
    case Kind.STRING:
    case Kind.ENUM:
      return JSON.stringify(literal.value);
    case Kind.LIST:
      return `[${literal.values.map(printLiteral).join(',')}]`;
    case Kind.OBJECT:
      return `{${literal.fields.map(({ name, value }) => `${JSON.stringify(name.value)}:${printLiteral(value)}`).join(',')}}`;
    case Kind.VARIABLE:
      throw new GraphQLError('An article literal cannot contain variables: pass the whole article as one variable', {
        nodes: literal,
        extensions: { code: 'BAD_USER_INPUT' },
      });
  }
}
