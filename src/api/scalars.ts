import { type ASTNode, GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import {
  CountryCodeResolver,
  DateResolver,
  DateTimeResolver,
  LatitudeResolver,
  LongitudeResolver,
  NonNegativeIntResolver,
  URLResolver,
} from 'graphql-scalars';
import schema from '../../seed/article.schema.json' with { type: 'json' };
import { showValue } from '../errors/show-value.ts';
import { isDay } from '../ingest/parse/edtf.ts';
import { parsePublication } from '../ingest/parse/publication.ts';

/**
 * A string, as dates are stored, so that they compare as strings. The library's resolver would return a JavaScript
 * Date.
 */
export const dateScalar = strict(DateResolver, 'a calendar day, YYYY-MM-DD', (value) => {
  return typeof value === 'string' && isDay(value);
});

/** A string in UTC with milliseconds, as it is stored, so that moments compare as strings do. */
export const dateTimeScalar = strict(DateTimeResolver, 'a moment, such as 2025-03-12T18:30:00.000Z', (value) => {
  return typeof value === 'string' && !isDay(value) && parsePublication(value) === value;
});

const country = new RegExp(schema.$defs.country.pattern, 'u');

/** Accepts the codes that articles may use, in upper case as they are stored. */
export const countryCodeScalar = strict(CountryCodeResolver, 'an ISO 3166-1 alpha-2 code, such as IQ', (value) => {
  return typeof value === 'string' && country.test(value);
});

/** Accepts whole numbers only; the library's resolver also accepts 3.7. */
export const nonNegativeIntScalar = strict(NonNegativeIntResolver, 'a whole number >= 0', (value) => {
  return Number.isSafeInteger(value) && Number(value) >= 0;
});

/**
 * Numbers only, as they are stored. The library's resolver rounds to eight digits, rejects the literal `36` and accepts
 * strings such as `36° 37′ 49″`.
 */
export const latitudeScalar = strict(LatitudeResolver, 'a number from -90 to 90', (value) => isWithin(90, value));

/** See `latitudeScalar`. */
export const longitudeScalar = strict(LongitudeResolver, 'a number from -180 to 180', (value) => isWithin(180, value));

function isWithin(degrees: number, value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= degrees;
}

const webAddress = new RegExp(schema.$defs.url.pattern, 'u');

/**
 * A string, as the article spells it, so that `where: { url: { eq } }` finds what was returned. The library's resolver
 * would return another spelling (`https://a` becomes `https://a/`) and accepts every scheme. In output any string is
 * accepted: an address that an earlier version stored must not make the article unreadable.
 */
export const urlScalar = new GraphQLScalarType({
  ...strict(URLResolver, 'an absolute http or https address', (value) => {
    return typeof value === 'string' && webAddress.test(value) && URL.canParse(value);
  }).toConfig(),
  serialize: String,
});

/**
 * Returns a scalar with the same values internally and externally, which throws a GraphQLError for any other value, in
 * input and in output.
 */
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
