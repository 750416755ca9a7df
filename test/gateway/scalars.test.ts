import { readFileSync } from 'node:fs';
import { type GraphQLScalarType, introspectionFromSchema, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { resolvers } from '../../src/api/resolvers.ts';
import {
  countryCodeScalar,
  dateScalar,
  latitudeScalar,
  longitudeScalar,
  nonNegativeIntScalar,
  urlScalar,
} from '../../src/api/scalars.ts';
import { executableSchema } from '../../src/server/executable-schema.ts';
import { article, named } from '../support/articles.ts';
import { openTestGateway } from '../support/gateway.ts';

const accepted: [GraphQLScalarType, unknown][] = [
  [dateScalar, '2024-02-29'],
  [dateScalar, '0000-01-01'],
  [countryCodeScalar, 'IQ'],
  [countryCodeScalar, 'XK'],
  [nonNegativeIntScalar, 0],
  [nonNegativeIntScalar, Number.MAX_SAFE_INTEGER],
  [latitudeScalar, 90],
  [latitudeScalar, -90],
  [latitudeScalar, 36.63031234567891],
  [longitudeScalar, 180],
  [longitudeScalar, -179.99999999999997],
  [urlScalar, 'https://example.org'],
  [urlScalar, 'HTTP://Bücher.Example:80/%7e/../a?b#c'],
];

const refused: [GraphQLScalarType, unknown, string][] = [
  [dateScalar, '2023-02-29', 'Date must be a calendar day, YYYY-MM-DD, but got: "2023-02-29"'],
  [dateScalar, '2023-11', 'Date must be a calendar day, YYYY-MM-DD, but got: "2023-11"'],
  [dateScalar, '2023-11-09T00:00:00Z', 'Date must be a calendar day, YYYY-MM-DD, but got: "2023-11-09T00:00'],
  [dateScalar, 20_231_109, 'Date must be a calendar day, YYYY-MM-DD, but got: 20231109'],
  [countryCodeScalar, 'iq', 'CountryCode must be an ISO 3166-1 alpha-2 code, such as IQ, but got: "iq"'],
  [countryCodeScalar, 'ZZ', 'CountryCode must be an ISO 3166-1 alpha-2 code, such as IQ, but got: "ZZ"'],
  [countryCodeScalar, ['IQ'], 'CountryCode must be an ISO 3166-1 alpha-2 code, such as IQ, but got: ["IQ"]'],
  [nonNegativeIntScalar, -1, 'NonNegativeInt must be a whole number >= 0, but got: -1'],
  [nonNegativeIntScalar, 1.5, 'NonNegativeInt must be a whole number >= 0, but got: 1.5'],
  [nonNegativeIntScalar, 2 ** 53, 'NonNegativeInt must be a whole number >= 0, but got: 9007199254740992'],
  [nonNegativeIntScalar, '1', 'NonNegativeInt must be a whole number >= 0, but got: "1"'],
  [latitudeScalar, 90.000000000001, 'Latitude must be a number from -90 to 90, but got: 90.000000000001'],
  [latitudeScalar, '36.6', 'Latitude must be a number from -90 to 90, but got: "36.6"'],
  [latitudeScalar, '36° 37′ 49″ N', 'Latitude must be a number from -90 to 90, but got: "36° 37′ 49″ N"'],
  [latitudeScalar, Number.NaN, 'Latitude must be a number from -90 to 90, but got: NaN'],
  [longitudeScalar, 180.1, 'Longitude must be a number from -180 to 180, but got: 180.1'],
  [longitudeScalar, Number.NEGATIVE_INFINITY, 'Longitude must be a number from -180 to 180, but got: -Infinity'],
  [longitudeScalar, null, 'Longitude must be a number from -180 to 180, but got: null'],
];

describe('a scalar', () => {
  it.each(accepted)('%s accepts %j and returns it', (scalar, value) => {
    expect(scalar.parseValue(value)).toBe(value);
    expect(scalar.serialize(value)).toBe(value);
  });

  it.each(refused)('%s rejects %j as input and as output', (scalar, value, message) => {
    expect(() => scalar.parseValue(value)).toThrow(message);
    expect(() => scalar.serialize(value)).toThrow(message);
  });

  it.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'example.org',
    '/a',
    'http://',
    'https://[',
    'https://a b',
    '',
    1,
  ])('URL rejects %j as input, and returns it if it is stored', (value) => {
    const message = `URL must be an absolute http or https address, but got: ${JSON.stringify(value)}`;
    expect(() => urlScalar.parseValue(value)).toThrow(message);
    expect(urlScalar.serialize(value)).toBe(String(value));
  });

  it.each([
    [latitudeScalar, '36', 36],
    [latitudeScalar, '-36.63031234567891', -36.63031234567891],
    [longitudeScalar, '1e1', 10],
    [urlScalar, '"https://example.org"', 'https://example.org'],
  ])('%s accepts the literal %s', (scalar, literal, value) => {
    expect(scalar.parseLiteral(parseValue(literal))).toBe(value);
  });

  it.each([
    [latitudeScalar, '"36"'],
    [latitudeScalar, '91'],
    [latitudeScalar, '1e400'],
    [longitudeScalar, '-180.5'],
    [longitudeScalar, '[1]'],
    [urlScalar, '"ftp://example.org"'],
  ])('%s rejects the literal %s', (scalar, literal) => {
    expect(() => scalar.parseLiteral(parseValue(literal))).toThrow(`${scalar.name} must be `);
  });

  it('names its specification, if it has one', () => {
    const { types } = introspectionFromSchema(executableSchema(readFileSync('schema.graphql', 'utf8'), resolvers), {
      specifiedByUrl: true,
    }).__schema;
    const specified = types.flatMap((type) =>
      type.kind === 'SCALAR' ? [[type.name, type.specifiedByURL ?? null]] : [],
    );
    expect(Object.fromEntries(specified)).toMatchObject({
      URL: 'https://url.spec.whatwg.org/',
      Latitude: expect.stringContaining('rfc5870'),
      Longitude: expect.stringContaining('rfc5870'),
      Date: expect.stringContaining('rfc3339'),
      DateTime: expect.stringContaining('rfc3339'),
      CountryCode: expect.stringContaining('iso-3166'),
      JSON: expect.stringContaining('rfc8259'),
      NonNegativeInt: null,
    });
  });
});

describe('a stored value', () => {
  const point = { latitude: 36.63031234567891, longitude: -179.99999999999997 };
  const query = '{ article(id: "first") { url } location(id: "dam") { point { latitude longitude } } }';

  it('is returned as the article states it, and found by what was returned', async () => {
    const gateway = await openTestGateway();
    const url = 'HTTP://Bücher.Example:80/%7e/../a?b#c';
    await gateway.seed(article('first', { url, locations: [named('dam', { point })] }));
    expect(await gateway.ask(query)).toEqual({ article: { url }, location: { point } });
    const found = 'query ($url: String!) { articles(where: { url: { eq: $url } }) { nodes { id } } }';
    expect(await gateway.ask(found, { url })).toEqual({ articles: { nodes: [{ id: 'Article:first' }] } });
    const near = `query ($a: Latitude!, $o: Longitude!) {
      near: locations(where: { near: { latitude: $a, longitude: $o, km: 0.001 } }) { totalCount }
      box: locations(where: { box: { south: 36, west: -180, north: 37, east: -179 } }) { totalCount bounds { south west north east } }
      polygon: locations(where: { polygon: [{ latitude: 36, longitude: 179 }, { latitude: 38, longitude: 179 }, { latitude: 37, longitude: -179 }] }) { totalCount }
    }`;
    const { latitude, longitude } = point;
    expect(await gateway.ask(near, { a: latitude, o: longitude })).toEqual({
      near: { totalCount: 1 },
      box: { totalCount: 1, bounds: { south: latitude, west: longitude, north: latitude, east: longitude } },
      polygon: { totalCount: 1 },
    });
    await gateway.close();
  });

  it('is returned even if articles may no longer state it', async () => {
    const gateway = await openTestGateway();
    await gateway.seed(article('first', { url: 'https://example.org', locations: [named('dam', { point })] }));
    await gateway.store.database
      .collection<{ _id: string }>('articles')
      .updateOne({ _id: 'first' }, { $set: { 'source.url': 'http://[odd' } });
    expect(await gateway.ask(query)).toEqual({ article: { url: 'http://[odd' }, location: { point } });
    await gateway.close();
  });
});
