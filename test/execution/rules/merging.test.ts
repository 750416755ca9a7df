import { describe, expect, it } from 'vitest';
import { askBoth } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const schema = schemaOf(
  `
  type Query { dog(name: String): Dog, pet: Pet, pets: [Pet] }
  interface Pet { name: String, friend: Pet }
  type Dog implements Pet { name: String, friend: Pet, barks: Int, owner: Owner }
  type Cat implements Pet { name: String, friend: Cat, meows: Int, owner: Owner }
  type Owner { name: String, age: Int }
`,
  { resolveType: { Pet: ({ barks }) => (barks === undefined ? 'Cat' : 'Dog') } },
);
const owner = { name: 'Ada', age: 36 };
const cat = { name: 'Tom', meows: 2, owner };
const dog = { name: 'Rex', barks: 1, owner, friend: cat };

describe('fields with one response key', () => {
  it.each([
    ['in one selection', '{ dog { owner { name } owner { age } } }'],
    ['of equal arguments', '{ dog(name: "Rex") { owner { name } } dog(name: "Rex") { owner { age } } }'],
    ['in inline fragments', '{ dog { ... { owner { name } } ... on Dog { owner { age } } } }'],
    [
      'in named fragments',
      '{ dog { ...A ...B } } fragment A on Dog { owner { name } } fragment B on Pet { ... on Dog { owner { age } } }',
    ],
    [
      'in a fragment within a fragment',
      '{ dog { ...A } } fragment A on Dog { owner { name } ...B } fragment B on Dog { owner { age } }',
    ],
  ])('are merged %s', async (_, query) => {
    expect(await askBoth(schema, query, { root: { dog } })).toEqual({ data: { dog: { owner } } });
  });

  it('are merged again below merged fields', async () => {
    const query = `{
      pet { friend { name } }
      ... { pet { friend { ... on Cat { owner { name } } } } }
      pet { ... on Dog { friend { ... on Cat { owner { age } meows } } } }
    }`;
    expect(await askBoth(schema, query, { root: { pet: dog } })).toEqual({
      data: { pet: { friend: { name: 'Tom', owner, meows: 2 } } },
    });
  });

  it('may be different fields on types that exclude each other', async () => {
    const query =
      '{ pets { ... on Dog { sound: barks of: owner { name } } ... on Cat { sound: meows of: owner { age } } } }';
    expect(await askBoth(schema, query, { root: { pets: [dog, cat, dog] } })).toEqual({
      data: {
        pets: [
          { sound: 1, of: { name: 'Ada' } },
          { sound: 2, of: { age: 36 } },
          { sound: 1, of: { name: 'Ada' } },
        ],
      },
    });
  });

  it('resolve only once', async () => {
    let calls = 0;
    const counting = { ...dog, owner: () => ({ ...owner, calls: ++calls }) };
    await askBoth(schema, '{ dog { owner { name } ...A ...A } } fragment A on Dog { owner { age } }', {
      root: { dog: counting },
    });
    expect(calls).toBe(2); // once by each executor
  });
});

describe('a fragment', () => {
  it('may be spread several times, in several selections', async () => {
    const query = '{ pets { ...A friend { ...A ...A } } pet { ...A } } fragment A on Pet { name ... on Cat { meows } }';
    expect(await askBoth(schema, query, { root: { pets: [dog], pet: cat } })).toEqual({
      data: { pets: [{ name: 'Rex', friend: { name: 'Tom', meows: 2 } }], pet: { name: 'Tom', meows: 2 } },
    });
  });

  it('applies to its own type and to the types that implement it', async () => {
    const query = '{ pets { ... on Pet { name } ... on Dog { barks } ...C } } fragment C on Cat { meows }';
    expect(await askBoth(schema, query, { root: { pets: [dog, cat] } })).toEqual({
      data: {
        pets: [
          { name: 'Rex', barks: 1 },
          { name: 'Tom', meows: 2 },
        ],
      },
    });
  });

  it('may be named like an inherited property, such as constructor', async () => {
    const query =
      '{ dog { ...constructor ...__proto__ } } fragment constructor on Dog { name } fragment __proto__ on Dog { barks }';
    expect(await askBoth(schema, query, { root: { dog } })).toEqual({ data: { dog: { name: 'Rex', barks: 1 } } });
  });
});
