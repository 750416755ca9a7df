import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { article, incident, named } from '../support/articles.ts';
import { type Answer, openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { openProxy, type StoreProxy } from '../support/proxy.ts';
import { openReplicaSet } from '../support/replica-set.ts';

const clients = 50;
/** Shorter than the default, since the work after the timeout takes longer on a busy machine. */
const requestTimeoutMs = 1500;
const query = `{
  incidents { nodes { id title location { id name } } }
  actor(id: "groups") { name }
  statements(first: 1) { totalCount }
}`;

let world: TestGateway;
let truth: any;

beforeAll(async () => {
  world = await openTestGateway();
  await world.seed(
    article('all', {
      locations: [named('iraq')],
      actors: [named('groups')],
      incidents: Array.from({ length: 12 }, (_, i) => incident(`incident-${i}`, { location: 'iraq' })),
      statements: [
        { id: 'claim', type: 'COMMENT', speaker: 'groups', incidents: ['incident-1'], text: 'What they say' },
      ],
    }),
  );
  truth = await world.ask(query);
});
afterAll(() => world?.close());

function upstream(): string {
  const [address] = world.store.client.options.hosts;
  return address?.socketPath ?? `${address?.host}:${address?.port}`;
}

interface Behind {
  app: FastifyInstance;
  store: Store;
  close(): Promise<void>;
}

/** Opens a gateway with the store at this URI. */
async function openBehind(mongodbUri: string, timeoutMs = requestTimeoutMs): Promise<Behind> {
  const store = await openStore({ mongodbUri });
  const app = await createGateway(store, { ...testSettings, requestTimeoutMs: timeoutMs });
  return {
    app,
    store,
    async close() {
      await app.close();
      await store.close();
    },
  };
}

async function openBehindProxy(timeoutMs = requestTimeoutMs): Promise<Behind & { proxy: StoreProxy }> {
  const proxy = await openProxy(upstream());
  const { databaseName } = world.store.database;
  const behind = await openBehind(`mongodb://127.0.0.1:${proxy.port}/${databaseName}?directConnection=true`, timeoutMs);
  return {
    ...behind,
    proxy,
    async close() {
      await proxy.restore();
      await behind.close();
      await proxy.close();
    },
  };
}

interface TimedAnswer extends Answer {
  ms: number;
}

async function ask({ app }: Behind): Promise<TimedAnswer> {
  const began = performance.now();
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return { status: response.statusCode, ms: performance.now() - began, ...response.json() };
}

/**
 * Returns the responses to all clients, each of which repeats the query until `fault` is done. `fault` starts after the
 * first responses, and can wait for a number of further complete ones.
 */
async function underLoad(
  behind: Behind,
  fault: (answeredWhole: (count: number) => Promise<void>) => Promise<void>,
): Promise<TimedAnswer[]> {
  const answers: TimedAnswer[] = [];
  let isOver = false;
  await ask(behind); // warms up
  const asking = Array.from({ length: clients }, async () => {
    while (!isOver) answers.push(await ask(behind));
  });
  const answeredWhole = async (count: number) => {
    const before = answers.filter(isWhole).length;
    await expect.poll(() => answers.filter(isWhole).length, { timeout: 25_000 }).toBeGreaterThan(before + count);
  };
  await answeredWhole(clients / 2);
  await fault(answeredWhole);
  isOver = true;
  await Promise.all(asking);
  return answers;
}

/** Returns the milliseconds until responses are complete again. */
async function recovery(behind: Behind): Promise<number> {
  const began = performance.now();
  while ((await ask(behind)).errors) {
    if (performance.now() - began > 10_000) throw new Error('The gateway did not recover');
    await sleep(20);
  }
  return performance.now() - began;
}

/** Expects each field to be correct, or null with an error; lists are complete or null. */
function expectHonest(answers: readonly TimedAnswer[]): void {
  for (const { status, data, errors = [], ms } of answers) {
    expect(status).toBe(200);
    expect(ms).toBeLessThan(8000);
    for (const { extensions } of errors) expect(extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    const failed = new Set(errors.map(({ path }) => path?.[0]));
    for (const field of ['incidents', 'actor', 'statements']) {
      if (!failed.has(field)) expect(data[field]).toEqual(truth[field]);
    }
    if (data?.incidents) expect(data.incidents).toEqual(masked(truth.incidents, data.incidents));
  }
}

/** Returns `expected`, with null wherever `answer` has null. */
function masked(expected: any, answer: any): any {
  if (answer === null || typeof expected !== 'object' || expected === null) return answer === null ? null : expected;
  if (Array.isArray(expected)) return expected.map((each, i) => masked(each, answer[i]));
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, masked(value, answer[key])]));
}

const isWhole = ({ errors }: TimedAnswer) => !errors;

describe(`${clients} clients at once, while the store`, { timeout: 90_000 }, () => {
  it.each<[string, (proxy: StoreProxy) => Promise<void> | void]>([
    ['refuses', (proxy) => proxy.refuse()],
    ['stalls', (proxy) => proxy.stall()],
    ['drips', (proxy) => proxy.drip(200)],
    ['cuts each answer short', (proxy) => proxy.cutAfter(700)],
  ])('%s, get correct fields or SERVICE_UNAVAILABLE within 8 s, and the gateway recovers', async (_, fail) => {
    const behind = await openBehindProxy();
    const answers = await underLoad(behind, async () => {
      await fail(behind.proxy);
      await sleep(2500);
    });
    expectHonest(answers);
    expect(answers.some((answer) => !isWhole(answer))).toBe(true);
    await behind.proxy.restore();
    expect(await recovery(behind)).toBeLessThan(5000);
    await behind.close();
  });

  it('is slow, get complete responses', async () => {
    const behind = await openBehindProxy(20_000); // what 50 clients read takes a second and more at this speed
    const answers = await underLoad(behind, async () => {
      behind.proxy.drip(100_000);
      await sleep(2000);
    });
    expectHonest(answers);
    expect(answers.at(-1)?.errors).toBeUndefined();
    await behind.close();
  });

  it('comes and goes, get correct fields or SERVICE_UNAVAILABLE', async () => {
    const behind = await openBehindProxy();
    const answers = await underLoad(behind, async () => {
      for (let turn = 0; turn < 6; turn++) {
        await sleep(150);
        await behind.proxy.refuse();
        await sleep(100);
        await behind.proxy.restore();
      }
    });
    expectHonest(answers);
    expect(await recovery(behind)).toBeLessThan(5000);
    await behind.close();
  });

  it.each([0, 800])(
    'elects another primary after %i ms, get complete responses again without a restart',
    async (afterMs) => {
      const replicas = await openReplicaSet(upstream());
      const behind = await openBehind(replicas.uri(world.store.database.databaseName));
      const answers = await underLoad(behind, async (answeredWhole) => {
        for (let election = 1; election <= 2; election++) {
          await replicas.elect(afterMs);
          await answeredWhole(clients);
        }
      });
      expectHonest(answers);
      expect(await recovery(behind)).toBeLessThan(5000);
      await behind.close();
      await replicas.close();
    },
  );
});

describe('the connection pool', () => {
  it('recovers after a hundred requests that timed out', async () => {
    const behind = await openBehindProxy();
    await ask(behind);
    behind.proxy.stall();
    await Promise.all(Array.from({ length: 100 }, () => ask(behind)));
    await behind.proxy.restore();
    await recovery(behind);
    await expect.poll(() => behind.store.pool(), { timeout: 8000 }).toMatchObject({ inUse: 0, waiting: 0 });
    expect(behind.store.pool().open).toBeLessThanOrEqual(20);
    await behind.close();
  });
});
