import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ask, errorsOf } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const sdl = `
  type Query { list: [A], grid: [[A]], all: [Node], root(n: Int): Int }
  interface Node { id: ID }
  type A implements Node { id: ID, x(n: Int = 1): Int, need: Int!, next: A, some: [A] }
  type B implements Node { id: ID, x: Int }
`;
const ids = (...numbers: number[]) => numbers.map((id) => ({ id }));

const typeById = ({ id }: { id: number }) => (id > 10 ? 'B' : 'A');

/** Returns a schema whose field `A.x` is batched. */
function batched(resolveAll: (parents: readonly any[], args: any, context: any, info: any) => unknown, field = 'x') {
  return schemaOf(sdl, {
    types: { A: { [field]: { resolveAll } } },
    resolveType: { Node: typeById },
  });
}

describe('a batched resolver', () => {
  it('returns values in the order of the parents', async () => {
    for (const values of [[10, 20, 30], Promise.resolve([10, 20, 30])]) {
      const schema = batched(() => values);
      const { data } = await ask(schema, '{ list { id x } }', { root: { list: ids(1, 2, 3) } });
      expect(data.list.map(({ x }: any) => x)).toEqual([10, 20, 30]);
    }
  });

  it('is called once per level, whatever the number of parents and lists', async () => {
    const calls: unknown[] = [];
    const schema = batched((parents, args, context, { fieldName, parentType }) => {
      calls.push([parents.map(({ id }) => id), args, context, `${parentType}.${fieldName}`]);
      return parents.map(({ id }) => id * args.n);
    });
    const root = { grid: [ids(1, 2), null, [], ids(3)] };
    const { data } = await ask(schema, '{ grid { x(n: 2) } }', { root, context: 'context' });
    expect(data).toEqual({ grid: [[{ x: 2 }, { x: 4 }], null, [], [{ x: 6 }]] });
    expect(calls).toEqual([[[1, 2, 3], { n: 2 }, 'context', 'A.x']]);
  });

  it('is called once per response key', async () => {
    const calls: unknown[] = [];
    const schema = batched((parents, { n }) => {
      calls.push(n);
      return parents.map(() => n);
    });
    const { data } = await ask(schema, '{ list { x one: x(n: 2) ... on A { x } } }', { root: { list: ids(1, 2) } });
    expect(data.list[1]).toEqual({ x: 1, one: 2 });
    expect(calls.sort()).toEqual([1, 2]);
  });

  it('is called once per level below another batched resolver', async () => {
    const calls: string[] = [];
    const schema = schemaOf(sdl, {
      types: {
        A: {
          some: {
            resolveAll: (parents) => {
              calls.push(`some of ${parents.length}`);
              return Promise.resolve(parents.map(({ id }) => ids(id, id + 1)));
            },
          },
          x: {
            resolveAll: (parents) => {
              calls.push(`x of ${parents.length}`);
              return parents.map(({ id }) => id);
            },
          },
        },
      },
    });
    const { data } = await ask(schema, '{ list { some { some { x } } } }', { root: { list: ids(1, 5) } });
    expect(calls).toEqual(['some of 2', 'some of 4', 'x of 8']);
    expect(data.list[1].some[1]).toEqual({ some: [{ x: 6 }, { x: 7 }] });
  });

  it('is not called without parents', async () => {
    const schema = batched(() => {
      throw new Error('called');
    });
    expect(await ask(schema, '{ list { x } grid { x } }', { root: { list: [], grid: [[null]] } })).toEqual({
      data: { list: [], grid: [[null]] },
    });
  });

  it('receives only the parents of its own type', async () => {
    const schema = batched((parents) => parents.map(({ id }) => -id));
    const root = { all: ids(1, 11, 2).map((node) => ({ ...node, x: 0 })) };
    const { data } = await ask(schema, '{ all { ... on A { x } ... on B { x } } }', { root });
    expect(data).toEqual({ all: [{ x: -1 }, { x: 0 }, { x: -2 }] });
  });

  it('fails only for a parent whose value is an Error', async () => {
    const coded = new GraphQLError('second', { extensions: { code: 'SECOND' } });
    const schema = batched((parents) => parents.map(({ id }) => (id === 2 ? coded : id)));
    const result = await ask(schema, '{ list { x } }', { root: { list: ids(1, 2, 3) } });
    expect(result.data).toEqual({ list: [{ x: 1 }, { x: null }, { x: 3 }] });
    expect(errorsOf(result)).toEqual(['list.1.x: second']);
    expect(result.errors?.[0]).toMatchObject({ extensions: { code: 'SECOND' }, locations: [{ line: 1, column: 10 }] });
  });

  it('fails only for a parent whose non-null value is null', async () => {
    const schema = batched((parents) => parents.map(({ id }) => (id === 2 ? null : id)), 'need');
    const result = await ask(schema, '{ list { need } }', { root: { list: ids(1, 2, 3) } });
    expect(result.data).toEqual({ list: [{ need: 1 }, null, { need: 3 }] });
    expect(errorsOf(result)).toEqual(['list.1.need: Cannot return null for non-nullable field A.need.']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('all failed');
      },
    ],
    ['rejects', () => Promise.reject(new Error('all failed'))],
  ])('fails for all parents if it %s', async (_, resolveAll) => {
    const result = await ask(batched(resolveAll), '{ list { id x } }', { root: { list: ids(1, 2) } });
    expect(result.data).toEqual({
      list: [
        { id: '1', x: null },
        { id: '2', x: null },
      ],
    });
    expect(errorsOf(result)).toEqual(['list.0.x: all failed', 'list.1.x: all failed']);
  });

  it.each([
    ['too few', [1], '1'],
    ['too many', [1, 2, 3], '3'],
    ['late and too few', Promise.resolve([]), '0'],
    ['no', undefined, ''],
    ['a text for', 'ab', ''],
  ])('fails for all parents if it returns %s values, and reports the number of parents', async (_, values, count) => {
    const result = await ask(
      batched(() => values),
      '{ list { x } }',
      { root: { list: ids(1, 2) } },
    );
    expect(result.data).toEqual({ list: [{ x: null }, { x: null }] });
    const errors = errorsOf(result);
    expect(errors).toHaveLength(2);
    for (const error of errors) {
      expect(error).toContain('A.x');
      expect(error).toContain(count);
      expect(error).toContain('2 parents');
    }
  });

  it('receives the root value as the only parent of a root field', async () => {
    const schema = schemaOf(sdl, {
      types: { Query: { root: { resolveAll: (parents, { n }) => [parents[0].base + n] } } },
    });
    expect(await ask(schema, '{ root(n: 2) }', { root: { base: 5 } })).toEqual({ data: { root: 7 } });
  });

  it('takes precedence over an ordinary resolver of the same field', async () => {
    const schema = schemaOf(sdl, {
      types: { A: { x: { resolve: () => 1, resolveAll: (parents) => parents.map(() => 2) } } },
    });
    expect((await ask(schema, '{ list { x } }', { root: { list: ids(1) } })).data).toEqual({ list: [{ x: 2 }] });
  });
});
