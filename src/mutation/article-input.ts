import { GraphQLError, GraphQLScalarType } from 'graphql';
import { JsonText } from '../json-text.ts';
import { printLiteral } from './print-literal.ts';

/**
 * An article, as the JSON text that the seeding parser is to read: it refuses what JSON can hold and an article may not (a
 * key that stands twice, half a surrogate pair, more digits than a number keeps), and no value made of the text shows that
 * any more.
 *
 * - A variable arrives as the very slice of the request's body that it stands in; the server replaces its value by that
 *   (`keepJsonText`), before anything looks at it.
 * - A literal in the document is printed as JSON on one line (`printLiteral`).
 */
export const articleInputScalar = new GraphQLScalarType<JsonText>({
  name: 'ArticleInput',
  parseValue(value) {
    if (value instanceof JsonText) return value;
    throw new Error('The text of an ArticleInput was not kept');
  },
  parseLiteral: (literal) => new JsonText(printLiteral(literal)),
  serialize() {
    throw new GraphQLError('ArticleInput is never answered');
  },
});
