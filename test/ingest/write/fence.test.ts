import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fenced } from '../../../src/ingest/write/fence.ts';
import { LeaseLost } from '../../../src/ingest/write/lease.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { article, incident } from '../../support/articles.ts';
import { parseAll } from '../../support/gateway.ts';
import { overriding, standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const leaseUntil = (endsAt: number) => ({
  owner: 'me',
  rules: 1,
  turns: 1,
  endsAt,
  hasWritten: false,
  beginsLog: false,
  keepsLog: false,
});

describe('a fenced database', () => {
  const things = (endsAt: number) =>
    fenced(store.database, leaseUntil(endsAt)).collection<{ _id: string; n?: number }>('merges');
  const writes: [string, (of: ReturnType<typeof things>) => Promise<unknown>][] = [
    ['insertMany', (of) => of.insertMany([{ _id: 'a' }, { _id: 'b' }], { ordered: false })],
    ['bulkWrite', (of) => of.bulkWrite([{ insertOne: { document: { _id: 'c' } } }])],
    ['replaceOne', (of) => of.replaceOne({ _id: 'a' }, { n: 1 }, { upsert: true })],
    ['updateOne', (of) => of.updateOne({ _id: 'a' }, { $set: { n: 2 } }, { upsert: true })],
    ['deleteOne', (of) => of.deleteOne({ _id: 'a' })],
    ['deleteMany', (of) => of.deleteMany({})],
  ];

  it.each(writes)('limits %s to the remaining time of the lease', async (_name, write) => {
    const sent: Record<string, unknown>[] = [];
    store.client.on('commandStarted', ({ command }) => sent.push(command));
    await write(things(performance.now() + 9000));
    expect(sent[0]?.maxTimeMS).toBeGreaterThan(1000);
    expect(sent[0]?.maxTimeMS).toBeLessThanOrEqual(8000);
  });

  it.each(writes)('does not send %s once the lease is about to end', async (_name, write) => {
    store.takeCommands();
    await expect(write(things(performance.now() + 900))).rejects.toThrow(LeaseLost);
    expect(store.takeCommands()).toEqual([]);
  });

  it('reads even after the lease has ended', async () => {
    expect(await things(0).find({}).toArray()).toEqual([]);
  });
});

describe('a writer without transactions that is suspended for longer than its lease', () => {
  it('lets the next writer write first, and then makes its own changes', async () => {
    const alone = standalone(store.database);
    const news = (title: string) => parseAll([article('news', { incidents: [incident('raid', { title })] })]);
    await writeArticles(alone, store.client, news('At first'), { dryRun: false });
    let taken = 0;
    // After the first lease, another writer takes the next one and writes, before this one sends its first write.
    const frozen = overriding(alone, {
      collection: (name: string) => {
        const collection = alone.collection(name);
        if (name !== 'control') return collection;
        return overriding(collection, {
          findOneAndUpdate: async (...args: Parameters<typeof collection.findOneAndUpdate>) => {
            const held = await collection.findOneAndUpdate(...args);
            if (held && ++taken === 1) {
              await collection.updateOne({}, [{ $set: { owner: 'expired', until: { $add: ['$$NOW', -1] } } }]);
              await writeArticles(alone, {} as never, news('Of the other'), { dryRun: false });
              await new Promise((resolve) => setTimeout(resolve, 9_500));
            }
            return held;
          },
        });
      },
    });
    await writeArticles(frozen, store.client, news('Of the one that stood still'), { dryRun: false });
    expect(taken).toBe(2); // what it sent without the lease would have been a second writer's
    expect(await verifyStore(store.database)).toEqual([]);
    expect(await store.database.collection('incidents').findOne({})).toMatchObject({
      title: 'Of the one that stood still',
    });
    expect(await store.database.collection('pending').countDocuments()).toBe(0);
  });
});
