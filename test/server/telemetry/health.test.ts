import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { createHealth, type Health, shareUnderWay } from '../../../src/server/telemetry/health.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { testSettings } from '../../support/gateway.ts';
import { openProxy, type StoreProxy } from '../../support/proxy.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let upstream: TestStore;
let proxy: StoreProxy;
let store: Store;
let app: FastifyInstance;
let health: Health;

beforeAll(async () => {
  upstream = await openTestStore();
  const [host] = upstream.client.options.hosts;
  proxy = await openProxy(host?.socketPath ?? `${host?.host}:${host?.port}`);
  const { databaseName } = upstream.database;
  store = await openStore({ mongodbUri: `mongodb://127.0.0.1:${proxy.port}/${databaseName}?directConnection=true` });
  health = createHealth();
  app = await createGateway(store, testSettings, { health });
});

afterAll(async () => {
  await app?.close();
  await store?.close();
  await proxy?.close();
  await upstream?.close();
});

async function get(url: string) {
  const began = performance.now();
  const { statusCode, headers, payload } = await app.inject({ url });
  expect(headers['cache-control']).toBe('no-store');
  return { status: statusCode, body: JSON.parse(payload), ms: performance.now() - began };
}

describe('/livez and /readyz', () => {
  it('are 200 in normal operation', async () => {
    expect(health.isWatched()).toBe(false);
    expect(await get('/livez')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(health.isWatched()).toBe(false);
    expect(await get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(health.isWatched()).toBe(true);
  });

  it.each<[string, () => Promise<void> | void]>([
    ['refuses', () => proxy.refuse()],
    ['stalls', () => proxy.stall()],
  ])('while the store %s, only the first stays 200, and both respond within 1 s', async (_, fail) => {
    await fail();
    const [alive, ...readies] = await Promise.all([get('/livez'), ...Array.from({ length: 30 }, () => get('/readyz'))]);
    expect(alive).toMatchObject({ status: 200 });
    for (const ready of readies) {
      expect(ready).toMatchObject({ status: 503, body: { status: 'the document store is unavailable' } });
      expect(ready.ms).toBeLessThan(1000);
    }
    expect(store.pool().inUse + store.pool().waiting).toBeLessThanOrEqual(1);
    await proxy.restore();
    await expect.poll(async () => (await get('/readyz')).status, { timeout: 8000 }).toBe(200);
  });

  it('reveal nothing about the store except that it is unavailable', async () => {
    await proxy.refuse();
    const { payload } = await app.inject({ url: '/readyz' });
    expect(payload).toBe('{"status":"the document store is unavailable"}');
    await proxy.restore();
    await expect.poll(async () => (await get('/readyz')).status, { timeout: 8000 }).toBe(200);
  });

  it('while the process drains, only /livez stays 200, and queries still run', async () => {
    health.drain();
    expect(await get('/livez')).toMatchObject({ status: 200 });
    expect(await get('/readyz')).toMatchObject({ status: 503, body: { status: 'draining' } });
    const { statusCode } = await app.inject({ url: '/graphql?query={__typename}', headers: { accept: '*/*' } });
    expect(statusCode).not.toBe(503);
  });
});

describe('shareUnderWay', () => {
  it('shares one pending call', async () => {
    let asked = 0;
    let answer: (value: number) => void = () => {};
    const ask = shareUnderWay(() => {
      asked++;
      return new Promise<number>((resolve) => {
        answer = resolve;
      });
    }, 'none');
    const first = [ask(), ask(), ask()];
    answer(1);
    expect(await Promise.all(first)).toEqual([1, 1, 1]);
    expect(asked).toBe(1);
    const second = ask();
    expect(await second).toBe('none');
    expect(await ask()).toBe('none');
    expect(asked).toBe(2);
    answer(2);
    await new Promise((resolve) => setTimeout(resolve));
    const third = ask();
    answer(3);
    expect(await third).toBe(3);
    expect(asked).toBe(3);
  });
});
