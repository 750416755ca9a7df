import { describe, expect, it } from 'vitest';
import { ask, askBoth } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const schema = schemaOf(`
  type Query { a: A, x: Int, list: [A] }
  type A { x: Int, y: Int, a: A, constructor: Int, toString: Int, hasOwnProperty: Int }
`);

describe('response keys', () => {
  it('are the alias of a field, or its name', async () => {
    const result = await askBoth(schema, '{ one: x two: x x }', { root: { x: 1 } });
    expect(result).toEqual({ data: { one: 1, two: 1, x: 1 } });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length', 'data', 'path'])(
    'may be %s',
    async (key) => {
      const query = `{ ${key}: a { ${key}: x y } list { ${key}: a { ${key}: y } } }`;
      const { data } = await askBoth(schema, query, { root: { a: { x: 1, y: 2 }, list: [{ a: { y: 3 } }] } });
      expect(JSON.stringify(data)).toBe(`{"${key}":{"${key}":1,"y":2},"list":[{"${key}":{"${key}":3}}]}`);
    },
  );

  it('have the value that graphql-js reads when a field is named like an inherited property', async () => {
    const own = { constructor: 1, toString: 2, hasOwnProperty: 3 };
    await askBoth(schema, '{ a { constructor toString hasOwnProperty } }', { root: { a: own } });
    await askBoth(schema, '{ a { constructor hasOwnProperty } }', { root: { a: Object.create(null) } });
  });
});

describe('the order of keys', () => {
  const orderOf = (value: unknown) => JSON.stringify(value).replace(/[^a-z]/g, '');

  it('follows the document, whichever field resolves first', async () => {
    const late = (value: unknown) => new Promise((resolve) => setImmediate(() => resolve(value)));
    const a = { x: late(1), y: 2, a: late({ y: late(1), x: 3 }) };
    const { data } = await ask(schema, '{ list { x } a { a { y x } y x } x }', { root: { a, x: 1, list: late([]) } });
    expect(orderOf(data)).toBe('listaayxyxx');
  });

  it('follows the first selection of each key', async () => {
    const query = '{ a { x ...F y ... on A { a { x } } } x a { a { y } } } fragment F on A { a { y } x }';
    const { data } = await askBoth(schema, query, { root: { a: { x: 1, y: 2, a: { x: 3, y: 4 } }, x: 5 } });
    expect(JSON.stringify(data)).toBe('{"a":{"x":1,"a":{"y":4,"x":3},"y":2},"x":5}');
  });

  it('does not count skipped selections', async () => {
    const query = 'query ($no: Boolean!) { x @include(if: $no) a { x @skip(if: $no) y x } x }';
    const root = { a: { x: 1, y: 2 }, x: 3 };
    const [first, second] = [
      await askBoth(schema, query, { root, variables: { no: true } }),
      await askBoth(schema, query, { root, variables: { no: false } }),
    ];
    expect(JSON.stringify(first.data)).toBe('{"x":3,"a":{"y":2,"x":1}}');
    expect(JSON.stringify(second.data)).toBe('{"a":{"x":1,"y":2},"x":3}');
  });
});

describe('__typename', () => {
  it('may be selected on any object, under any alias', async () => {
    const result = await askBoth(schema, '{ __typename a { kind: __typename } list { __typename x } }', {
      root: { a: {}, list: [{ x: 1 }, null] },
    });
    expect(result).toEqual({
      data: { __typename: 'Query', a: { kind: 'A' }, list: [{ __typename: 'A', x: 1 }, null] },
    });
  });
});
