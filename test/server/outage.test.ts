import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { article, incident, named } from '../support/articles.ts';
import { type Answer, openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { openProxy, type StoreProxy } from '../support/proxy.ts';

const incidentCount = 60;
const everything = `{
  __typename
  schema: __schema { queryType { name } }
  incidents(first: 100) { totalCount nodes { id title location { id name } statements { totalCount nodes { id text speaker { name } } } } }
  actor(id: "groups") { name statements { nodes { id } } }
  nodes(ids: ["Location:iraq", "Actor:groups"]) { id label }
  node(id: "Article:all") { id }
}`;

let world: TestGateway;
let proxy: StoreProxy;
let store: Store;
let app: FastifyInstance;
let truth: any;

/** Opens a gateway that reaches the store of another gateway through a proxy. */
beforeAll(async () => {
  world = await openTestGateway();
  await world.seed(
    article('all', {
      locations: [named('iraq')],
      actors: [named('groups')],
      incidents: Array.from({ length: incidentCount }, (_, i) => incident(`incident-${i}`, { location: 'iraq' })),
      statements: Array.from({ length: incidentCount }, (_, i) => ({
        id: `claim-${i}`,
        type: 'COMMENT',
        speaker: 'groups',
        incidents: [`incident-${i}`],
        text: `What the groups say of ${i}`,
      })),
    }),
  );
  truth = await world.ask(everything);
  proxy = await openProxy(upstream());
  store = await openStore({ mongodbUri: uriThrough(proxy) });
  app = await createGateway(store, { ...testSettings, requestTimeoutMs: 2500 });
});

afterEach(async () => {
  await proxy.restore();
  await expect
    .poll(async () => (await ask('{ actor(id: "groups") { id } }')).errors, { timeout: 8000 })
    .toBeUndefined();
});

afterAll(async () => {
  await app?.close();
  await store?.close();
  await proxy?.close();
  await world?.close();
});

function upstream(): string {
  const [address] = world.store.client.options.hosts;
  return address?.socketPath ?? `${address?.host}:${address?.port}`;
}

function uriThrough({ port }: StoreProxy): string {
  const { config, database } = world.store;
  const url = new URL('mongodbUri' in config ? config.mongodbUri : 'mongodb://store');
  const credentials = url.username && `${url.username}:${url.password}@`;
  return `mongodb://${credentials}127.0.0.1:${port}/${database.databaseName}?directConnection=true`;
}

async function ask(query: string, gateway = app): Promise<Answer & { ms: number }> {
  const began = performance.now();
  const response = await gateway.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return { status: response.statusCode, ms: performance.now() - began, ...response.json() };
}

/** Expects a response to be correct except for nulls, and returns the number of nulls. */
function countNulls(answer: any, expected: any): number {
  if (answer === null) return expected === null ? 0 : 1;
  if (typeof expected !== 'object') {
    expect(answer).toBe(expected);
    return 0;
  }
  expect(Object.keys(answer)).toEqual(Object.keys(expected));
  return Object.keys(expected).reduce((sum, key) => sum + countNulls(answer[key], expected[key]), 0);
}

function expectHonest({ status, data, errors = [], ms }: Answer & { ms: number }): void {
  expect(ms).toBeLessThan(5000);
  expect(status).toBe(200);
  expect(data).toMatchObject({ __typename: 'Query', schema: { queryType: { name: 'Query' } } });
  expect(countNulls(data, truth)).toBeLessThanOrEqual(errors.length);
  for (const { extensions } of errors) expect(extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
}

const allAway = {
  __typename: 'Query',
  schema: { queryType: { name: 'Query' } },
  incidents: null,
  actor: null,
  nodes: [null, null],
  node: null,
};

describe('while the store', () => {
  it('is available, the gateway returns everything', async () => {
    expect((await ask(everything)).data).toEqual(truth);
    expect(truth.incidents.nodes).toHaveLength(incidentCount);
  });

  it.each<[string, () => Promise<void> | void]>([
    ['is unreachable', () => proxy.refuse()],
    ['hangs', () => proxy.stall()],
    ['ends each connection', () => proxy.cutAfter(0)],
  ])('%s, fields that need it are SERVICE_UNAVAILABLE and the rest is returned', async (_, fail) => {
    await fail();
    for (const answer of await Promise.all([1, 2, 3].map(() => ask(everything)))) {
      expectHonest(answer);
      expect(answer.data).toEqual(allAway);
      const failed = new Set(answer.errors?.map(({ path }) => path?.[0]));
      expect(failed).toEqual(new Set(['incidents', 'actor', 'nodes', 'node']));
    }
    const { data, errors } = await ask('{ __typename }');
    expect({ data, errors }).toEqual({ data: { __typename: 'Query' }, errors: undefined });
  });

  it('hangs, a hundred concurrent clients get responses, and complete ones after its return', async () => {
    proxy.stall();
    for (const answer of await Promise.all(Array.from({ length: 100 }, () => ask(everything)))) {
      expectHonest(answer);
      expect(answer.data).toEqual(allAway);
    }
    await proxy.restore();
    await expect.poll(async () => (await ask(everything)).data, { timeout: 5000 }).toEqual(truth);
  });

  it('closes connections within its responses, no list is returned in part', async () => {
    const lengths = [1, 15, 16, 40, 200, 1000, 2000, 3000, 5000, 8000, 12_000, 20_000];
    const answers = await Promise.all(lengths.map((bytes) => askCutAfter(bytes)));
    for (const answer of answers) expectHonest(answer);
    expect(answers[0]?.data).toEqual(allAway);
    expect(answers.filter(({ data }) => data?.incidents && !data.incidents.nodes?.[0]?.statements)).not.toEqual([]);
  });

  it('fails between two levels of a query, the upper level is returned and the lower is null', async () => {
    const query = '{ incidents(first: 100) { nodes { id statements { totalCount } } } }';
    const stallAt = async (event: { commandName: string }) => {
      if (event.commandName === 'aggregate') proxy.stall();
    };
    const monitored = await openStore({ mongodbUri: uriThrough(proxy) }, { monitorCommands: true });
    const other = await createGateway(monitored, { ...testSettings, requestTimeoutMs: 500 });
    monitored.client.on('commandStarted', stallAt);
    const response = await other.inject({ method: 'POST', url: '/graphql', payload: { query } });
    const { data, errors } = response.json();
    expect(data.incidents.nodes).toHaveLength(incidentCount);
    expect(data.incidents.nodes[0].statements).toEqual({ totalCount: null });
    expect(errors).toHaveLength(incidentCount);
    expect(errors[0].extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    await proxy.restore();
    await other.close();
    await monitored.close();
  });
});

/** Uses a gateway of its own, since it waits for the store to come back. */
async function askCutAfter(bytes: number): Promise<Answer & { ms: number }> {
  const own = await openProxy(upstream());
  const through = await openStore({ mongodbUri: uriThrough(own) });
  const gateway = await createGateway(through, { ...testSettings, requestTimeoutMs: 2500 });
  own.cutAfter(bytes);
  const answer = await ask(everything, gateway);
  await gateway.close();
  await through.close();
  await own.close();
  return answer;
}

describe('openStore', () => {
  it.each<[string, () => Promise<void> | void]>([
    ['is unreachable', () => proxy.refuse()],
    ['hangs', () => proxy.stall()],
  ])('fails in the time that it is given if the store %s', async (_, fail) => {
    await fail();
    const began = performance.now();
    await expect(openStore({ mongodbUri: uriThrough(proxy), openTimeoutMs: 1000 })).rejects.toThrow(
      /^Cannot connect to the MongoDB at 127/,
    );
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('returns a store that can be closed while it hangs', async () => {
    const other = await openStore({ mongodbUri: uriThrough(proxy) });
    proxy.stall();
    const began = performance.now();
    await other.close();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
