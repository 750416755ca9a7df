import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClusterLimits } from '../../src/process/cluster-limits.ts';
import { handleLimitRequest, type LimitRequest, type LimitResponse } from '../../src/process/limit-rpc.ts';
import { createLimitCounts } from '../../src/server/limits/client-limits.ts';
import { createSmallServer } from '../server/small-server.ts';
import { bearer, openTokenFile, type TokenFile, tokens } from '../support/tokens.ts';

let file: TokenFile;
let apps: FastifyInstance[] = [];

beforeEach(() => {
  file = openTokenFile();
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
  file.remove();
});

type Ask = (calls: readonly LimitRequest[]) => Promise<readonly LimitResponse[]>;

/** Opens gateways whose clients are counted by another process. */
async function open(count: number, costPerMinute: number, ask: Ask): Promise<FastifyInstance[]> {
  for (let i = 0; i < count; i++) {
    const limits = createClusterLimits(costPerMinute, ask);
    apps.push(await createSmallServer({ auth: file.auth, limits, logLevel: 'silent' }));
  }
  return apps;
}

function counting(costPerMinute: number): { ask: Ask; batches: LimitRequest[][] } {
  const counts = createLimitCounts(costPerMinute);
  const batches: LimitRequest[][] = [];
  return {
    batches,
    ask: async (calls) => {
      batches.push([...calls]);
      return calls.map((call) => handleLimitRequest(counts, call));
    },
  };
}

async function send(app: FastifyInstance | undefined, token: string, query = '{ hello }') {
  const response = await app?.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query },
    headers: bearer(token),
    remoteAddress: '192.0.2.1',
  });
  return { status: response?.statusCode, headers: response?.headers, ...response?.json() };
}

describe('several processes', () => {
  it('share one budget per client', async () => {
    const [one, other] = await open(2, 120, counting(120).ask); // each request takes 11
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push((await send(i % 2 ? one : other, tokens.reader)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(statuses[11]).toBe(429);
  });

  it('report the shared remainder, and charge request errors to it', async () => {
    const [one, other] = await open(2, 10_000, counting(10_000).ask);
    await send(one, tokens.reader, '{ helo }');
    const { extensions } = await send(other, tokens.reader);
    expect(extensions.cost.budget).toEqual({ perMinute: 10_000, remaining: expect.any(Number) });
    expect(extensions.cost.budget.remaining).toBeLessThan(9500);
  });

  it('share the delays after wrong tokens', async () => {
    const [one, other] = await open(2, 0, counting(0).ask);
    const answers = Array.from({ length: 12 }, (_, i) => send(i % 2 ? one : other, 'wrong'));
    const away = answers.map(async (answer) => expect((await answer).status).toBe(429));
    await Promise.any(away);
    for (const app of [one, other]) expect((await send(app, tokens.reader)).status).toBe(429);
  });

  it('batch the calls of concurrent requests', async () => {
    const { ask, batches } = counting(1_000_000);
    const [one] = await open(1, 1_000_000, ask);
    await send(one, tokens.reader);
    batches.length = 0;
    await Promise.all(Array.from({ length: 50 }, () => send(one, tokens.reader)));
    expect(batches.flat()).toHaveLength(150); // the request, its token, its operation
    expect(batches.length).toBeLessThan(50);
  });
});

describe('a request that cannot be counted', () => {
  it.each<[string, Ask]>([
    ['no response arrives', () => new Promise(() => {})],
    ['the call fails', () => Promise.reject(new Error('Gone'))],
    ['too few responses arrive', async () => []],
  ])('gets 503 if %s', async (_, ask) => {
    for (const costPerMinute of [1000, 0]) {
      const [app] = await open(1, costPerMinute, ask);
      for (const token of [tokens.reader, 'wrong']) {
        const { status, headers, errors, data } = await send(app, token);
        expect({ status, data }).toEqual({ status: 503, data: undefined });
        expect(errors).toEqual([
          {
            message: 'The gateway is overloaded; try again in a moment',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ]);
        expect(headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
      }
      await app?.close();
      apps = [];
    }
  });

  it('does not block later requests that can be counted', async () => {
    const { ask } = counting(1000);
    let isAway = true;
    const [app] = await open(1, 1000, (calls) => (isAway ? new Promise(() => {}) : ask(calls)));
    expect((await send(app, tokens.reader)).status).toBe(503);
    isAway = false;
    expect((await send(app, tokens.reader)).status).toBe(200);
  });
});
