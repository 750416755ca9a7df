import { type GraphQLResolveInfo, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../../src/execution/executor.ts';
import { ask, askBoth } from './ask.ts';
import { schemaOf } from './schema-of.ts';

describe('the default resolver', () => {
  const schema = schemaOf('type Query { a(n: Int): Int, b: B, list: [B] } type B { x: Int, y(n: Int = 2): Int }');

  it('reads a property', async () => {
    expect(await askBoth(schema, '{ a b { x } }', { root: { a: 1, b: { x: 2 } } })).toEqual({
      data: { a: 1, b: { x: 2 } },
    });
  });

  it('calls a method on its object, with arguments, context and info', async () => {
    class B {
      factor = 10;
      y({ n }: { n: number }, context: number, { fieldName }: GraphQLResolveInfo) {
        return this.factor * n + context + fieldName.length;
      }
    }
    const { data } = await askBoth(schema, '{ list { y other: y(n: 3) } }', { root: { list: [new B()] }, context: 5 });
    expect(data).toEqual({ list: [{ y: 26, other: 36 }] });
  });

  it('reads getters and inherited properties', async () => {
    const base = {
      get x() {
        return 7;
      },
      y: () => 8,
    };
    expect((await askBoth(schema, '{ b { x y } }', { root: { b: Object.create(base) } })).data).toEqual({
      b: { x: 7, y: 8 },
    });
  });

  it('reads properties of a function', async () => {
    const b = () => Object.assign(() => 0, { x: 1 });
    expect((await askBoth(schema, '{ b { x } }', { root: { b } })).data).toEqual({ b: { x: 1 } });
  });

  it.each([7, 'text', true])('returns null for the fields of %j', async (b) => {
    expect((await askBoth(schema, '{ b { x } }', { root: { b } })).data).toEqual({ b: { x: null } });
  });

  it.each([undefined, null, 7])('returns null for the fields of a root value that is %j', async (root) => {
    expect((await askBoth(schema, '{ a b { x } }', { root })).data).toEqual({ a: null, b: null });
  });
});

describe('a resolver', () => {
  it('is called once for each parent, with parent, arguments and context', async () => {
    const calls: unknown[] = [];
    const schema = schemaOf('type Query { list: [A] } type A { x(n: Int): Int }', {
      types: {
        A: {
          x(parent, args, context) {
            calls.push([parent, args, context]);
            return args.n;
          },
        },
      },
    });
    const [one, two] = [{ id: 1 }, { id: 2 }];
    const context = {};
    await ask(schema, '{ list { x(n: 1) } }', { root: { list: [one, two, one] }, context });
    expect(calls).toEqual([one, two, one].map((parent) => [parent, { n: 1 }, context]));
    expect((calls as any[])[0][2]).toBe(context);
  });

  it('receives the info that graphql-js passes, with the path', async () => {
    const infos: GraphQLResolveInfo[] = [];
    const schema = schemaOf('type Query { grid(n: Int): [[A!]!] } type A { x: Int! }', {
      types: {
        A: {
          x(_parent, _args, _context, info) {
            infos.push(info);
            return 1;
          },
        },
      },
    });
    const root = { grid: [[{}], [{}]] };
    const query = 'query Q($n: Int) { rows: grid(n: $n) { ...F it: x } } fragment F on A { it: x }';
    await askBoth(schema, query, { root, variables: { n: 1 } });
    expect(infos).toHaveLength(4);
    const describe = (info: GraphQLResolveInfo) => ({
      ...info,
      path: info.path,
      schema: info.schema === schema,
      parentType: info.parentType === schema.getType('A'),
      returnType: `${info.returnType}`,
    });
    expect(infos.slice(0, 2).map(describe)).toEqual(infos.slice(2).map(describe));
    expect(infos[1]?.path).toEqual({
      key: 'it',
      typename: 'A',
      prev: {
        key: 0,
        typename: undefined,
        prev: { key: 1, typename: undefined, prev: { key: 'rows', typename: 'Query', prev: undefined } },
      },
    });
    expect(infos[0]?.rootValue).toBe(root);
  });

  it('returns synchronously if nothing is a promise', () => {
    const schema = schemaOf('type Query { list: [A] } type A { x: Int, y: Int! }');
    const executor = createExecutor(schema);
    const rootValue = {
      list: [
        { x: 1, y: 2 },
        { x: new Error('failed'), y: null },
      ],
    };
    const result = executor.execute({ document: parse('{ list { x y } }'), rootValue });
    expect(result).not.toHaveProperty('then');
    expect(result).toMatchObject({ data: { list: [{ x: 1, y: 2 }, null] } });
  });

  it('does not delay the fields below its siblings when it is slow', async () => {
    const schema = schemaOf('type Query { slow: Int, quick: A } type A { x: Int }');
    let finish: (value: number) => void = () => {};
    const slow = new Promise<number>((resolve) => {
      finish = resolve;
    });
    const root = { slow, quick: Promise.resolve({ x: () => finish(1) }) };
    expect(await ask(schema, '{ slow quick { x } }', { root })).toEqual({ data: { slow: 1, quick: { x: null } } });
  });
});
