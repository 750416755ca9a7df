import { GraphQLError, GraphQLScalarType } from 'graphql';
import { printLiteral } from './print-literal.ts';
import { RawJson } from './raw-json.ts';

/**
 * The scalar of an article, whose value is JSON source text for the parser that seeding uses. That parser rejects
 * duplicate keys, lone surrogates and numbers that lose digits; a parsed value no longer shows these.
 *
 * - The value of a variable is the slice of the request body that contains it; `rawJsonVariables` puts it in place before
 *   any other plugin reads the variables.
 * - A literal in the document is printed as JSON on one line (`printLiteral`).
 */
export const articleInputScalar = new GraphQLScalarType<RawJson>({
  name: 'ArticleInput',
  parseValue(value) {
    if (value instanceof RawJson) return value;
    throw new Error('The source text of an ArticleInput is missing');
  },
  parseLiteral: (literal) => new RawJson(printLiteral(literal)),
  serialize() {
    throw new GraphQLError('ArticleInput cannot be an output type');
  },
});
