import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { GraphQLScalarType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawJson } from '../../../src/api/raw-json.ts';
import type { GraphContext } from '../../../src/entities/context.ts';
import type { Resolvers } from '../../../src/generated/resolvers.ts';
import { createServer } from '../../../src/server/create-server.ts';
import { tries } from '../../support/runs.ts';

const raw = new GraphQLScalarType({
  name: 'Raw',
  parseValue: (value) => (value instanceof RawJson ? value.text : 'not kept'),
});

let server: FastifyInstance;

beforeAll(async () => {
  server = await createServer({
    typeDefs: 'scalar Raw type Query { echo(value: Raw): String }',
    resolvers: {
      Raw: raw,
      Query: { echo: (_: unknown, { value }: { value?: string }) => value },
    } as unknown as Resolvers,
    context: (requestId) => ({ requestId }) as GraphContext,
    pagesRoot: '/nowhere',
    maxCost: 1000,
    auth: { mode: 'off' },
    privateText: false,
    jsonScalar: 'Raw',
    debugStore: false,
    logLevel: 'silent',
    production: false,
  });
});
afterAll(() => server.close());

/** Returns the text that the resolver receives for `$a` from this request body. */
async function echoOf(body: string): Promise<string | null> {
  const headers = { 'content-type': 'application/json' };
  const response = await server.inject({ method: 'POST', url: '/graphql', headers, payload: body });
  const { data, errors } = response.json();
  expect(errors).toBeUndefined();
  return data.echo;
}

const query = JSON.stringify('query ($a: Raw) { echo(value: $a) }');
const bodyWith = (variables: string) => `{"query": ${query}, "variables": ${variables}}`;

describe('a variable of the raw scalar', () => {
  it.each([
    ['{"a":1}', '1'],
    [' \n{ "a" : [ 1, {"a": 2} ]\t, "b": 3 } ', '[ 1, {"a": 2} ]'],
    ['{"b": "\\"a\\":1}", "a": "}\\\\"}', '"}\\\\"'],
    ['{"a": 1, "\\u0061": 1e400}', '1e400'],
    ['{"a": {"x": 1}, "a": {"x": 1, "x": 2}}', '{"x": 1, "x": 2}'],
    ['{"b": {"a": 1}}', null],
    ['{"a": -0.10e+5 , "b": null}', '-0.10e+5'],
    ['{"a": "// no comment /*", "b": 1}', '"// no comment /*"'],
    ['{"b": true, "a": false}', 'false'],
    ['{"b": true, "a": null}', null],
    ['{"a": [], "b": {}}', '[]'],
    ['{}', null],
    ['null', null],
  ])('in %s has the text %s', async (variables, text) => {
    expect(await echoOf(bodyWith(variables))).toBe(text);
  });

  it('comes from the last of duplicate members `variables`', async () => {
    const body = `{"variables": {"a": 1}, "query": ${query}, "\\u0076ariables": {"a": 2.0}, "x": {"variables": {"a": 3}}}`;
    expect(await echoOf(body)).toBe('2.0');
  });

  it('may be nested to any depth', async () => {
    const deep = `${'[{"a":'.repeat(12_000)}"]"${'}]'.repeat(12_000)}`;
    expect(await echoOf(bodyWith(`{"a": ${deep}}`))).toBe(deep);
    const arrays = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    expect(await echoOf(bodyWith(`{"b": 1, "a": ${arrays}}`))).toBe(arrays);
  });

  it('equals the result of JSON.parse, however the variables are formatted', async () => {
    const spaces = fc.constantFrom(0, 1, 2, '\t', '\r\n');
    const others = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(others, fc.jsonValue(), others, spaces, async (before, a, after, space) => {
        const json = JSON.stringify({ ...before, a, ...after }, null, space);
        const expected = JSON.parse(json).a;
        const text = await echoOf(bodyWith(json));
        if (expected === null) expect(text).toBeNull();
        else expect(JSON.parse(text ?? '')).toEqual(expected);
      }),
      tries(),
    );
  });
});
