import type { GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { countryCodeScalar, dateScalar, nonNegativeIntScalar } from '../../src/scalars.ts';

const accepted: [GraphQLScalarType, unknown][] = [
  [dateScalar, '2024-02-29'],
  [dateScalar, '0000-01-01'],
  [countryCodeScalar, 'IQ'],
  [countryCodeScalar, 'XK'],
  [nonNegativeIntScalar, 0],
  [nonNegativeIntScalar, Number.MAX_SAFE_INTEGER],
];

const refused: [GraphQLScalarType, unknown, string][] = [
  [dateScalar, '2023-02-29', 'Date must be a day of the calendar, YYYY-MM-DD, but got: "2023-02-29"'],
  [dateScalar, '2023-11', 'Date must be a day of the calendar, YYYY-MM-DD, but got: "2023-11"'],
  [dateScalar, '2023-11-09T00:00:00Z', 'Date must be a day of the calendar, YYYY-MM-DD, but got: "2023-11-09T00:00'],
  [dateScalar, 20_231_109, 'Date must be a day of the calendar, YYYY-MM-DD, but got: 20231109'],
  [countryCodeScalar, 'iq', 'CountryCode must be an ISO 3166-1 alpha-2 code, such as IQ, but got: "iq"'],
  [countryCodeScalar, 'ZZ', 'CountryCode must be an ISO 3166-1 alpha-2 code, such as IQ, but got: "ZZ"'],
  [countryCodeScalar, ['IQ'], 'CountryCode must be an ISO 3166-1 alpha-2 code, such as IQ, but got: ["IQ"]'],
  [nonNegativeIntScalar, -1, 'NonNegativeInt must be a whole number from 0, but got: -1'],
  [nonNegativeIntScalar, 1.5, 'NonNegativeInt must be a whole number from 0, but got: 1.5'],
  [nonNegativeIntScalar, 2 ** 53, 'NonNegativeInt must be a whole number from 0, but got: 9007199254740992'],
  [nonNegativeIntScalar, '1', 'NonNegativeInt must be a whole number from 0, but got: "1"'],
];

describe('a scalar', () => {
  it.each(accepted)('%s takes %j and gives it back', (scalar, value) => {
    expect(scalar.parseValue(value)).toBe(value);
    expect(scalar.serialize(value)).toBe(value);
  });

  it.each(refused)('%s refuses %j in both directions', (scalar, value, message) => {
    expect(() => scalar.parseValue(value)).toThrow(message);
    expect(() => scalar.serialize(value)).toThrow(message);
  });
});
