import { describe, expect, it } from 'vitest';
import { ask, askBoth, errorsOf } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const schema = schemaOf('type Query { ints: [Int], grid: [[Int]], list: [A] } type A { x: Int, list: [A] }');

describe('a list field', () => {
  it.each([
    ['an array', [1, 2]],
    ['a set', new Set([1, 2])],
    ['a typed array', new Uint8Array([1, 2])],
    ['a frozen array', Object.freeze([1, 2])],
    ['an iterable', { [Symbol.iterator]: () => [1, 2].values() }],
  ])('accepts %s', async (_, ints) => {
    expect(await askBoth(schema, '{ ints }', { root: { ints } })).toEqual({ data: { ints: [1, 2] } });
  });

  it('accepts a generator, and reads it once', async () => {
    function* ints() {
      yield 1;
      yield 2;
    }
    expect(await askBoth(schema, '{ ints }', { root: { ints } })).toEqual({ data: { ints: [1, 2] } });
  });

  it.each([
    ['a text', 'text'],
    ['a number', 1],
    ['an object', {}],
    ['an array-like', { length: 1, 0: 1 }],
    ['an asynchronous iterable', { async *[Symbol.asyncIterator]() {} }],
  ])('rejects %s', async (_, ints) => {
    const result = await askBoth(schema, '{ ints }', { root: { ints } });
    expect(result.data).toEqual({ ints: null });
    expect(errorsOf(result)).toEqual(['ints: Expected Iterable, but did not find one for field "Query.ints".']);
  });

  it('is null if its iterator throws', async () => {
    function* ints() {
      yield 1;
      throw new Error('ended early');
    }
    const result = await askBoth(schema, '{ ints }', { root: { ints } });
    expect(result.data).toEqual({ ints: null });
    expect(errorsOf(result)).toEqual(['ints: ended early']);
  });

  it('returns null for undefined items and for holes', async () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole
    expect(await askBoth(schema, '{ ints }', { root: { ints: [1, , undefined, null] } })).toEqual({
      data: { ints: [1, null, null, null] },
    });
  });

  it('accepts empty lists at each level', async () => {
    const root = {
      ints: [],
      grid: [[], [1], []],
      list: [
        { x: 1, list: [] },
        { x: 2, list: [{ x: 3, list: null }] },
      ],
    };
    expect(await askBoth(schema, '{ ints grid list { x list { x list { x } } } }', { root })).toEqual({ data: root });
  });

  it('may contain the same object twice', async () => {
    const twice = { x: 1 };
    const { data } = await askBoth(schema, '{ list { x } }', { root: { list: [twice, twice] } });
    expect(data).toEqual({ list: [{ x: 1 }, { x: 1 }] });
  });

  it('awaits a promise of promises, which may resolve in any order', async () => {
    const later = (value: number) => new Promise((resolve) => setTimeout(() => resolve(value), 3 - value));
    const root = { ints: Promise.resolve([later(1), later(2), 3]), grid: [Promise.resolve([later(2)])] };
    expect(await ask(schema, '{ ints grid }', { root })).toEqual({ data: { ints: [1, 2, 3], grid: [[2]] } });
  });

  it('awaits thenables that are not Promises', async () => {
    // biome-ignore lint/suspicious/noThenProperty: this is what the test is about
    const thenable = (value: unknown) => ({ then: (resolve: (value: unknown) => void) => resolve(value) });
    const root = { ints: thenable([thenable(1), 2]), list: [thenable({ x: thenable(3) })] };
    expect(await ask(schema, '{ ints list { x } }', { root })).toEqual({ data: { ints: [1, 2], list: [{ x: 3 }] } });
  });
});
