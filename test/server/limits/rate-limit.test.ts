import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpConfig } from '../../../src/config/http-config.ts';
import { createLeakyBuckets } from '../../../src/server/limits/leaky-bucket.ts';
import { createSemaphore } from '../../../src/server/limits/semaphore.ts';
import { createSmallServer } from '../small-server.ts';

let apps: FastifyInstance[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function open(http: Partial<HttpConfig>): Promise<FastifyInstance> {
  const app = await createSmallServer({ http, logLevel: 'silent' });
  apps.push(app);
  return app;
}

interface Asked {
  query?: string;
  from?: string;
  headers?: Record<string, string>;
}

async function ask(app: FastifyInstance, { query = '{ __typename }', from = '192.0.2.1', headers = {} }: Asked = {}) {
  const payload = { query };
  const response = await app.inject({ method: 'POST', url: '/graphql', payload, headers, remoteAddress: from });
  return { status: response.statusCode, headers: response.headers, ...response.json() };
}

describe('a budget', () => {
  it('is reported, and once used up, requests are rejected until enough has leaked', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const app = await open({ costPerMinute: 60 });
    const requestCost = 12; // 10, and 2 for its length
    for (const remaining of [48, 36, 24, 12, 0]) {
      const { status, extensions } = await ask(app);
      expect({ status, extensions }).toEqual({
        status: 200,
        extensions: { cost: { requested: 0, limit: 50_000, budget: { perMinute: 60, remaining } } },
      });
    }
    now += 1500;
    expect(await ask(app)).toMatchObject({
      status: 429,
      headers: { 'retry-after': String(Math.ceil(requestCost - 1.5)), 'cache-control': 'no-store' },
      errors: [
        {
          message: 'Rate limit exceeded for this address: try again in 11 s',
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
      extensions: { cost: { budget: { perMinute: 60, remaining: 1 } } },
    });
    now += 10_500;
    expect((await ask(app)).status).toBe(200);
    expect((await ask(app)).status).toBe(429);
  });

  it('is charged the cost of a query before execution', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const app = await open({ costPerMinute: 1000 });
    expect((await ask(app, { query: '{ things(first: 900) { id } }' })).extensions.cost.budget.remaining).toBe(87);
    const { status, headers, data, errors, extensions } = await ask(app, { query: '{ things(first: 100) { id } }' });
    expect({ status, data }).toEqual({ status: 429, data: undefined });
    expect(headers['retry-after']).toMatch(/^[12]$/);
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(extensions.cost).toMatchObject({ requested: 100, budget: { perMinute: 1000 } });
  });

  it('belongs to one client: an IPv4 address, or an IPv6 network', async () => {
    const app = await open({ costPerMinute: 12 });
    const statuses = async (...addresses: string[]) => {
      const answers = [];
      for (const from of addresses) answers.push((await ask(app, { from })).status);
      return answers;
    };
    expect(await statuses('192.0.2.1', '192.0.2.2', '192.0.2.1', '::ffff:192.0.2.2')).toEqual([200, 200, 429, 429]);
    expect(await statuses('2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::', '2001:db8:0:1::1')).toEqual([
      200, 429, 429, 200,
    ]);
  });

  it.each([
    'x-forwarded-for',
    'forwarded',
    'x-real-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'x-client-ip',
    'x-forwarded-host',
    'via',
  ])('cannot be reset by the header %s', async (name) => {
    const app = await open({ costPerMinute: 12 });
    expect((await ask(app, { headers: { [name]: '198.51.100.1' } })).status).toBe(200);
    expect((await ask(app, { headers: { [name]: '198.51.100.2' } })).status).toBe(429);
  });

  it('belongs to the client behind a trusted proxy', async () => {
    const app = await open({ costPerMinute: 12, trustProxy: ['10.0.0.0/8'] });
    const by = (from: string, forwarded: string) => ask(app, { from, headers: { 'x-forwarded-for': forwarded } });
    expect((await by('10.0.0.1', '198.51.100.1')).status).toBe(200);
    expect((await by('10.0.0.1', '198.51.100.2')).status).toBe(200);
    expect((await by('10.0.0.1', '198.51.100.1')).status).toBe(429);
    expect((await by('10.0.0.1', '203.0.113.9, 198.51.100.1')).status).toBe(429); // the first address is the client's own claim
    expect((await by('192.0.2.7', '198.51.100.3')).status).toBe(200);
    expect((await by('192.0.2.7', '198.51.100.4')).status).toBe(429);
  });

  it('applies to malformed addresses from a proxy', async () => {
    const app = await open({ costPerMinute: 1000, trustProxy: ['10.0.0.0/8'] });
    const headers = { 'x-forwarded-for': 'a b, <>', 'x-forwarded-proto': 'no such:', 'x-forwarded-host': '[' };
    expect((await ask(app, { from: '10.0.0.1', headers })).status).toBe(200);
  });

  it('is charged more for rejected and for long requests', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const app = await open({ costPerMinute: 20_000 });
    const left = async (from: string, query: string) => {
      const { status } = await ask(app, { from, query });
      const { extensions } = await ask(app, { from });
      return { status, took: 20_000 - 12 - extensions.cost.budget.remaining };
    };
    expect(await left('192.0.2.1', '{ helo }')).toEqual({ status: 400, took: 1000 + 11 });
    expect(await left('192.0.2.2', '{')).toEqual({ status: 400, took: 1000 + 11 });
    const long = await left('192.0.2.3', `{ hello } #${'x'.repeat(200_000)}`);
    expect(long.took).toBeGreaterThan(10_000);
    const [chunked, next] = [
      await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: Readable.from(['{"query":"{hello}"}']),
        headers: { 'content-type': 'application/json' },
        remoteAddress: '192.0.2.4',
      }),
      await ask(app, { from: '192.0.2.4' }),
    ];
    expect(chunked.statusCode).toBe(200);
    expect(next.extensions.cost.budget.remaining).toBeLessThan(7000);
  });

  it('is not charged for the playground or for preflights', async () => {
    const app = await open({ costPerMinute: 12, corsOrigins: '*' });
    for (let i = 0; i < 5; i++) {
      expect((await app.inject({ url: '/graphql', headers: { accept: 'text/html' } })).statusCode).toBe(503);
      expect((await app.inject({ method: 'OPTIONS', url: '/graphql' })).statusCode).toBe(204);
    }
    expect((await ask(app, { from: '127.0.0.1' })).status).toBe(200);
  });

  it('forgets the oldest clients, without changing the budgets of others', () => {
    const buckets = createLeakyBuckets(100);
    buckets.take('192.0.2.1', 100, 0);
    for (let i = 0; i < 50_000; i++) {
      buckets.take(`2001:db8:${(i >> 8).toString(16)}:${(i & 255).toString(16)}::1`, 10, 0);
      if (i % 1000 === 0) expect(buckets.take('192.0.2.1', 0, 0).remaining).toBe(0);
    }
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 200_000; i++) buckets.take(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, 10, 0);
    globalThis.gc?.();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
    expect(buckets.take('10.0.0.0', 0, 0).remaining).toBe(100);
    expect(buckets.take('10.3.13.63', 0, 0).remaining).toBe(90);
  });
});

describe('operations in flight', () => {
  it('are limited: MAX_IN_FLIGHT run, as many wait, and others get 503', async () => {
    const app = await open({ maxInFlight: 2 });
    await ask(app);
    const answers = await Promise.all(Array.from({ length: 7 }, () => ask(app, { query: '{ slow(ms: 300) }' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503, 503, 503]);
    const refused = answers.find(({ status }) => status === 503);
    expect(refused).toMatchObject({
      headers: { 'retry-after': '1', 'cache-control': 'no-store' },
      errors: [
        {
          message: 'The gateway is overloaded; try again in a moment',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
    for (let i = 0; i < 5; i++) expect((await ask(app)).status).toBe(200);
  });

  it('get 503 if they wait too long', async () => {
    const app = await open({ maxInFlight: 1 });
    const slow = ask(app, { query: '{ slow(ms: 1600) }' });
    await sleep(50);
    const began = performance.now();
    expect((await ask(app)).status).toBe(503);
    expect(performance.now() - began).toBeGreaterThan(900);
    expect((await slow).status).toBe(200);
    expect((await ask(app)).status).toBe(200);
  });

  it('release their slot however they end', async () => {
    const app = await open({ maxInFlight: 1 });
    for (let i = 0; i < 3; i++) {
      for (const query of ['{ never }', '{ fails(how: "a string") }', '{', '{ helo }', 'mutation { repaint }']) {
        await ask(app, { query });
        expect((await ask(app)).status).toBe(200);
      }
    }
  });

  it('are not started if the client has disconnected', async () => {
    const semaphore = createSemaphore(2);
    expect(await semaphore.acquire(() => false)).toBe(true);
    expect(await semaphore.acquire(() => false)).toBe(true);
    const gone = semaphore.acquire(() => true);
    const waits = semaphore.acquire(() => false);
    semaphore.release();
    expect(await Promise.all([gone, waits])).toEqual([false, true]);
    semaphore.release();
    semaphore.release();
    expect(await semaphore.acquire(() => false)).toBe(true);
    expect(await semaphore.acquire(() => false)).toBe(true);
  });
});

describe('a client that does not read', () => {
  it('is disconnected after a while, and does not delay others', async () => {
    const app = await createSmallServer({ patienceMs: 1000 });
    apps.push(app);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const socket: Socket = connect({ port, host: '127.0.0.1' });
    const body = JSON.stringify({ query: '{ long(megabytes: 40) }' });
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    socket.pause();
    socket.on('error', () => {});
    await once(socket, 'connect');
    await sleep(300);
    expect((await ask(app)).status).toBe(200);
    await expect.poll(() => connectionsOf(app), { timeout: 5000 }).toBe(0);
    socket.destroy();
  });
});

function connectionsOf(app: FastifyInstance): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
