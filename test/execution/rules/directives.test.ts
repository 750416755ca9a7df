import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../../src/execution/executor.ts';
import { show, showError } from '../show.ts';
import { askBoth } from './ask.ts';
import { schemaOf } from './schema-of.ts';

const schema = schemaOf('type Query { a: A, x: Int } type A { x: Int, y: Int, a: A }');
const root = { a: { x: 1, y: 2, a: { x: 3 } }, x: 4 };

describe('@skip and @include', () => {
  it.each([
    ['{ x @include(if: true) }', '{"x":4}'],
    ['{ x @include(if: false) a { x } }', '{"a":{"x":1}}'],
    ['{ x @skip(if: true) a { x } }', '{"a":{"x":1}}'],
    ['{ x @skip(if: false) }', '{"x":4}'],
    ['{ x @skip(if: true) @include(if: true) }', '{}'],
    ['{ x @include(if: true) @skip(if: false) }', '{"x":4}'],
    ['{ x @include(if: false) @skip(if: false) }', '{}'],
    ['{ a { ... @skip(if: true) { x } y } }', '{"a":{"y":2}}'],
    ['{ a { ... on A @include(if: false) { x } y } }', '{"a":{"y":2}}'],
    ['{ a { ...F @skip(if: true) y } } fragment F on A { x }', '{"a":{"y":2}}'],
    ['{ a { ...F @skip(if: true) ...F } } fragment F on A { x }', '{"a":{"x":1}}'],
    ['{ a { ...F ...F @skip(if: true) } } fragment F on A { x }', '{"a":{"x":1}}'],
    ['{ a @skip(if: true) { x } a { y } }', '{"a":{"y":2}}'],
    ['{ a { x @skip(if: true) } }', '{"a":{}}'],
    ['{ __typename @skip(if: true) a { __typename @include(if: true) } }', '{"a":{"__typename":"A"}}'],
  ])('select fields by literals: %s', async (query, data) => {
    expect(JSON.stringify((await askBoth(schema, query, { root })).data)).toBe(data);
  });

  it.each([
    [{ yes: true, no: false }, '{"a":{"x":1,"a":{"x":3}}}'],
    [{ yes: false, no: false }, '{"x":4,"a":{"x":1,"y":2}}'],
    [{ yes: true, no: true }, '{"a":{"a":{"x":3}}}'],
    [{ yes: false, no: true }, '{"x":4,"a":{"y":2}}'],
  ])('select fields by variables: %j', async (variables, data) => {
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      x @skip(if: $yes)
      a { x @skip(if: $no) ...F @include(if: $yes) y @skip(if: $yes) }
    }
    fragment F on A { a { x } y @skip(if: $yes) }`;
    expect(JSON.stringify((await askBoth(schema, query, { root, variables })).data)).toBe(data);
  });

  it.each([
    [{}, '{"x":4}'],
    [{ yes: false }, '{"a":{"x":1}}'],
  ])('select fields by a variable with a default: %j', async (variables, data) => {
    const query = 'query ($yes: Boolean = true) { x @include(if: $yes) a @skip(if: $yes) { x } }';
    expect(JSON.stringify((await askBoth(schema, query, { root, variables })).data)).toBe(data);
  });

  it.each([
    'query ($yes: Boolean = true) { a { a { x @include(if: $yes) } } x }',
    'query ($yes: Boolean = true) { x @skip(if: $yes) }',
    'query ($yes: Boolean = true) { a { x @skip(if: true) @include(if: $yes) } }',
  ])('report the error of graphql-js if a variable is null: %s', async (query) => {
    const request = { document: parse(query), variableValues: { yes: null }, rootValue: root };
    const result = await createExecutor(schema).execute(request);
    const expected = await execute({ schema, ...request });
    expect(show(result.data)).toBe(show(expected.data));
    expect(result.errors?.map(showError)).toEqual(expected.errors?.map(showError));
  });
});
