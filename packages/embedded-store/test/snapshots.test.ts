import fc from 'fast-check';
import { type ClientSession, type Collection, type Document, Long, Timestamp } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
let things: Collection<Document>;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.dropDatabase();
  things = store.db.collection('things');
  await things.createIndexes([{ key: { tag: 1, n: 1 } }, { key: { n: -1 } }, { key: { at: '2dsphere' } }]);
  await things.insertMany([thing(1, 'a'), thing(2, 'b'), thing(3, 'a')]);
});

function thing(n: number, tag: unknown): Document {
  return { _id: n, n, tag, next: n + 1, at: { type: 'Point', coordinates: [n, n] } };
}

/** Reads of every kind, each with its own plan. */
const reads: ((options: { session?: ClientSession }) => Promise<unknown>)[] = [
  (options) => things.find({}, options).toArray(),
  (options) => things.find({ _id: { $in: [1, 2, 3, 4] as never[] } }, options).toArray(),
  (options) => things.find({ tag: 'a' }, options).sort({ n: 1 }).toArray(),
  (options) =>
    things
      .find({ n: { $gte: 2 } }, options)
      .project({ _id: 0, n: 1 })
      .sort({ n: -1 })
      .toArray(),
  (options) =>
    things
      .find({}, { ...options, batchSize: 2 })
      .sort({ n: -1 })
      .toArray(),
  (options) => things.countDocuments({ tag: { $in: ['a', 'b'] } }, options),
  (options) => things.aggregate([{ $match: { n: { $gt: 1 } } }, { $count: 'n' }], options).toArray(),
  (options) => things.distinct('tag', {}, options),
  (options) =>
    things.aggregate([{ $group: { _id: '$tag', n: { $sum: '$n' } } }, { $sort: { _id: 1 } }], options).toArray(),
  (options) => {
    const lookup = { from: 'things', localField: 'next', foreignField: 'n', as: 'following' };
    return things.aggregate([{ $sort: { _id: 1 } }, { $lookup: lookup }], options).toArray();
  },
  (options) => {
    const within = { at: { $geoWithin: { $centerSphere: [[0, 0], 0.06] } } };
    return things.find(within, options).sort({ _id: 1 }).toArray();
  },
];

const readAll = async (options: { session?: ClientSession } = {}) => {
  const answers: unknown[] = [];
  for (const read of reads) answers.push(await read(options));
  return answers;
};

const tags = fc.constantFrom<unknown>('a', 'b', 'c', ['a', 'c'], null);
const change = fc.oneof(
  fc.record({ n: fc.integer({ min: 1, max: 6 }), tag: tags }).map(({ n, tag }) => async () => {
    await things.replaceOne({ _id: n as never }, thing(n, tag), { upsert: true });
  }),
  fc.integer({ min: 1, max: 6 }).map((n) => async () => {
    await things.deleteOne({ _id: n as never });
  }),
  fc.tuple(fc.integer({ min: 1, max: 6 }), tags).map(([n, tag]) => async () => {
    await things.updateMany({ n: { $lt: n } }, { $set: { tag } });
  }),
);

describe('a session with a snapshot', () => {
  it('reads what was stored at its first read, whatever is written later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), async (rounds) => {
        const sessions: { session: ClientSession; expected: unknown[] }[] = [];
        for (const changes of rounds) {
          const session = store.client.startSession({ snapshot: true });
          await things.find({}, { session }).limit(1).toArray();
          sessions.push({ session, expected: await readAll() });
          for (const apply of changes) await apply();
          for (const each of sessions) expect(await readAll({ session: each.session })).toEqual(each.expected);
        }
        for (const { session } of sessions) await session.endSession();
      }),
      tries(20),
    );
  });

  it('reads nothing of a transaction that commits after its first read', async () => {
    await store.client.withSession({ snapshot: true }, async (session) => {
      await store.client.withSession((writer) =>
        writer.withTransaction(async () => {
          await things.insertOne(thing(4, 'c') as never, { session: writer });
          expect(await things.countDocuments({}, { session })).toBe(3);
        }),
      );
      expect(await things.countDocuments({}, { session })).toBe(3);
    });
    expect(await things.countDocuments({})).toBe(4);
  });

  it('reads further batches of a cursor from its snapshot', async () => {
    await store.client.withSession({ snapshot: true }, async (session) => {
      const cursor = things.find({}, { session, batchSize: 1 }).sort({ n: 1 });
      const first = await cursor.next();
      await things.deleteMany({});
      expect([first, ...(await cursor.toArray())].map((each) => each?.n)).toEqual([1, 2, 3]);
    });
  });

  it('ends when collections or indexes change, with the error of MongoDB', async () => {
    for (const alter of [
      () => things.createIndex({ next: 1 }),
      () => things.dropIndex('next_1'),
      () => store.db.createCollection('others'),
      () => store.db.dropCollection('others'),
    ]) {
      await store.client.withSession({ snapshot: true }, async (session) => {
        await things.findOne({}, { session });
        await alter();
        await expect(things.findOne({}, { session })).rejects.toMatchObject({
          code: 246,
          codeName: 'SnapshotUnavailable',
        });
      });
    }
  });

  it.each([
    ['count', { count: 'things', readConcern: { level: 'snapshot' } }, 72],
    ['a time without the level', { find: 'things', readConcern: { atClusterTime: new Timestamp({ t: 1, i: 1 }) } }, 72],
    ['a time that is a number', { find: 'things', readConcern: { level: 'snapshot', atClusterTime: 1 } }, 14],
    [
      'a time in the future',
      { find: 'things', readConcern: { level: 'snapshot', atClusterTime: new Timestamp({ t: 4294967295, i: 1 }) } },
      72,
    ],
    [
      'a time of long ago',
      { find: 'things', readConcern: { level: 'snapshot', atClusterTime: new Timestamp({ t: 1, i: 1 }) } },
      239,
    ],
  ])('rejects %s', async (_what, command, code) => {
    await expect(store.db.command(command)).rejects.toMatchObject({ code });
  });
});

describe('a snapshot', () => {
  const read = (readConcern: Document, options: { session?: ClientSession } = {}) =>
    store.db.command({ find: 'things', readConcern }, options);
  const timeOf = async (options: { session?: ClientSession } = {}) =>
    (await read({ level: 'snapshot' }, options)).cursor.atClusterTime as Timestamp;

  it('has the same time until something is written, and a later one then', async () => {
    const first = await timeOf();
    expect(await timeOf()).toEqual(first);
    await things.insertOne(thing(4, 'a') as never);
    expect((await timeOf()).greaterThan(first)).toBe(true);
  });

  it('can be read at its cluster time from any session, also by distinct', async () => {
    const atClusterTime = await timeOf();
    await things.deleteMany({});
    const { cursor } = await read({ level: 'snapshot', atClusterTime });
    expect(cursor.firstBatch).toHaveLength(3);
    const distinct = { distinct: 'things', key: 'n', readConcern: { level: 'snapshot', atClusterTime } };
    expect(await store.db.command(distinct)).toMatchObject({ values: [1, 2, 3], atClusterTime });
  });

  it('is gone once its session reads a newer one, or ends', async () => {
    const session = store.client.startSession();
    const first = await timeOf({ session });
    await things.insertOne(thing(4, 'a') as never);
    const second = await timeOf({ session });
    await expect(read({ level: 'snapshot', atClusterTime: first })).rejects.toMatchObject({ code: 239 });
    await store.db.admin().command({ endSessions: [session.id] });
    await things.insertOne(thing(5, 'a') as never);
    await expect(read({ level: 'snapshot', atClusterTime: second })).rejects.toMatchObject({ code: 239 });
    await session.endSession();
  });

  it('is gone some time after its last read, with its cursors', async () => {
    const other = await openStore(undefined, { snapshotIdleMs: 50 });
    await other.db.collection('things').insertMany([thing(1, 'a'), thing(2, 'a'), thing(3, 'a')]);
    const { cursor } = await other.db.command({ find: 'things', batchSize: 1, readConcern: { level: 'snapshot' } });
    await other.db.collection('things').deleteMany({});
    const again = { find: 'things', readConcern: { level: 'snapshot', atClusterTime: cursor.atClusterTime } };
    await expect
      .poll(() => other.db.command(again).catch(({ code }) => code), { interval: 200, timeout: 10_000 })
      .toBe(239);
    await expect(other.db.command({ getMore: Long.fromNumber(cursor.id), collection: 'things' })).rejects.toMatchObject(
      { code: 43 },
    );
    await other.close();
  });

  it('is dropped, least recently used first, when there are more than 64', async () => {
    const times: Timestamp[] = [];
    for (let i = 0; i < 70; i++) {
      await things.updateOne({ _id: 1 as never }, { $inc: { n: 1 } });
      times.push(await timeOf({ session: store.client.startSession() }));
    }
    const codes = await Promise.all(
      times.map((atClusterTime) =>
        read({ level: 'snapshot', atClusterTime }).then(
          () => 0,
          ({ code }) => code,
        ),
      ),
    );
    expect(codes).toEqual([...Array(6).fill(239), ...Array(64).fill(0)]);
  });
});
