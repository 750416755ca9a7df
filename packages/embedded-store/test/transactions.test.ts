import { type ClientSession, type Collection, type Document, Long, Timestamp, UUID } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddedStoreOptions } from '../src/embedded-store.ts';
import { openStore, type TestStore } from './test-store.ts';
import { runCommand } from './wire-client.ts';

let store: TestStore;
let things: Collection<Document>;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  things = store.db.collection('things');
  await things.drop();
  await things.createIndex({ name: 1 }, { unique: true });
  await things.insertMany([
    { _id: 1, name: 'one', n: 1 },
    { _id: 2, name: 'two', n: 2 },
  ] as never[]);
});

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
  it('reads its own writes, also through indexes, and hides them from others until it commits', async () => {
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

  it('leaves nothing behind when it is aborted', async () => {
    await inSession(async (session) => {
      await things.deleteMany({}, { session });
      await session.abortTransaction();
    });
    expect(await ids()).toEqual([1, 2]);
  });

  it('reads a snapshot that later commits do not change', async () => {
    await inSession(async (session) => {
      expect(await ids(session)).toEqual([1, 2]);
      await things.insertOne({ _id: 3, name: 'three', n: 3 } as never);
      expect(await ids(session)).toEqual([1, 2]);
      expect(await things.countDocuments({ name: 'three' }, { session })).toBe(0);
      await session.commitTransaction();
    });
  });

  it('takes its own snapshot, and does not accept the time of another', async () => {
    const find = { find: 'things', readConcern: { level: 'snapshot', atClusterTime: new Timestamp({ t: 1, i: 1 }) } };
    const { begin, end } = rawSession(() => store.store.uri);
    expect(await begin(1, find)).toMatchObject({ ok: 0, code: 72 });
    expect(await begin(2, { ...find, readConcern: { level: 'snapshot' } })).toMatchObject({ ok: 1 });
    expect(await end(2, 'commitTransaction')).toMatchObject({ ok: 1 });
  });

  it('conflicts with a write to the same document since its start, with the label TransientTransactionError', async () => {
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

  it('conflicts with another transaction that wrote the same document first', async () => {
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

  it('does not commit a unique key that was taken in the meantime', async () => {
    await inSession(async (session) => {
      await things.insertOne({ _id: 3, name: 'three' } as never, { session });
      await things.insertOne({ _id: 4, name: 'three' } as never);
      await expect(session.commitTransaction()).rejects.toMatchObject({ code: 112 });
    });
    expect(await things.countDocuments({ name: 'three' })).toBe(1);
  });

  it('is aborted by an error of one of its commands', async () => {
    await inSession(async (session) => {
      await expect(things.insertOne({ _id: 1, name: 'x' } as never, { session })).rejects.toMatchObject({
        code: 11000,
      });
      await expect(things.findOne({}, { session })).rejects.toMatchObject({ code: 251 });
    });
  });

  it('loses no increment under contention', async () => {
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

  it('pages through a cursor that includes its own writes', async () => {
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

/** Sends a session's commands as a driver would, with one `txnNumber` per transaction. */
function rawSession(uri: () => string) {
  const lsid = { id: new UUID() };
  const run = (command: Document) => runCommand(uri(), { ...command, lsid, $db: command.$db ?? 'test' });
  return {
    write: (number: number, command: Document) => run({ ...command, txnNumber: Long.fromNumber(number) }),
    begin: (number: number, command: Document) =>
      run({ ...command, txnNumber: Long.fromNumber(number), autocommit: false, startTransaction: true }),
    go: (number: number, command: Document) =>
      run({ ...command, txnNumber: Long.fromNumber(number), autocommit: false }),
    lsid,
    run,
    end: (number: number, name: 'commitTransaction' | 'abortTransaction') =>
      run({ [name]: 1, txnNumber: Long.fromNumber(number), autocommit: false, $db: 'admin' }),
  };
}

/** A session whose transaction has updated a document, created a collection and opened a cursor. */
async function busySession() {
  const session = rawSession(() => store.store.uri);
  await session.begin(1, increment);
  await session.go(1, { insert: 'made', documents: [{ _id: 1 }] });
  const inside = (await session.go(1, { find: 'things', batchSize: 1 }))?.cursor.id;
  return { ...session, inside: Long.fromNumber(inside) };
}

/** Expects that the transaction's writes, its collection, its cursor and its claims on documents are gone. */
async function expectNothingLeft(session: Awaited<ReturnType<typeof busySession>>): Promise<void> {
  expect(await session.go(1, { find: 'things' })).toMatchObject({ code: 251 });
  expect(await session.end(1, 'commitTransaction')).toMatchObject({ code: 251 });
  expect(await nOf(1)).toBe(1);
  expect(await store.db.listCollections({ name: 'made' }).toArray()).toEqual([]);
  expect(await store.db.command({ killCursors: 'things', cursors: [session.inside] })).toMatchObject({
    cursorsNotFound: [session.inside.toNumber()],
  });
  expect(await store.db.command(increment)).toMatchObject({ n: 1 });
}

const increment = { update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 10 } } }] };
const nOf = async (id: number) => (await things.findOne({ _id: id as never }))?.n;

describe('commitTransaction', () => {
  it('can be repeated, also concurrently, and commits once', async () => {
    const session = rawSession(() => store.store.uri);
    await session.begin(1, increment);
    const replies = await Promise.all(Array.from({ length: 5 }, () => session.end(1, 'commitTransaction')));
    expect(replies).toEqual(Array.from({ length: 5 }, () => ({ ok: 1 })));
    expect(await session.end(1, 'commitTransaction')).toEqual({ ok: 1 });
    expect(await session.end(1, 'abortTransaction')).toMatchObject({ ok: 0, code: 256 });
    expect(await session.go(1, increment)).toMatchObject({ ok: 0, code: 256 });
    expect(await session.write(1, increment)).toMatchObject({ ok: 0, code: 256 });
    expect(await nOf(1)).toBe(11);
    await session.begin(2, increment);
    expect(await session.end(2, 'commitTransaction')).toEqual({ ok: 1 });
    expect(await nOf(1)).toBe(21);
  });

  it('can be repeated after a restart', async () => {
    const session = rawSession(() => store.store.uri);
    const other = rawSession(() => store.store.uri);
    await session.begin(1, increment);
    await session.end(1, 'commitTransaction');
    await other.begin(1, { insert: 'things', documents: [{ _id: 3, name: 'three' }] });
    await reopen();
    expect(await session.end(1, 'commitTransaction')).toEqual({ ok: 1 });
    expect(await session.end(2, 'commitTransaction')).toMatchObject({ ok: 0, code: 251 });
    expect(await other.end(1, 'commitTransaction')).toMatchObject({ ok: 0, code: 251 });
    expect(await nOf(3)).toBeUndefined();
    expect(await nOf(1)).toBe(11);
  });

  it('is rejected without a transaction', async () => {
    const session = rawSession(() => store.store.uri);
    expect(await session.end(1, 'commitTransaction')).toMatchObject({ ok: 0, code: 251 });
    expect(await session.end(1, 'abortTransaction')).toMatchObject({ ok: 0, code: 251 });
    expect(await session.go(1, { find: 'things' })).toMatchObject({
      code: 251,
      errorLabels: ['TransientTransactionError'],
    });
    await session.begin(2, increment);
    expect(await session.end(2, 'abortTransaction')).toEqual({ ok: 1 });
    expect(await session.end(2, 'commitTransaction')).toMatchObject({ ok: 0, code: 251 });
    expect(await session.go(1, { find: 'things' })).toMatchObject({ ok: 0, code: 225 });
    expect(await nOf(1)).toBe(1);
  });

  it.each([
    ['is dropped', () => things.drop()],
    ['gets an index', () => things.createIndex({ n: 1 })],
    ['is dropped and created again', () => things.drop().then(() => things.insertOne({ _id: 1 as never }))],
  ])('conflicts if a written collection %s in the meantime', async (_how, change) => {
    const session = rawSession(() => store.store.uri);
    await session.begin(1, { insert: 'things', documents: [{ _id: 7, name: 'seven' }] });
    await change();
    expect(await session.end(1, 'commitTransaction')).toMatchObject({
      code: 112,
      errorLabels: ['TransientTransactionError'],
    });
    expect(await nOf(7)).toBeUndefined();
  });
});

it.each([
  [{ count: 'things' }],
  [{ create: 'others' }],
  [{ drop: 'things' }],
  [{ createIndexes: 'things', indexes: [{ key: { a: 1 }, name: 'a' }] }],
  [{ listCollections: 1 }],
])('a transaction rejects %j', async (command) => {
  expect(await rawSession(() => store.store.uri).begin(1, command)).toMatchObject({ ok: 0, code: 263 });
});

it('a transaction is aborted at its time limit, and others can then write its documents', async () => {
  await reopen({ transactionMs: 400 });
  const late = rawSession(() => store.store.uri);
  const other = rawSession(() => store.store.uri);
  expect(await late.begin(1, { ...increment, comment: 'late' })).toMatchObject({ ok: 1 });
  expect(await other.begin(1, increment)).toMatchObject({ code: 112 });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await other.begin(2, increment)).toMatchObject({ ok: 1 });
  expect(await other.end(2, 'commitTransaction')).toMatchObject({ ok: 1 });
  expect(await late.go(1, { find: 'things' })).toMatchObject({
    code: 251,
    errorLabels: ['TransientTransactionError'],
  });
  expect(await late.end(1, 'commitTransaction')).toMatchObject({ code: 251 });
  expect(await nOf(1)).toBe(11);
  await reopen();
});

describe('a transaction leaves nothing behind', () => {
  it.each<[string, (session: Awaited<ReturnType<typeof busySession>>) => Promise<unknown>]>([
    ['when it is aborted', (session) => session.end(1, 'abortTransaction')],
    ['when one of its commands fails', (session) => session.go(1, { insert: 'things', documents: [{ _id: 2 }] })],
    ['when one of its commands is rejected', (session) => session.go(1, { find: 'things', fitler: {} })],
    ['when its session is ended', ({ lsid }) => store.db.admin().command({ endSessions: [lsid] })],
    ['when its session is killed', ({ lsid }) => store.db.admin().command({ killSessions: [lsid] })],
    ['when all sessions are killed', () => store.db.admin().command({ killSessions: [] })],
    ['when the sessions of all users are killed', () => store.db.admin().command({ killAllSessions: [] })],
  ])('%s', async (_name, end) => {
    const session = await busySession();
    await end(session);
    await expectNothingLeft(session);
  });

  it('after its time limit', async () => {
    await reopen({ transactionMs: 300 });
    const session = await busySession();
    await new Promise((resolve) => setTimeout(resolve, 900));
    await expectNothingLeft(session);
    await reopen();
  });

  it('without affecting other transactions', async () => {
    const [mine, other] = [await busySession(), rawSession(() => store.store.uri)];
    await other.begin(1, { insert: 'things', documents: [{ _id: 3, name: 'three', n: 3 }] });
    await store.db.admin().command({ endSessions: [mine.lsid] });
    expect(await other.end(1, 'commitTransaction')).toMatchObject({ ok: 1 });
    expect(await ids()).toEqual([1, 2, 3]);
  });
});

it('a collection that a transaction creates becomes visible to others when it is committed', async () => {
  const session = rawSession(() => store.store.uri);
  const names = async () => (await store.db.listCollections({ name: 'made' }).toArray()).map(({ name }) => name);
  await session.begin(1, { insert: 'made', documents: [{ _id: 1 }] });
  expect(await names()).toEqual([]);
  expect(await session.go(1, { find: 'made' })).toMatchObject({ cursor: { firstBatch: [{ _id: 1 }] } });
  expect(await session.end(1, 'commitTransaction')).toMatchObject({ ok: 1 });
  expect(await names()).toEqual(['made']);
  const [first, second] = [rawSession(() => store.store.uri), rawSession(() => store.store.uri)];
  await store.db.collection('made').drop();
  for (const one of [first, second]) await one.begin(1, { insert: 'made', documents: [{ name: 'x' }] });
  expect(await first.end(1, 'commitTransaction')).toMatchObject({ ok: 1 });
  expect(await second.end(1, 'commitTransaction')).toMatchObject({ code: 112 });
  expect(await store.db.command({ validate: 'made' })).toMatchObject({ valid: true, nrecords: 1 });
  await store.db.collection('made').drop();
});

describe('a retried write', () => {
  const writes: [string, Document][] = [
    ['an update', increment],
    ['an insert', { insert: 'things', documents: [{ _id: 5, name: 'five', n: 5 }] }],
    ['a batch with an error', { insert: 'things', documents: [{ _id: 6, name: 'six' }, { _id: 1 }, { _id: 7 }] }],
    ['a delete', { delete: 'things', deletes: [{ q: {}, limit: 1 }] }],
    ['an upsert', { update: 'things', updates: [{ q: { name: 'new' }, u: { $inc: { n: 1 } }, upsert: true }] }],
    ['a findAndModify', { findAndModify: 'things', query: {}, update: { $inc: { n: 1 } }, new: true }],
    ['a findAndModify that removes', { findAndModify: 'things', query: {}, sort: { n: -1 }, remove: true }],
  ];

  it.each(writes)('runs once and returns its first reply again: %s', async (_name, command) => {
    const session = rawSession(() => store.store.uri);
    const [first, second] = await Promise.all([session.write(5, command), session.write(5, command)]);
    expect(first).toMatchObject({ ok: 1 });
    expect(second).toEqual(first);
    const stored = await things.find().toArray();
    expect(await session.write(5, command)).toEqual(first);
    expect(await things.find().toArray()).toEqual(stored);
    expect(await session.write(4, command)).toMatchObject({ ok: 0, code: 225 });
    expect(await session.write(6, increment)).toMatchObject({ ok: 1 });
  });

  it('returns its first reply again after a restart', async () => {
    const sessions = writes.map(() => rawSession(() => store.store.uri));
    const answers = () => Promise.all(sessions.map((session, i) => session.write(1, writes[i]?.[1] as Document)));
    const first = await answers();
    const stored = await things.find().toArray();
    await reopen();
    expect(await answers()).toEqual(first);
    expect(await things.find().toArray()).toEqual(stored);
  });

  it('runs again if it was rejected before', async () => {
    const session = rawSession(() => store.store.uri);
    const command = { findAndModify: 'things', query: { _id: 2 }, update: { $set: { name: 'one' } } };
    expect(await session.write(1, command)).toMatchObject({ code: 11000 });
    await things.deleteOne({ _id: 1 as never });
    expect(await session.write(1, command)).toMatchObject({ ok: 1, value: { _id: 2, name: 'two' } });
  });
});

async function reopen(limits: EmbeddedStoreOptions['limits'] = {}): Promise<void> {
  await store.stop();
  store = await openStore(store.dataDir, limits);
  things = store.db.collection('things');
}

describe('a cursor', () => {
  const many = 2000;
  beforeEach(async () => {
    await things.deleteMany({});
    await things.insertMany(
      Array.from({ length: many }, (_, n) => ({ _id: n * 2, name: `n${n}`, n: many - n })) as never[],
    );
  });

  it.each([
    ['by _id', { _id: 1 as const }, (id: number) => id],
    ['by _id, descending', { _id: -1 as const }, (id: number) => -id],
    ['by an index', { n: 1 as const }, (id: number) => -id],
  ])(
    'continues through concurrent changes and returns each unchanged document once: %s',
    async (_name, sort, position) => {
      await things.createIndex({ n: 1 });
      const cursor = things.find({}, { batchSize: 80 }).sort(sort);
      const met: number[] = [];
      const removed = new Set<number>();
      /** Whether each added document was ahead of the cursor. */
      const added = new Map<number, boolean>();
      let state = 11;
      const random = (below: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      while (await cursor.hasNext()) {
        met.push(...cursor.readBufferedDocuments().map(({ _id }) => _id as unknown as number));
        const here = position(met.at(-1) as number);
        const gone = Array.from({ length: 5 }, () => random(many) * 2);
        await things.deleteMany({ _id: { $in: gone as never[] } });
        for (const id of gone) if (position(id) > here) removed.add(id);
        const fresh = Array.from({ length: 5 }, () => random(many) * 2 + 1).filter((id) => !added.has(id));
        for (const id of fresh) added.set(id, position(id) > here);
        await things.insertMany(
          [...new Set(fresh)].map((id) => ({ _id: id, name: `o${id}`, n: many - id / 2 })) as never[],
        );
      }
      expect(met).toEqual([...met].sort((a, b) => position(a) - position(b)));
      expect(new Set(met).size).toBe(met.length);
      expect(met.filter((id) => removed.has(id))).toEqual([]);
      const seen = new Set(met);
      expect([...added].filter(([id, ahead]) => ahead !== seen.has(id))).toEqual([]);
      const stayed = await things
        .find({ _id: { $mod: [2, 0] } as never })
        .map(({ _id }) => _id as unknown as number)
        .toArray();
      expect(stayed.filter((id) => !seen.has(id))).toEqual([]);
    },
  );

  async function openCursor() {
    const { cursor } = await store.db.command({ find: 'things', batchSize: 2 });
    expect(cursor.firstBatch).toHaveLength(2);
    return Long.fromNumber(cursor.id);
  }
  const more = (id: Long, collection = 'things') =>
    runCommand(store.store.uri, { getMore: id, collection, batchSize: 2, $db: 'test' });

  it('is closed by killCursors, and belongs to one collection', async () => {
    const id = await openCursor();
    expect(await more(id)).toMatchObject({ cursor: { nextBatch: [{}, {}] } });
    expect(await more(id, 'others')).toMatchObject({ code: 13 });
    expect(await store.db.command({ killCursors: 'things', cursors: [id, Long.fromNumber(5)] })).toMatchObject({
      cursorsKilled: [Number(id)],
      cursorsNotFound: [5],
    });
    expect(await more(id)).toMatchObject({ code: 43 });
  });

  it('ends with an error when its collection is dropped', async () => {
    const id = await openCursor();
    await things.drop();
    await things.insertOne({});
    const { cursor, code } = (await more(id)) ?? {};
    // Prefetched documents may still be returned.
    const last = cursor === undefined ? code : (await drain(id))?.code;
    expect(last).toBe(175);
  });

  async function drain(id: Long) {
    for (;;) {
      const reply = await more(id);
      if (reply?.ok !== 1 || reply.cursor.id === 0) return reply;
    }
  }

  it.each(['endSessions', 'killSessions'])('is closed with its session by %s', async (command) => {
    const [mine, other] = [rawSession(() => store.store.uri), rawSession(() => store.store.uri)];
    const open = async ({ run }: typeof mine) =>
      Long.fromNumber((await run({ find: 'things', batchSize: 2 }))?.cursor.id);
    const [closed, kept] = [await open(mine), await open(other)];
    expect(await store.db.admin().command({ [command]: [mine.lsid] })).toMatchObject({ ok: 1 });
    expect(await more(closed)).toMatchObject({ code: 43 });
    expect(await more(kept)).toMatchObject({ ok: 1 });
  });

  it('is closed when it is idle for too long', async () => {
    await reopen({ cursorIdleMs: 500 });
    const [idle, asked] = [await openCursor(), await openCursor()];
    for (let i = 0; i < 8; i++) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(await more(asked)).toMatchObject({ ok: 1 });
    }
    expect(await more(idle)).toMatchObject({ code: 43 });
    await reopen();
  });

  it('can only be used in its transaction', async () => {
    const session = rawSession(() => store.store.uri);
    const reply = await session.begin(1, { find: 'things', batchSize: 2 });
    const id = Long.fromNumber(reply?.cursor.id);
    const own = { getMore: id, collection: 'things' };
    expect(await more(id)).toMatchObject({ ok: 0, code: 50738 });
    expect(await session.go(1, own)).toMatchObject({ ok: 1 });
  });

  it('lets other commands run between its batches', async () => {
    const lengths: number[] = [];
    let walking = true;
    const walk = things
      .find({}, { batchSize: 20 })
      .toArray()
      .finally(() => {
        walking = false;
      });
    while (walking) lengths.push((await things.distinct('n', { _id: 4 as never })).length);
    expect(await walk).toHaveLength(many);
    expect(lengths.length).toBeGreaterThan(5);
  });
});

it('a long scan ends at its time limit while other commands are served', async () => {
  const long = store.db.collection('long');
  for (let part = 0; part < 6; part++)
    await long.insertMany(Array.from({ length: 10_000 }, (_, n) => ({ n, text: `${part} ${n}` })));
  const slow = { $expr: { $eq: [{ $add: ['$n', { $multiply: ['$n', '$n'] }] }, -1] } };
  const limited = { maxTimeMS: 40 };
  const walks: [string, () => Promise<unknown>][] = [
    ['find', () => long.find(slow, limited).toArray()],
    ['count', () => store.db.command({ count: 'long', query: slow, ...limited })],
    ['aggregate', () => long.aggregate([{ $match: slow }, { $group: { _id: '$text' } }], limited).toArray()],
    ['group', () => long.aggregate([{ $group: { _id: '$text', n: { $sum: '$n' } } }], limited).toArray()],
    ['sort', () => long.find({}, limited).sort({ text: -1 }).toArray()],
    ['update', () => store.db.command({ update: 'long', updates: [{ q: slow, u: { $set: { n: 0 } } }], ...limited })],
    ['delete', () => store.db.command({ delete: 'long', deletes: [{ q: slow, limit: 0 }], ...limited })],
  ];
  for (const [name, walk] of walks) {
    const caught = walk().then(
      () => null,
      (error) => error,
    );
    await things.insertOne({ name });
    expect([name, (await caught)?.code]).toEqual([name, 50]);
  }
  expect(await things.countDocuments({ name: { $in: walks.map(([name]) => name) } })).toBe(walks.length);
});
