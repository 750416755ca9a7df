import {
  execute,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLScalarType,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../../src/execution/executor.ts';
import { show, showError } from '../show.ts';
import { askBoth, errorsOf } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const told = (_: unknown, args: object) => show(args);
const schema = schemaOf(
  `
  scalar Any
  enum Colour { RED GREEN }
  input In { a: Int = 5, need: Boolean!, colours: [Colour!] = [RED], in: In, any: Any }
  input One @oneOf { text: String, number: Int }
  type Query {
    plain(a: Int, b: String): String
    defaults(a: Int = 1, sure: Int! = 2, colour: Colour = GREEN, in: In = { need: true }, list: [Int] = [1, 2]): String
    need(a: Int!): String
    in(in: In, ins: [In!]): String
    lists(list: [Int], sure: [Int!], grid: [[Int]]): String
    any(any: Any): String
    one(one: One): String
    items: [Item]
  }
  type Item { need(a: Int!): String }
`,
  {
    types: {
      Query: { plain: told, defaults: told, need: told, in: told, lists: told, any: told, one: told },
      Item: { need: told },
    },
  },
);
const [red, green] = (schema.getType('Colour') as GraphQLEnumType).getValues().map((colour, shade) => {
  colour.value = { shade };
  return colour.value;
});
const { colours } = (schema.getType('In') as GraphQLInputObjectType).getFields();
if (colours) colours.defaultValue = [red];
for (const arg of schema.getQueryType()?.getFields().defaults?.args ?? []) {
  if (arg.name === 'colour') arg.defaultValue = green;
  if (arg.name === 'in') arg.defaultValue = { a: 5, need: true, colours: [red] };
}
const any = schema.getType('Any') as GraphQLScalarType;
any.parseValue = (value) => ({ parsed: value });
any.parseLiteral = (node, variables) => {
  const value = valueFromASTUntyped(node, variables);
  if (JSON.stringify(value).includes('"bad"')) throw new Error('bad');
  return { literal: value };
};

describe('arguments', () => {
  it.each([
    ['{ it: plain }', {}, '{}'],
    ['{ it: plain(b: "x", a: null) }', {}, '{"a":null,"b":"x"}'],
    [
      '{ it: defaults }',
      {},
      '{"a":1,"sure":2,"colour":{"shade":1},"in":{"a":5,"need":true,"colours":[{"shade":0}]},"list":[1,2]}',
    ],
    [
      '{ it: defaults(a: null, sure: 3, colour: null, in: null, list: null) }',
      {},
      '{"a":null,"sure":3,"colour":null,"in":null,"list":null}',
    ],
    [
      '{ it: in(in: { need: false, in: { need: true, colours: GREEN } }) }',
      {},
      '{"in":{"a":5,"need":false,"colours":[{"shade":0}],"in":{"a":5,"need":true,"colours":[{"shade":1}]}}}',
    ],
    ['{ it: lists(list: 1, sure: [2], grid: [[3], [], null]) }', {}, '{"list":[1],"sure":[2],"grid":[[3],[],null]}'],
    ['{ it: lists(grid: [1, 2]) }', {}, '{"grid":[[1],[2]]}'],
    ['{ it: any(any: { a: [1, "x", true] }) }', {}, '{"any":{"literal":{"a":[1,"x",true]}}}'],
    ['{ it: one(one: { number: 1 }) }', {}, '{"one":{"number":1}}'],
    ['query ($a: Int) { it: plain(a: $a, b: "x") }', { a: 1 }, '{"a":1,"b":"x"}'],
    ['query ($a: Int) { it: plain(a: $a, b: "x") }', { a: null }, '{"a":null,"b":"x"}'],
    ['query ($a: Int) { it: plain(a: $a, b: "x") }', {}, '{"b":"x"}'],
    ['query ($a: Int = 7) { it: plain(a: $a) }', {}, '{"a":7}'],
    ['query ($a: Int = 7) { it: plain(a: $a) }', { a: null }, '{"a":null}'],
    [
      'query ($a: Int) { it: defaults(a: $a, sure: $a, in: null, list: [$a, 2, $a], colour: RED) }',
      {},
      '{"a":1,"sure":2,"colour":{"shade":0},"in":null,"list":[null,2,null]}',
    ],
    [
      'query ($a: Int, $c: Colour! = GREEN, $n: Boolean!) { it: in(in: { a: $a, need: $n, colours: [RED, $c] }) }',
      { n: true },
      '{"in":{"a":5,"need":true,"colours":[{"shade":0},{"shade":1}]}}',
    ],
    [
      'query ($in: In) { it: in(in: $in, ins: [{ need: true }]) }',
      { in: { need: false, any: 1, in: null } },
      '{"in":{"a":5,"need":false,"colours":[{"shade":0}],"in":null,"any":{"parsed":1}},"ins":[{"a":5,"need":true,"colours":[{"shade":0}]}]}',
    ],
    [
      'query ($ins: [In!]) { it: in(ins: $ins) }',
      { ins: { need: true, colours: 'GREEN' } },
      '{"ins":[{"a":5,"need":true,"colours":[{"shade":1}]}]}',
    ],
    ['query ($x: String) { it: any(any: { a: $x }) }', { x: 'y' }, '{"any":{"literal":{"a":"y"}}}'],
  ])('reach the resolver: %s with %j', async (query, variables, args) => {
    expect((await askBoth(schema, query, { variables })).data).toEqual({ it: args });
  });

  it.each([
    [
      'query ($a: Int = 1) { need(a: $a) plain }',
      { a: null },
      'need: Argument "a" of non-null type "Int!" must not be null.',
    ],
    [
      'query ($a: Int) { defaults(sure: $a) plain }',
      { a: null },
      'defaults: Argument "sure" of non-null type "Int!" must not be null.',
    ],
    [
      'query ($a: Int = 1) { lists(sure: [1, $a]) plain }',
      { a: null },
      'lists: Argument "sure" has invalid value [1, $a].',
    ],
    [
      'query ($n: Boolean = true) { in(in: { need: $n }) plain }',
      { n: null },
      'in: Argument "in" has invalid value {need: $n}.',
    ],
    [
      'query ($x: String) { any(any: { a: [$x] }) plain }',
      { x: 'bad' },
      'any: Argument "any" has invalid value {a: [$x]}.',
    ],
  ])('fail only their own field if a variable makes them invalid: %s', async (query, variables, error) => {
    const result = await askBoth(schema, query, { variables });
    expect(errorsOf(result)).toEqual([error]);
    expect(result.data).toMatchObject({ plain: '{}' });
  });

  it('fail the field for every object if they are invalid', async () => {
    const query = 'query ($a: Int = 1) { items { need(a: $a) } }';
    const root = { items: [{}, {}] };
    const result = await askBoth(schema, query, { root, variables: { a: null } });
    expect(result.data).toEqual({ items: [{ need: null }, { need: null }] });
    expect(result.errors?.map(({ path }) => path)).toEqual([
      ['items', 0, 'need'],
      ['items', 1, 'need'],
    ]);
  });
});

describe('variables', () => {
  it.each([
    ['query ($a: Int!) { need(a: $a) }', {}, 'Variable "$a" of required type "Int!" was not provided.'],
    ['query ($a: Int!) { need(a: $a) }', { a: null }, 'Variable "$a" of non-null type "Int!" must not be null.'],
    [
      'query ($a: Int!) { need(a: $a) }',
      { a: '1' },
      'Variable "$a" got invalid value "1"; Int cannot represent non-integer value: "1"',
    ],
    [
      'query ($in: In) { in(in: $in) }',
      { in: {} },
      'Variable "$in" got invalid value {}; Field "need" of required type "Boolean!" was not provided.',
    ],
    [
      'query ($in: In) { in(in: $in) }',
      { in: { need: true, no: 1 } },
      'Variable "$in" got invalid value { need: true, no: 1 }; Field "no" is not defined by type "In".',
    ],
    [
      'query ($in: In) { in(in: $in) }',
      { in: { need: true, in: { need: 1 } } },
      'Variable "$in" got invalid value 1 at "in.in.need"; Boolean cannot represent a non boolean value: 1',
    ],
    [
      'query ($list: [Int!]) { lists(sure: $list) }',
      { list: [1, null] },
      'Variable "$list" got invalid value null at "list[1]"; Expected non-nullable type "Int!" not to be null.',
    ],
    [
      'query ($one: One) { one(one: $one) }',
      { one: { text: 'x', number: 1 } },
      'Variable "$one" got invalid value { text: "x", number: 1 }; Exactly one key must be specified for OneOf type "One".',
    ],
  ])('leave no data if they are invalid: %s with %j', async (query, variables, message) => {
    const result = await askBoth(schema, query, { variables });
    expect('data' in result).toBe(false);
    expect(result.errors?.map((error) => [error.message.replace(/ Did you mean.*/, ''), error.path])).toEqual([
      [message, undefined],
    ]);
    expect(result.errors?.[0]?.locations).toHaveLength(1);
  });

  it('are all checked, even after the first error', async () => {
    const query = 'query ($a: Int!, $b: Int!) { one: need(a: $a) two: need(a: $b) }';
    const { errors } = await askBoth(schema, query, { variables: { b: 'x' } });
    expect(errors).toHaveLength(2);
  });

  it('report at most maxErrors errors, and that there are more', async () => {
    const document = parse('query ($list: [Int]) { lists(list: $list) }');
    const variableValues = { list: Array(60).fill('wrong') };
    for (const [options, limit] of [
      [{}, 50],
      [{ maxErrors: 3 }, 3],
    ] as const) {
      const { errors = [] } = await createExecutor(schema, options).execute({ document, variableValues });
      const expected = await execute({ schema, document, variableValues, options: { maxCoercionErrors: limit } });
      expect(errors.map(showError)).toEqual(expected.errors?.map(showError));
      expect(errors).toHaveLength(limit + 1);
    }
  });

  it('are not coerced again if they are passed as coerced', async () => {
    const document = parse('query ($in: In) { in(in: $in) }');
    const coercedVariables = { in: { need: 'as it is' } };
    const { data } = await createExecutor(schema).execute({ document, coercedVariables });
    expect(data).toEqual({ in: show({ in: coercedVariables.in }) });
  });

  it('are ignored if the operation does not define them', async () => {
    expect(await askBoth(schema, '{ plain }', { variables: { a: 1, constructor: 2 } })).toEqual({
      data: { plain: '{}' },
    });
  });

  it('may be named like an inherited property, such as constructor', async () => {
    const query = 'query ($constructor: Int, $toString: String) { plain(a: $constructor, b: $toString) }';
    expect((await askBoth(schema, query)).data).toEqual({ plain: '{}' });
    const given = await askBoth(schema, query, { variables: { constructor: 1 } });
    expect(given.data).toEqual({ plain: '{"a":1}' });
  });
});
