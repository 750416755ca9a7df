import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ask, askBoth, errorsOf } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const sdl =
  'type Query { a: A, list: [A], grid: [[A]], int: Int, ints: [Int], need: Int! } type A { x: Int, b: B } type B { y: Int }';

function throwing(thrown: unknown) {
  return () => {
    throw thrown;
  };
}

describe('an error', () => {
  const schema = schemaOf(sdl);

  it.each([
    ['thrown', throwing(new Error('no int'))],
    ['rejected', () => Promise.reject(new Error('no int'))],
    ['returned', () => new Error('no int')],
    ['resolved to', () => Promise.resolve(new Error('no int'))],
    ['of a subclass', throwing(new RangeError('no int'))],
  ])('%s makes the field null', async (_, int) => {
    const result = await askBoth(schema, '{ int a { x } }', { root: { int, a: { x: 1 } } });
    expect(result.data).toEqual({ int: null, a: { x: 1 } });
    expect(errorsOf(result)).toEqual(['int: no int']);
  });

  it.each([
    ['a text', 'Unexpected error value: "a text"'],
    [undefined, 'Unexpected error value: undefined'],
    [null, 'Unexpected error value: null'],
    [{ message: 'x' }, 'Unexpected error value: { message: "x" }'],
  ])('may be any thrown value, such as %j', async (thrown, message) => {
    const root = { int: throwing(thrown), a: { x: () => Promise.reject(thrown) } };
    const result = await ask(schema, '{ int a { x } }', { root });
    expect(errorsOf(result).sort()).toEqual([`a.x: ${message}`, `int: ${message}`]);
    await askBoth(schema, '{ int }', { root });
  });

  it('has a path of response keys and list indexes', async () => {
    const root = { grid: [[], [{ x: 1 }, { b: { y: throwing(new Error('deep')) } }]] };
    const { errors } = await askBoth(schema, '{ rows: grid { under: b { it: y } } }', { root });
    expect(errors?.[0]?.path).toEqual(['rows', 1, 1, 'under', 'it']);
  });

  it('has the locations of all merged field nodes', async () => {
    const { errors } = await askBoth(schema, '{\n  int\n  ... { int }\n}', {
      root: { int: throwing(new Error('twice')) },
    });
    expect(errors?.[0]?.locations).toEqual([
      { line: 2, column: 3 },
      { line: 3, column: 9 },
    ]);
  });

  it('keeps the extensions and the original error', async () => {
    const coded = new GraphQLError('refused', { extensions: { code: 'REFUSED' } });
    const plain = Object.assign(new Error('failed'), { extensions: { code: 'FAILED' } });
    const { errors } = await askBoth(schema, '{ int a { x } }', { root: { int: throwing(coded), a: { x: plain } } });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'REFUSED' }, { code: 'FAILED' }]);
    expect(errors?.map(({ originalError }) => originalError)).toEqual([coded, plain]);
    expect(errors?.every((error) => error instanceof GraphQLError)).toBe(true);
  });

  it('keeps a path that it already has', async () => {
    const located = new GraphQLError('elsewhere', { path: ['other', 1] });
    const result = await askBoth(schema, '{ int }', { root: { int: throwing(located) } });
    expect(errorsOf(result)).toEqual(['other.1: elsewhere']);
    expect(result.errors?.[0]).toBe(located);
  });

  it('makes only its item of a list null', async () => {
    const root = { ints: [1, new Error('second'), Promise.reject(new Error('third')), Promise.resolve(4)] };
    const result = await ask(schema, '{ ints }', { root });
    expect(result.data).toEqual({ ints: [1, null, null, 4] });
    expect(errorsOf(result)).toEqual(['ints.1: second', 'ints.2: third']);
  });

  it('is reported once per object if several objects fail with it', async () => {
    const shared = new Error('shared');
    const root = { list: [{ x: shared }, { x: 1 }, { x: throwing(shared) }] };
    const result = await askBoth(schema, '{ list { x } }', { root });
    expect(errorsOf(result)).toEqual(['list.0.x: shared', 'list.2.x: shared']);
  });

  it.each([
    ['Int', Number.NaN, 'Int cannot represent non-integer value: NaN'],
    ['Int', 'many', 'Int cannot represent non-integer value: "many"'],
    ['Int', 2 ** 31, 'Int cannot represent non 32-bit signed integer value: 2147483648'],
    ['Float', 'much', 'Float cannot represent non numeric value: "much"'],
    ['String', {}, 'String cannot represent value: {}'],
    ['Boolean', 'yes', 'Boolean cannot represent a non boolean value: "yes"'],
    ['ID', 1.5, 'ID cannot represent value: 1.5'],
    ['Kind', 'RED', 'Enum "Kind" cannot represent value: "RED"'],
    ['Odd', 'none', 'Expected `Odd.serialize("none")` to return non-nullable value, returned: undefined'],
    ['Odd', 'bad', 'Odd is bad'],
  ])('is reported when %s cannot serialize %j', async (type, value, message) => {
    const odd = schemaOf(`scalar Odd enum Kind { RED } type Query { leaf: ${type}, leaves: [${type}!] }`, {
      serialize: {
        Odd(serialized) {
          if (serialized === 'bad') throw new Error('Odd is bad');
        },
      },
    });
    const enumType = odd.getType('Kind') as any;
    if (type === 'Kind') enumType.getValue('RED').value = 1;
    const result = await askBoth(odd, '{ leaf leaves }', { root: { leaf: value, leaves: [value] } });
    expect(result.data).toEqual({ leaf: null, leaves: null });
    expect(errorsOf(result)).toEqual([`leaf: ${message}`, `leaves.0: ${message}`]);
  });
});
