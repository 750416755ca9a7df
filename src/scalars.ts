import { type ASTNode, GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { CountryCodeResolver, DateResolver, NonNegativeIntResolver } from 'graphql-scalars';
import schema from '../seed/article.schema.json' with { type: 'json' };
import { isDay } from './ingest/edtf.ts';
import { showValue } from './show-value.ts';

/** A string, as it is stored, so that days compare as strings do: the library's own would hand on a JavaScript Date. */
export const dateScalar = strict(DateResolver, 'a day of the calendar, YYYY-MM-DD', (value) => {
  return typeof value === 'string' && isDay(value);
});

const country = new RegExp(schema.$defs.country.pattern, 'u');

/** The codes that articles may use, in upper case as they are stored. */
export const countryCodeScalar = strict(CountryCodeResolver, 'an ISO 3166-1 alpha-2 code, such as IQ', (value) => {
  return typeof value === 'string' && country.test(value);
});

/** Whole numbers alone: the library's own takes 3.7 too. */
export const nonNegativeIntScalar = strict(NonNegativeIntResolver, 'a whole number from 0', (value) => {
  return Number.isSafeInteger(value) && Number(value) >= 0;
});

/** A scalar whose values are the same inside and outside. What it does not take it refuses, in either direction. */
function strict(scalar: GraphQLScalarType, expected: string, accepts: (value: unknown) => boolean): GraphQLScalarType {
  const check = (value: unknown, nodes?: ASTNode) => {
    if (accepts(value)) return value;
    const message = `${scalar.name} must be ${expected}, but got: ${showValue(value)}`;
    throw new GraphQLError(message, nodes && { nodes });
  };
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    serialize: (value) => check(value),
    parseValue: (value) => check(value),
    parseLiteral: (literal, variables) => check(valueFromASTUntyped(literal, variables), literal),
  });
}
