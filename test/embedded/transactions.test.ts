import type { ClientSession, Collection, Document } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
let things: Collection<Document>;
beforeEach(async () => {
  store = await openStore();
  things = store.db.collection('things');
  await things.createIndex({ name: 1 }, { unique: true });
  await things.insertMany([
    { _id: 1, name: 'one', n: 1 },
    { _id: 2, name: 'two', n: 2 },
  ] as never[]);
});
afterEach(() => store.close());

async function inSession<T>(run: (session: ClientSession) => Promise<T>): Promise<T> {
  return await store.client.withSession(async (session) => {
    session.startTransaction();
    return await run(session);
  });
}

const ids = (session?: ClientSession) =>
  things
    .find({}, session === undefined ? {} : { session })
    .sort({ n: 1 })
    .map(({ _id }) => _id)
    .toArray();

describe('a transaction', () => {
  it('reads its own writes, through indexes too, and nobody else does until it commits', async () => {
    await inSession(async (session) => {
      await things.insertOne({ _id: 3, name: 'three', n: 0 } as never, { session });
      await things.updateOne({ _id: 1 as never }, { $set: { name: 'uno', n: 9 } }, { session });
      await things.deleteOne({ name: 'two' }, { session });
      expect(await ids(session)).toEqual([3, 1]);
      expect(await things.findOne({ name: 'uno' }, { session })).toMatchObject({ n: 9 });
      expect(await things.findOne({ name: 'one' }, { session })).toBeNull();
      expect(await ids()).toEqual([1, 2]);
      await session.commitTransaction();
    });
    expect(await ids()).toEqual([3, 1]);
    expect(await store.db.command({ validate: 'things' })).toMatchObject({ valid: true });
  });

  it('leaves nothing when it is aborted', async () => {
    await inSession(async (session) => {
      await things.deleteMany({}, { session });
      await session.abortTransaction();
    });
    expect(await ids()).toEqual([1, 2]);
  });

  it('sees one snapshot, whatever is committed meanwhile', async () => {
    await inSession(async (session) => {
      expect(await ids(session)).toEqual([1, 2]);
      await things.insertOne({ _id: 3, name: 'three', n: 3 } as never);
      expect(await ids(session)).toEqual([1, 2]);
      expect(await things.countDocuments({ name: 'three' }, { session })).toBe(0);
      await session.commitTransaction();
    });
  });

  it('loses against a write that came between, with a label that says to try again', async () => {
    await inSession(async (session) => {
      await things.findOne({}, { session });
      await things.updateOne({ _id: 1 as never }, { $inc: { n: 1 } });
      const error = await things
        .updateOne({ _id: 1 as never }, { $inc: { n: 1 } }, { session })
        .catch((caught) => caught);
      expect(error).toMatchObject({ code: 112 });
      expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    });
  });

  it('loses against another transaction that wrote the same document first', async () => {
    await inSession(async (first) => {
      await things.updateOne({ _id: 1 as never }, { $inc: { n: 1 } }, { session: first });
      await inSession(async (second) => {
        await expect(
          things.updateOne({ _id: 1 as never }, { $inc: { n: 1 } }, { session: second }),
        ).rejects.toMatchObject({ code: 112 });
      });
      await first.commitTransaction();
    });
    expect(await things.findOne({ _id: 1 as never })).toMatchObject({ n: 2 });
  });

  it('does not commit a unique key that somebody else took meanwhile', async () => {
    await inSession(async (session) => {
      await things.insertOne({ _id: 3, name: 'three' } as never, { session });
      await things.insertOne({ _id: 4, name: 'three' } as never);
      await expect(session.commitTransaction()).rejects.toMatchObject({ code: 112 });
    });
    expect(await things.countDocuments({ name: 'three' })).toBe(1);
  });

  it('ends with an error inside it', async () => {
    await inSession(async (session) => {
      await expect(things.insertOne({ _id: 1, name: 'x' } as never, { session })).rejects.toMatchObject({
        code: 11000,
      });
      await expect(things.findOne({}, { session })).rejects.toMatchObject({ code: 251 });
    });
  });

  it('counts upwards under contention without losing any', async () => {
    const increment = () =>
      store.client.withSession((session) =>
        session.withTransaction(async () => {
          const { n } = (await things.findOne({ _id: 1 as never }, { session })) as unknown as { n: number };
          await things.updateOne({ _id: 1 as never }, { $set: { n: n + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 8 }, increment));
    expect(await things.findOne({ _id: 1 as never })).toMatchObject({ n: 9 });
  });

  it('pages through a cursor of its own, with its own writes among the rest', async () => {
    await inSession(async (session) => {
      await things.insertMany(
        Array.from({ length: 500 }, (_, i) => ({ _id: 1000 + i, name: `n${i}`, n: 100 + i })) as never[],
        { session },
      );
      const found = await things
        .find({ n: { $gte: 2 } }, { session, batchSize: 30 })
        .sort({ name: 1 })
        .toArray();
      expect(found).toHaveLength(501);
      await session.commitTransaction();
    });
  });
});

describe('a retried write', () => {
  it('answers what it answered, and is done once', async () => {
    const lsid = { id: store.client.startSession().id?.id };
    const write = { update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 10 } } }], lsid, txnNumber: 5 };
    const raw = async (txnNumber: number) =>
      (await import('./wire-client.ts')).runCommand(store.store.uri, {
        ...write,
        txnNumber: BigInt(txnNumber),
        $db: 'test',
      });
    const first = await raw(5);
    expect(first).toMatchObject({ ok: 1, nModified: 1 });
    expect(await raw(5)).toEqual(first);
    expect(await things.findOne({ _id: 1 as never })).toMatchObject({ n: 11 });
    expect(await raw(4)).toMatchObject({ ok: 0, code: 225 });
    expect(await raw(6)).toMatchObject({ nModified: 1 });
    expect(await things.findOne({ _id: 1 as never })).toMatchObject({ n: 21 });
  });
});
