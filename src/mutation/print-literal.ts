import { GraphQLError, Kind, type ValueNode } from 'graphql';

/**
 * A value of a GraphQL document as JSON on one line. Numbers keep their digits, keys their order, and those that stand
 * twice stand twice; an enum value becomes a string. Variables are refused: what they hold was coerced to another type,
 * and so is not what was written.
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
      throw new GraphQLError('An article may not have variables within it: pass the whole of it as one', {
        nodes: literal,
        extensions: { code: 'BAD_USER_INPUT' },
      });
  }
}
