import { execute, GraphQLObjectType, type GraphQLResolveInfo, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../../src/execution/executor.ts';
import { show, showError } from '../show.ts';
import { ask, askBoth, errorsOf } from './ask.ts';
import { type Resolvers, schemaOf } from './schema-of.ts';

const sdl = `
  type Query { thing: Thing, things: [Thing], node: Node, nodes: [Node!], needs: [Thing!]! }
  interface Node { id: ID }
  interface Named implements Node { id: ID, name: String }
  type A implements Node & Named { id: ID, name: String, a: Int, nodes: [Node] }
  type B implements Node { id: ID, b: Int }
  type C { c: Int }
  union Thing = A | C
`;
const by = (resolveType: (value: any, context: any, info: GraphQLResolveInfo, type: any) => any): Resolvers => ({
  resolveType: { Thing: resolveType, Node: resolveType, Named: resolveType },
});
const a = { kind: 'A', id: 1, name: 'one', a: 1 };
const b = { kind: 'B', id: 2, b: 2 };
const c = { kind: 'C', c: 3 };
const d = { kind: 'A', id: 4, name: 'four', a: 4 };
const e = { kind: 'B', id: 5, b: 5 };
const all = '{ things { ... on A { a } ... on C { c } __typename } nodes { id ... on Named { name } ... on B { b } } }';
const isKind = (kind: string) => (value: any) => value.kind === kind;
const later = (isTypeOf: (value: any) => boolean) => async (value: any) => isTypeOf(value);
const root = { things: [a, c, null, d], nodes: [b, a, d, e] };
const data = {
  things: [{ a: 1, __typename: 'A' }, { c: 3, __typename: 'C' }, null, { a: 4, __typename: 'A' }],
  nodes: [
    { id: '2', b: 2 },
    { id: '1', name: 'one' },
    { id: '4', name: 'four' },
    { id: '5', b: 5 },
  ],
};

describe('the runtime type of a value', () => {
  it('is what resolveType returns', async () => {
    expect(
      await askBoth(
        schemaOf(
          sdl,
          by(({ kind }) => kind),
        ),
        all,
        { root },
      ),
    ).toEqual({ data });
  });

  it('may be a promise, which settles at its own time', async () => {
    const late = by(({ kind }) => (kind === 'B' ? kind : new Promise((resolve) => setImmediate(() => resolve(kind)))));
    expect(await ask(schemaOf(sdl, late), all, { root })).toEqual({ data });
  });

  it('is the property __typename by default', async () => {
    const typed = (value: any) => value && { ...value, __typename: value.kind };
    const result = await askBoth(schemaOf(sdl), all, {
      root: { things: root.things.map(typed), nodes: root.nodes.map(typed) },
    });
    expect(result).toEqual({ data });
  });

  it.each([
    [
      'unknown',
      'Nowhere',
      'Abstract type "Thing" was resolved to a type "Nowhere" that does not exist inside the schema.',
    ],
    ['a scalar', 'ID', 'Abstract type "Thing" was resolved to a non-object type "ID".'],
    ['an interface', 'Node', 'Abstract type "Thing" was resolved to a non-object type "Node".'],
    ['no possible type', 'B', 'Runtime Object type "B" is not a possible type for "Thing".'],
    ['undefined', undefined, /^Abstract type "Thing" must resolve to an Object type at runtime for field "Query.thing/],
    ['a number', 42, /^Abstract type "Thing" must resolve to an Object type .* received "42"\.$/],
    ['a type', new GraphQLObjectType({ name: 'A', fields: {} }), /^Support for returning GraphQLObjectType/],
    ['__proto__', '__proto__', /"__proto__" that does not exist/],
  ])('is an error if it is %s', async (_, type, message) => {
    for (const resolved of [() => type, () => Promise.resolve(type)]) {
      const schema = schemaOf(
        sdl,
        by((value) => (value === c ? 'C' : resolved())),
      );
      const result = await ask(schema, '{ thing { __typename } things { ... on C { c } } }', {
        root: { thing: a, things: [c, a] },
      });
      expect(result.data).toEqual({ thing: null, things: [{ c: 3 }, null] });
      expect(result.errors?.map(({ path = [] }) => path.join('.')).sort()).toEqual(['thing', 'things.1']);
      for (const error of result.errors ?? []) expect(error.message).toMatch(message);
    }
    const result = await askBoth(
      schemaOf(
        sdl,
        by(() => type),
      ),
      '{ thing { __typename } }',
      { root: { thing: a } },
    );
    expect(result.errors).toHaveLength(1);
  });

  it('is an error if resolveType throws or rejects', async () => {
    const throwing = by(({ kind }) => {
      if (kind === 'A') throw new Error('no type');
      return kind === 'B' ? Promise.reject(new Error('no type, late')) : kind;
    });
    const result = await ask(schemaOf(sdl, throwing), '{ things { __typename } node { id } needs { __typename } }', {
      root: { things: [a, c], node: b, needs: [c] },
    });
    expect(result.data).toEqual({ things: [null, { __typename: 'C' }], node: null, needs: [{ __typename: 'C' }] });
    expect(errorsOf(result).sort()).toEqual(['node: no type, late', 'things.0: no type']);
  });

  it('is resolved with the context, the info and the abstract type that graphql-js passes', async () => {
    const asked: unknown[] = [];
    const schema = schemaOf(
      sdl,
      by(({ kind }, context, { fieldName, parentType, returnType, path, variableValues }, type) => {
        asked.push([kind, context, fieldName, `${parentType}`, `${returnType}`, path, variableValues, `${type}`]);
        return kind;
      }),
    );
    await askBoth(schema, '{ things { __typename } }', { root, context: 'context' });
    expect(asked).toHaveLength(6);
    expect(asked.slice(0, 3)).toEqual(asked.slice(3));
  });

  it('splits nested lists by type, and keeps the order of their items', async () => {
    const query = '{ nodes { ... on A { nodes { __typename id ... on A { nodes { id } } } } id } }';
    const nested = { ...a, nodes: [b, { ...a, nodes: [b] }, b, null] };
    const result = await askBoth(
      schemaOf(
        sdl,
        by(({ kind }) => kind),
      ),
      query,
      { root: { nodes: [nested, b, nested] } },
    );
    const nodes = [
      { __typename: 'B', id: '2' },
      { __typename: 'A', id: '1', nodes: [{ id: '2' }] },
      { __typename: 'B', id: '2' },
      null,
    ];
    expect(result.data).toEqual({ nodes: [{ nodes, id: '1' }, { id: '2' }, { nodes, id: '1' }] });
  });
});

describe('isTypeOf', () => {
  const answers = async (resolvers: Resolvers, query: string) => {
    const schema = schemaOf(sdl, resolvers);
    const request = { document: parse(query), rootValue: { thing: c, things: [c, a, b] } };
    const result = await createExecutor(schema).execute(request);
    const expected = await execute({ schema, ...request });
    expect(show(result.data)).toBe(show(expected.data));
    expect(result.errors?.map(showError)).toEqual(expected.errors?.map(showError));
    return result;
  };

  it('finds the type of a value', async () => {
    const isTypeOf = { A: isKind('A'), C: later(isKind('C')) };
    const { data } = await answers({ isTypeOf }, '{ thing { __typename } things { __typename } }');
    expect(data).toEqual({ thing: { __typename: 'C' }, things: [{ __typename: 'C' }, { __typename: 'A' }, null] });
  });

  it('rejects a value of another type', async () => {
    const isTypeOf = { C: isKind('A') };
    const result = await answers({ isTypeOf, ...by(({ kind }) => kind) }, '{ thing { __typename } }');
    expect(errorsOf(result)).toEqual(['thing: Expected value of type "C" but got: { kind: "C", c: 3 }.']);
  });

  it('does not cause a resolver to be called twice', async () => {
    const calls: string[] = [];
    const schema = schemaOf(sdl, { isTypeOf: { C: isKind('C') }, ...by(({ kind }) => kind) });
    const rootValue = {
      node: () => {
        calls.push('node');
        return a;
      },
      thing: () => {
        calls.push('thing');
        return c;
      },
    };
    const document = parse('{ node { id } thing { ... on C { c } } }');
    const { data } = await createExecutor(schema).execute({ document, rootValue });
    expect(data).toEqual({ node: { id: '1' }, thing: { c: 3 } });
    expect(calls).toEqual(['node', 'thing']);
  });
});
