import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryCache } from '@apollo/client';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';
import { pairs } from './asked-twice.ts';
import { type CachingClient, cachingClients, createApolloClient } from './caching-clients.ts';
import { queryPairs } from './query-pairs.ts';

const soon = { interval: 5, timeout: 10_000 };

let gateway: TestGateway;
let url: string;
let complaints: unknown[][];

beforeAll(async () => {
  gateway = await openTestGateway({ http: { costPerMinute: 0 } });
  await gateway.seed(
    JSON.parse(readFileSync(join(packageRoot, 'seed/articles/us-troops-iraq-2023-11-12.json'), 'utf8')),
  );
  url = `${await gateway.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});
afterAll(() => gateway.close());

beforeEach(() => {
  complaints = [];
  for (const method of ['warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...message) => complaints.push(message));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(cachingClients)('$library', ({ createClient }) => {
  let client: CachingClient;
  beforeEach(() => {
    client = createClient(url);
  });
  afterEach(() => client.stop());

  describe.each(pairs)('for two components that ask for $about', ({ first, second }) => {
    it('keeps the fields of both if one asks after the other', async () => {
      await client.ask(first);
      await client.ask(second);
      expect(client.requests).toBe(2);
      expect(plain(await client.read(first))).toEqual(await gateway.ask(first));
      expect(plain(await client.read(second))).toEqual(await gateway.ask(second));
      await client.ask(first);
      await client.ask(second);
      expect(client.requests).toBe(2);
      expect(complaints).toEqual([]);
    });

    it('sends one request for each if both are shown at once', async () => {
      const shown = [client.show(first), client.show(second)];
      const answers = [await gateway.ask(first), await gateway.ask(second)];
      await expect.poll(() => shown.map(({ data }) => plain(data)), soon).toEqual(answers);
      await new Promise((resolve) => setTimeout(resolve, 20)); // a client that has lost fields asks again by now
      expect(client.requests).toBe(2);
      expect(plain(await client.read(first))).toEqual(answers[0]);
      expect(plain(await client.read(second))).toEqual(answers[1]);
      for (const { hide } of shown) hide();
      expect(complaints).toEqual([]);
    });
  });

  it('keeps the fields of both for any two queries, and shows each what the gateway returns', async () => {
    await fc.assert(
      fc.asyncProperty(queryPairs, async (queries) => {
        complaints = [];
        const client = createClient(url);
        for (const query of queries) await client.ask(query);
        for (const query of queries) expect(plain(await client.read(query))).toEqual(plain(await gateway.ask(query)));
        expect(client.requests).toBeLessThanOrEqual(2);
        client.stop();
        expect(complaints).toEqual([]);
      }),
      tries(60),
    );
  }, 120_000);
});

describe('Apollo Client without the policies', () => {
  it('loses fields, and warns', async () => {
    const { first, second } = pairs.find(({ about }) => about === 'the date') ?? { first: '', second: '' };
    const client = createApolloClient(url, new InMemoryCache());
    await client.ask(first);
    await client.ask(second);
    expect(await client.read(first)).toBeNull();
    expect(complaints.flat().join(' ')).toContain('Cache data may be lost');
    client.stop();
  });
});

/** Returns a result without the type names that clients add to each query. */
function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null), (key, value) => (key === '__typename' ? undefined : value));
}
