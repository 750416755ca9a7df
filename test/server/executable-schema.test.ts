import { GraphQLScalarType, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Resolvers } from '../../src/generated/resolvers.ts';
import { executableSchema } from '../../src/server/executable-schema.ts';

const typeDefs = /* GraphQL */ `
  scalar Shout
  interface Animal { name: String! }
  type Cat implements Animal { name: String!, says: Shout }
  type Query { cat(says: Shout): Cat, animal: Animal }
`;

const shout = new GraphQLScalarType({
  name: 'Shout',
  serialize: (value) => `${value}!`,
  parseValue: (value) => String(value).toUpperCase(),
});

function schemaWith(resolvers: object) {
  return executableSchema(typeDefs, resolvers as Resolvers);
}

describe('executableSchema', () => {
  it('attaches resolvers, interface types and scalars, for literals and for variables', async () => {
    const cat = (_: unknown, { says }: { says: string }) => ({ name: 'Tom', says });
    const schema = schemaWith({
      Shout: shout,
      Animal: { __resolveType: () => 'Cat' },
      Cat: { name: () => 'Minka' },
      Query: { cat, animal: () => ({}) },
    });
    const source =
      'query ($v: Shout) { a: cat(says: "purr") { says } b: cat(says: $v) { says } animal { __typename name } }';
    const { data, errors } = await graphql({ schema, source, variableValues: { v: 'hiss' } });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      a: { says: 'PURR!' },
      b: { says: 'HISS!' },
      animal: { __typename: 'Cat', name: 'Minka' },
    });
  });

  it.each([
    ['Dog.name', { Dog: { name: () => 'Rex' } }],
    ['Cat.age', { Cat: { age: () => 3 } }],
    ['Animal.name', { Animal: { name: () => 'Tom' } }],
  ])('throws for the resolver %s, which has no field', (name, resolvers) => {
    expect(() => schemaWith(resolvers)).toThrow(`The schema has no field for the resolver ${name}`);
  });
});
