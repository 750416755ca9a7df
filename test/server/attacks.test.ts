import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { type Attack, ask } from './attack.ts';
import { queryAttacks } from './query-attacks.ts';
import { requestAttacks } from './request-attacks.ts';
import { createSmallServer } from './small-server.ts';
import { valueAttacks } from './value-attacks.ts';

const boundMs = 250;
const boundBytes = 64_000_000;

/** In no answer: an address of a store, a path of the machine, a stack, a suggestion, a token. */
const leaks =
  /mongodb(\+srv)?:|node_modules|\/(?:home|work|usr|tmp|root|src)\/|file:\/\/|\n\s+at |\.ts:\d|did you mean|<html/i;
const token = 'a-token-that-must-never-be-in-an-answer';

let gateway: TestGateway;
let app: FastifyInstance;

beforeAll(async () => {
  gateway = await openTestGateway({ production: true, ingestToken: token });
  app = gateway.app;
  await gateway.seed(
    article('first', {
      locations: [named('iraq', { kind: 'COUNTRY' })],
      incidents: [incident('convoy', { location: 'iraq' }), incident('base', { location: 'iraq' })],
    }),
  );
  await gateway.ask('{ incidents { nodes { id } } }'); // the first query is slower
});

afterAll(() => gateway.close());

describe('an attack is refused exactly, at once, and learns nothing', () => {
  it.each<Attack>([...queryAttacks, ...requestAttacks, ...valueAttacks])('%s', async (_, request, status, code) => {
    gateway.store.takeCommands();
    const heap = process.memoryUsage().heapUsed;
    const began = process.cpuUsage(); // what else the machine does is not counted
    const response = await app.inject(request);
    const { user, system } = process.cpuUsage(began);
    const grown = process.memoryUsage().heapUsed - heap;

    const { data, errors } = response.json();
    expect({ status: response.statusCode, code: errors[0].extensions.code }).toEqual({ status, code });
    if (data) expect(Object.values(data)).toEqual([null]);
    expect(gateway.store.takeCommands()).toEqual([]);
    expect((user + system) / 1000).toBeLessThan(boundMs);
    expect(grown).toBeLessThan(boundBytes);
    expect(response.headers['content-type']).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
    expect(errors.length).toBeLessThanOrEqual(11);
    expect(response.body.length).toBeLessThan(20_000);
    expect(`${JSON.stringify(response.headers)}${response.body}`).not.toMatch(leaks);
    expect(response.body).not.toContain(token);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('without introspection', () => {
  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Thing") { fields { name } } }',
    '{ a: __schema { types { name } } }',
    '{ ...F } fragment F on Query { __schema { directives { name } } }',
    'query ($yes: Boolean = true) { hello @include(if: $yes) ... { __type(name: "Mutation") { name } } }',
  ])('the schema is not told: %s', async (query) => {
    const closed = await createSmallServer({ production: true, http: { introspection: false } });
    const response = await closed.inject(ask(query));
    expect(response.statusCode).toBe(400);
    const { data, errors } = response.json();
    expect(data).toBeUndefined();
    expect(errors[0].message).toMatch(/^GraphQL introspection has been disabled/);
    expect(response.body).not.toMatch(/apollo/i);
    expect((await closed.inject(ask('{ __typename }'))).json().data).toEqual({ __typename: 'Query' });
    await closed.close();
  });
});

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

interface Leaf {
  path: string;
  type: GraphQLInputType;
  /** Variables that hold `value` at the leaf. */
  holding(value: unknown): object;
}

/** Each scalar and enum that the inputs of a type hold, each input type once. */
function leavesOf(type: GraphQLInputType, path: string, holding: Leaf['holding'], seen: Set<GraphQLNamedType>): Leaf[] {
  const named = getNamedType(type);
  const held: Leaf['holding'] = isListType(getNullableType(type)) ? (value) => holding([value]) : holding;
  if (isScalarType(named) || isEnumType(named)) return [{ path, type, holding: held }];
  if (!isInputObjectType(named) || seen.has(named)) return [];
  seen.add(named);
  return Object.values(named.getFields()).flatMap(({ name, type: inner }) =>
    leavesOf(inner, `${path}.${name}`, (value) => held({ [name]: value }), seen),
  );
}

describe('an operator of the store', () => {
  const root = schema.getQueryType()?.getFields() ?? {};
  const roots = Object.values(root).flatMap(({ name, args, type }) => {
    const body = isEnumType(getNamedType(type)) ? '' : '{ __typename }';
    return args.map((argument) => {
      const others = args
        .filter((each) => each !== argument && String(each.type).endsWith('!'))
        .map((each) => `${each.name}: "a"`);
      const query = `query ($v: ${argument.type}) { ${name}(${[...others, `${argument.name}: $v`].join(', ')}) ${body} }`;
      return { query, leaves: leavesOf(argument.type, `${name}(${argument.name})`, (v) => ({ v }), new Set()) };
    });
  });
  const leaves = roots.flatMap(({ query, leaves }) => leaves.map((leaf) => ({ ...leaf, query })));

  const operators = [{ $ne: null }, { $gt: '' }, { $regex: '.*' }, { $where: 'sleep(10000)' }];

  it('is refused in the place of each scalar there is', async () => {
    expect(leaves.length).toBeGreaterThan(300);
    gateway.store.takeCommands();
    for (const [i, { path, query, holding }] of leaves.entries()) {
      const { status, data, errors } = await gateway.answer(query, holding(operators[i % operators.length]));
      expect({ path, status, data, code: errors?.[0]?.extensions.code }).toEqual({
        path,
        status: 400,
        data: undefined,
        code: 'BAD_USER_INPUT',
      });
      expect(JSON.stringify(errors)).not.toMatch(leaks);
    }
    expect(gateway.store.takeCommands()).toEqual([]);
  });
});

describe('a cursor', () => {
  const after = 'query ($v: String) { incidents(first: 1, after: $v) { nodes { id } } }';
  const cursorOf = async () => {
    const { incidents } = await gateway.ask('{ incidents(first: 1) { pageInfo { endCursor } } }');
    return String(incidents.pageInfo.endCursor);
  };

  it('that is changed anywhere is refused', async () => {
    const cursor = await cursorOf();
    expect((await gateway.answer(after, { v: cursor })).errors).toBeUndefined();
    gateway.store.takeCommands();
    for (let i = 0; i < cursor.length; i++) {
      for (const changed of [
        `${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`,
        cursor.slice(0, i),
      ]) {
        const { errors } = await gateway.answer(after, { v: changed });
        expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
      }
    }
    expect(gateway.store.takeCommands()).toEqual([]);
  });

  it.each([
    ['of another list', 'query ($v: String) { locations(after: $v) { nodes { id } } }'],
    ['of another order', 'query ($v: String) { incidents(orderBy: { field: TITLE }, after: $v) { nodes { id } } }'],
    ['of a search', 'query ($v: String) { search(text: "iraq", after: $v) { nodes { id } } }'],
  ])('is refused as one %s', async (_, query) => {
    const { errors } = await gateway.answer(query, { v: await cursorOf() });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
