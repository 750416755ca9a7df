import { describe, expect, it } from 'vitest';
import { ask, askBoth, errorsOf } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const failed = () => {
  throw new Error('failed');
};

describe('null', () => {
  const schema = schemaOf(`
    type Query { a: A, need: A!, list: [A], needs: [A!], all: [A!]!, grid: [[Int!]], grids: [[Int!]!], whole: [[Int!]!]! }
    type A { x: Int, y: Int!, a: A, need: A!, all: [A!]! }
  `);

  it('is returned for a nullable field', async () => {
    expect(await askBoth(schema, '{ a { x } }', { root: { a: { x: null } } })).toEqual({ data: { a: { x: null } } });
  });

  it('is returned for undefined and for a missing property', async () => {
    expect(await askBoth(schema, '{ a { x } list { x } }', { root: { a: {}, list: undefined } })).toEqual({
      data: { a: { x: null }, list: null },
    });
  });

  it('makes the parent null if the field is non-null', async () => {
    const result = await askBoth(schema, '{ a { x y } list { x } }', { root: { a: { x: 1, y: null }, list: [] } });
    expect(result.data).toEqual({ a: null, list: [] });
    expect(errorsOf(result)).toEqual(['a.y: Cannot return null for non-nullable field A.y.']);
  });

  it('propagates through non-null fields to the nearest nullable one', async () => {
    const root = { a: { a: { need: { need: { y: null } } } } };
    const result = await askBoth(schema, '{ a { a { need { need { y } } } } }', { root });
    expect(result.data).toEqual({ a: { a: null } });
    expect(errorsOf(result)).toEqual(['a.a.need.need.y: Cannot return null for non-nullable field A.y.']);
  });

  it('makes the whole data null if no field above is nullable', async () => {
    const result = await askBoth(schema, '{ need { need { y } } }', { root: { need: { need: {} } } });
    expect(result.data).toBeNull();
    expect(errorsOf(result)).toEqual(['need.need.y: Cannot return null for non-nullable field A.y.']);
  });

  it.each([
    ['{ list { y } }', { list: [{ y: 1 }, {}, null] }, { list: [{ y: 1 }, null, null] }, ['list.1.y']],
    ['{ needs { y } }', { needs: [{ y: 1 }, {}, { y: 2 }] }, { needs: null }, ['needs.1.y']],
    ['{ needs { y } }', { needs: [{ y: 1 }, null] }, { needs: null }, ['needs.1']],
    ['{ all { y } }', { all: [{}] }, null, ['all.0.y']],
    ['{ all { y } }', { all: null }, null, ['all']],
    ['{ a { all { y } } }', { a: { all: [{ y: 1 }, null] } }, { a: null }, ['a.all.1']],
    ['{ grid }', { grid: [[1, null], null, [2]] }, { grid: [null, null, [2]] }, ['grid.0.1']],
    ['{ grids }', { grids: [[1], [2, null]] }, { grids: null }, ['grids.1.1']],
    ['{ grids }', { grids: [[1], null] }, { grids: null }, ['grids.1']],
    ['{ whole }', { whole: [[], [null]] }, null, ['whole.1.0']],
  ])('propagates through lists: %s of %j', async (query, root, data, paths) => {
    const result = await askBoth(schema, query, { root });
    expect(result.data).toEqual(data);
    expect(result.errors?.map(({ path = [] }) => path.join('.'))).toEqual(paths);
  });

  it('removes the whole object, and keeps the other items of the list', async () => {
    const root = {
      list: [
        { a: { x: 1 }, need: { y: null } },
        { a: { x: 2 }, need: { y: 3 } },
      ],
    };
    const result = await askBoth(schema, '{ list { a { x } need { y } } }', { root });
    expect(result.data).toEqual({ list: [null, { a: { x: 2 }, need: { y: 3 } }] });
  });

  it('is reported once per position, with an error that caused it', async () => {
    const root = {
      list: [
        { a: { x: failed }, y: null, need: null },
        { a: { x: failed }, y: 1, need: { y: 1 } },
      ],
    };
    const result = await ask(schema, '{ list { a { x } y need { y } } }', { root });
    expect(result.data).toEqual({ list: [null, { a: { x: null }, y: 1, need: { y: 1 } }] });
    const causes = errorsOf(result).filter((error) => /^list\.0\.(y|need): Cannot return null/.test(error));
    expect(causes).toHaveLength(1);
    expect(errorsOf(result)).toContain('list.1.a.x: failed');
  });

  it('propagates in the same way from a promise', async () => {
    const root = { a: Promise.resolve({ y: Promise.resolve(null) }), needs: [Promise.resolve(null)] };
    const result = await ask(schema, '{ a { y } needs { y } }', { root });
    expect(result.data).toEqual({ a: null, needs: null });
    expect(errorsOf(result).sort()).toEqual([
      'a.y: Cannot return null for non-nullable field A.y.',
      'needs.0: Cannot return null for non-nullable field Query.needs.',
    ]);
  });
});
