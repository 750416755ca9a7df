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
import type { AuthConfig } from '../../src/config/auth-config.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { claims, type Issuer, jwt, keys, openIssuer } from '../support/issuer.ts';
import { leakIn } from '../support/leaks.ts';
import { bearer, openTokenFile, type TokenFile, tokens } from '../support/tokens.ts';
import { type Attack, ask, json } from './attack.ts';
import { queryAttacks } from './query-attacks.ts';
import { requestAttacks } from './request-attacks.ts';
import { createSmallServer } from './small-server.ts';
import { jwtAttacks, tokenAttacks } from './token-attacks.ts';
import { valueAttacks } from './value-attacks.ts';

const boundMs = 250;
const boundBytes = 64_000_000;

const token = 'a-token-that-must-never-be-in-an-answer';

let gateway: TestGateway;
let issuer: Issuer;
let file: TokenFile;
/** Gateways over one store: with public reads and an ingest token, with JWTs, and with a token file. */
let apps: Record<'open' | 'jwt' | 'token', FastifyInstance>;

beforeAll(async () => {
  gateway = await openTestGateway({ production: true, ingestToken: token });
  issuer = await openIssuer();
  file = openTokenFile();
  const guarded = (auth: AuthConfig) => createGateway(gateway.store, { ...testSettings, production: true, auth });
  apps = { open: gateway.app, jwt: await guarded(issuer.auth), token: await guarded(file.auth) };
  await gateway.seed(
    article('first', {
      locations: [named('iraq', { kind: 'COUNTRY' })],
      incidents: [incident('convoy', { location: 'iraq' }), incident('base', { location: 'iraq' })],
    }),
  );
  const count = ask('{ incidents { totalCount } }');
  const tokensOfReaders = {
    open: '',
    jwt: jwt({ alg: 'RS256', kid: 'rsa' }, claims(), keys.rsa.privateKey),
    token: tokens.reader,
  };
  for (const name of ['open', 'jwt', 'token'] as const) {
    // Also warms up: the first query is slower, and the JWKS is fetched.
    const answer = await apps[name].inject({ ...count, headers: { ...json, ...bearer(tokensOfReaders[name]) } });
    expect(answer.json().data).toEqual({ incidents: { totalCount: 2 } });
  }
});

afterAll(async () => {
  await Promise.all([apps?.jwt.close(), apps?.token.close()]);
  await Promise.all([gateway?.close(), issuer?.close()]);
  file?.remove();
});

describe('an attack is rejected at once, with the expected code, and reveals nothing', () => {
  const attacks: Record<keyof typeof apps, readonly Attack[]> = {
    open: [...queryAttacks, ...requestAttacks, ...valueAttacks],
    jwt: jwtAttacks,
    token: tokenAttacks,
  };
  const rows = (['open', 'jwt', 'token'] as const).flatMap((name) =>
    attacks[name].map((row) => [name, ...row] as const),
  );

  it.each(rows)('%s: %s', async (name, _, request, status, code) => {
    gateway.store.takeCommands();
    const heap = process.memoryUsage().heapUsed;
    const began = process.cpuUsage(); // CPU time, so that other processes do not count
    const response = await apps[name].inject(request);
    const { user, system } = process.cpuUsage(began);
    const grown = process.memoryUsage().heapUsed - heap;

    const { data, errors } = response.json();
    expect({ status: response.statusCode, code: errors[0].extensions.code }).toEqual({ status, code });
    if (data) expect(Object.values(data)).toEqual([null]);
    expect(gateway.store.takeCommands()).toEqual([]);
    expect((user + system) / 1000).toBeLessThan(boundMs);
    expect(grown).toBeLessThan(boundBytes);
    expect(response.headers['content-type']).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
    if (status === 401) expect(response.headers['www-authenticate']).toMatch(/^Bearer(?: error="invalid_token")?$/);
    expect(errors.length).toBeLessThanOrEqual(11);
    expect(response.body.length).toBeLessThan(20_000);
    const secrets = [token, ...Object.values(tokens)];
    expect(
      leakIn(`${JSON.stringify(response.headers)}${response.body}`, { production: true, secrets }),
    ).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('even if the token names a key URL, which is not fetched', () => {
    expect(new Set(issuer.requests)).toEqual(new Set(['/jwks']));
  });
});

describe('a client that guesses tokens', () => {
  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'true-client-ip', 'cf-connecting-ip', 'x-client-ip', 'via'])(
    'cannot change its identity by the header %s',
    async (name) => {
      const app = await createGateway(gateway.store, { ...testSettings, auth: file.auth });
      const guess = (i: number) =>
        app.inject({
          ...ask('{ __typename }'),
          headers: { ...json, ...bearer(`wrong${i}`), [name]: `198.51.100.${i}` },
        });
      // Seven requests may wait; the others get 429.
      const guesses = Array.from({ length: 12 }, (_, i) => guess(i));
      const away = guesses.map(async (answer) => expect((await answer).statusCode).toBe(429));
      await Promise.any(away);
      expect((await guess(99)).statusCode).toBe(429);
      await app.close();
    },
  );
});

describe('without introspection', () => {
  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Thing") { fields { name } } }',
    '{ a: __schema { types { name } } }',
    '{ ...F } fragment F on Query { __schema { directives { name } } }',
    'query ($yes: Boolean = true) { hello @include(if: $yes) ... { __type(name: "Mutation") { name } } }',
  ])('rejects the query %s', async (query) => {
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
  /** Returns variables with `value` at the leaf. */
  holding(value: unknown): object;
}

/** Returns each scalar and enum within an input type; visits each input type once. */
function leavesOf(type: GraphQLInputType, path: string, holding: Leaf['holding'], seen: Set<GraphQLNamedType>): Leaf[] {
  const named = getNamedType(type);
  const held: Leaf['holding'] = isListType(getNullableType(type)) ? (value) => holding([value]) : holding;
  // An article is an object; the parser rejects what its format does not have.
  if (named.name === 'ArticleInput') return [];
  if (isScalarType(named) || isEnumType(named)) return [{ path, type, holding: held }];
  if (!isInputObjectType(named) || seen.has(named)) return [];
  seen.add(named);
  return Object.values(named.getFields()).flatMap(({ name, type: inner }) =>
    leavesOf(inner, `${path}.${name}`, (value) => held({ [name]: value }), seen),
  );
}

describe('an input', () => {
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

  it('rejects an object wherever a scalar is expected', async () => {
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
      expect(leakIn(JSON.stringify(errors), { production: true, secrets: [] })).toBeUndefined();
    }
    expect(gateway.store.takeCommands()).toEqual([]);
  });
});

it('an article takes operators for unknown keys, and nothing is read', async () => {
  const query = 'query ($v: ArticleInput!) { checkArticle(article: $v) { accepted refusals { message } } }';
  for (const operator of [{ $ne: null }, { $where: 'sleep(10000)' }]) {
    const v = { id: 'a', published: '2024-01-01', text: operator, ...operator };
    const { checkArticle } = await gateway.ask(query, { v });
    expect(checkArticle.accepted).toBe(false);
    expect(checkArticle.refusals).toHaveLength(2);
  }
  expect(gateway.store.takeCommands()).toEqual([]);
});

describe('a cursor', () => {
  const after = 'query ($v: String) { incidents(first: 1, after: $v) { nodes { id } } }';
  const cursorOf = async () => {
    const { incidents } = await gateway.ask('{ incidents(first: 1) { pageInfo { endCursor } } }');
    return String(incidents.pageInfo.endCursor);
  };

  it('is rejected after a change to any character', async () => {
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
  ])('is rejected as a cursor %s', async (_, query) => {
    const { errors } = await gateway.answer(query, { v: await cursorOf() });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
