import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedStore, startEmbeddedStore } from '../src/embedded-store.ts';
import { supervise } from '../src/supervise.ts';
import { temporaryFolder } from './test-store.ts';

let folder: string;

beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(): Promise<EmbeddedStore & { deaths: string[] }> {
  const deaths: string[] = [];
  const store = await startEmbeddedStore({ dataDir: folder, onRestart: ({ message }) => deaths.push(message) });
  return { ...store, deaths };
}

/** With SIGKILL, so that the process cannot react. */
function kill(store: EmbeddedStore): void {
  process.kill(store.pid() as number, 'SIGKILL');
}

describe('a store whose process dies', () => {
  it('is restarted at the same address, where clients reconnect by themselves', async () => {
    const store = await open();
    const client = await new MongoClient(store.uri).connect();
    const things = client.db('restart').collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'before' });
    kill(store);
    const count = () => things.countDocuments({ _id: 'before' }).catch(() => undefined);
    await expect.poll(count, { timeout: 10_000 }).toBe(1);
    await things.insertOne({ _id: 'after' });
    expect(store.restarts()).toBe(1);
    expect(store.deaths).toEqual(['The store was ended by SIGKILL']);
    await client.close();
    await store.close();
    await store.ended;
  });

  it('keeps acknowledged transactions and no partial ones, whatever it was doing', { timeout: 90_000 }, async () => {
    const store = await open();
    // A short interval, like the gateway's, so that the driver finds the restarted store soon.
    const client = await new MongoClient(store.uri, { heartbeatFrequencyMS: 500 }).connect();
    const pairs = client.db('restart').collection<{ _id: string }>('pairs');
    await pairs.createIndex({ word: 1 });
    const acknowledged: string[] = [];
    let isOver = false;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; !isOver; turn++) {
        const [first, second] = [`${writer}-${turn}-a`, `${writer}-${turn}-b`];
        const session = client.startSession();
        try {
          await session.withTransaction(async () => {
            await pairs.insertMany([{ _id: first }, { _id: second }], { session });
          });
          acknowledged.push(first, second);
        } catch {
          // The outcome is unknown. The check at the end shows that it was not partial.
        } finally {
          await session.endSession();
        }
      }
    });
    for (let death = 1; death <= 4; death++) {
      await sleep(300 + 70 * death);
      await expect.poll(() => store.pid(), { timeout: 10_000 }).toBeDefined();
      kill(store);
      await expect.poll(() => store.restarts(), { timeout: 10_000 }).toBe(death);
    }
    await sleep(300);
    isOver = true;
    await Promise.all(writers);
    const stored = new Set((await pairs.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect([...stored].filter((id) => !stored.has(id.replace(/.$/, (half) => (half === 'a' ? 'b' : 'a'))))).toEqual([]);
    await client.close();
    await store.close();
  });

  it('can be closed during a restart', async () => {
    const store = await open();
    kill(store);
    await store.close();
    await store.close();
    expect(await store.ended).toBeUndefined();
  });
});

describe('a store that keeps dying', () => {
  const dead = () => ({ ended: Promise.reject(new Error('dead')), close() {} });

  it('is given up after five restarts, with the last error', async () => {
    let starts = 0;
    const deaths: string[] = [];
    const { ended, restarts } = supervise(
      dead(),
      async () => {
        if (++starts % 2 === 0) throw new Error(`cannot start ${starts}`);
        return dead();
      },
      ({ message }) => deaths.push(message),
    );
    await expect(ended).rejects.toThrow('dead');
    expect({ starts, restarts: restarts() }).toEqual({ starts: 5, restarts: 5 });
    expect(deaths).toEqual(['dead', 'dead', 'cannot start 2', 'dead', 'cannot start 4']);
  });
});
