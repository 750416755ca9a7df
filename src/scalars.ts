import { GraphQLError, GraphQLScalarType } from 'graphql';
import schema from '../seed/article.schema.json' with { type: 'json' };
import { isDay } from './ingest/edtf.ts';

/** A string, as it is stored, so that days compare as strings do. */
export const dateScalar = createScalar('Date', 'a day of the calendar, YYYY-MM-DD', (value) => {
  return typeof value === 'string' && isDay(value);
});

const country = new RegExp(schema.$defs.country.pattern, 'u');

/** The codes that articles may use. */
export const countryCodeScalar = createScalar('CountryCode', 'an ISO 3166-1 alpha-2 code, such as IQ', (value) => {
  return typeof value === 'string' && country.test(value);
});

export const nonNegativeIntScalar = createScalar('NonNegativeInt', 'a whole number from 0', (value) => {
  return Number.isSafeInteger(value) && Number(value) >= 0;
});

/** A scalar whose values are the same inside and outside. What it does not take it refuses, in either direction. */
function createScalar(name: string, expected: string, accepts: (value: unknown) => boolean): GraphQLScalarType {
  const check = (value: unknown) => {
    if (accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${expected}, but got: ${JSON.stringify(value)}`);
  };
  return new GraphQLScalarType({ name, serialize: check, parseValue: check });
}
