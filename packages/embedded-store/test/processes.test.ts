import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedStore } from '../src/embedded-store.ts';
import { openEnvironment } from '../src/storage/environment.ts';
import type { StoreErrorCode } from '../src/store-error.ts';
import { type StoreProcess, startStoreProcess } from './crash/store-process.ts';
import { temporaryFolder } from './test-store.ts';

const folders: string[] = [];
const processes: StoreProcess[] = [];
const clients: MongoClient[] = [];

function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

function start(dataDir: string, options: { uid?: number } = {}): StoreProcess {
  const store = startStoreProcess(dataDir, options);
  processes.push(store);
  return store;
}

async function connectTo(store: StoreProcess, options: MongoClientOptions = {}): Promise<MongoClient> {
  const client = await new MongoClient(await store.uri, options).connect();
  clients.push(client);
  return client;
}

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await Promise.all(processes.map((store) => store.kill()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('two processes on one folder', () => {
  let dataDir: string;
  let here: Db;
  let there: Db;
  beforeAll(async () => {
    dataDir = newFolder();
    // At the same time, so that both create the folder.
    const [first, second] = [start(dataDir), start(dataDir)];
    [here, there] = await Promise.all([
      connectTo(first).then((client) => client.db('test')),
      connectTo(second).then((client) => client.db('test')),
    ]);
  });
  beforeEach(() => here.dropDatabase());

  const turns = (n: number) => (n % 2 === 0 ? ([here, there] as const) : ([there, here] as const));

  async function isSound(name: string) {
    for (const db of [here, there]) expect(await db.command({ validate: name })).toMatchObject({ valid: true });
  }

  it('see each other’s writes as soon as they are acknowledged', async () => {
    await here.collection('shared').createIndex({ n: 1 });
    for (let n = 0; n < 60; n++) {
      const [writer, reader] = turns(n);
      await writer.collection('shared').insertOne({ _id: n as never, n });
      expect(await reader.collection('shared').findOne({ n })).toEqual({ _id: n, n });
      await writer.collection('shared').updateOne({ _id: n as never }, { $set: { n: n + 1000 } });
      expect(await reader.collection('shared').findOne({ n })).toBeNull();
      expect(await reader.collection('shared').countDocuments({ n: { $gte: 1000 } })).toBe(n + 1);
    }
    await isSound('shared');
  });

  it('maintain an index that the other created, but not one that it dropped', async () => {
    const stageOf = async (db: Db) => {
      const { queryPlanner } = await db.collection('shared').find({ tags: 'a' }).explain('queryPlanner');
      return queryPlanner.winningPlan.inputStage?.stage ?? queryPlanner.winningPlan.stage;
    };
    await here.collection('shared').insertMany([{ tags: 'a' }, { tags: 'b' }]);
    expect(await there.collection('shared').countDocuments({ tags: 'a' })).toBe(1);
    await here.collection('shared').createIndex({ tags: 1 });
    expect(await stageOf(there)).toBe('IXSCAN');
    // The first array makes the index multikey, which the other process must notice.
    await there.collection('shared').insertOne({ tags: ['a', 'c'] });
    expect(
      await here
        .collection('shared')
        .find({ tags: { $all: ['a', 'c'] } })
        .toArray(),
    ).toHaveLength(1);
    expect(await here.collection('shared').countDocuments({ tags: 'a' })).toBe(2);
    await isSound('shared');
    await there.collection('shared').dropIndex('tags_1');
    expect(await stageOf(here)).toBe('COLLSCAN');
    await here.collection('shared').insertOne({ tags: 'a' });
    expect(await there.collection('shared').countDocuments({ tags: 'a' })).toBe(3);
    await isSound('shared');
  });

  it('see a collection that the other dropped and created again under the same name', async () => {
    await here.collection('shared').createIndex({ n: 1 });
    await here.collection('shared').insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
    const { cursor } = await here.command({ find: 'shared', batchSize: 1 });
    expect(cursor.firstBatch).toHaveLength(1);
    expect(await there.collection('shared').countDocuments({ n: 1 })).toBe(1);
    await there.collection('shared').drop();
    expect(await here.listCollections().toArray()).toEqual([]);
    expect(await here.collection('shared').countDocuments({ n: 1 })).toBe(0);
    await there.collection('shared').insertOne({ n: 1 });
    expect(await here.collection('shared').find({ n: 1 }).toArray()).toHaveLength(1);
    expect(await here.collection('shared').indexes()).toHaveLength(1);
    await isSound('shared');
  });

  it('lose no write while other processes open and close the folder', async () => {
    let isOver = false;
    const inserted = Promise.all(
      [here, there].map(async (db, writer) => {
        let n = 0;
        for (; !isOver; n++) await db.collection('shared').insertOne({ _id: `${writer}.${n}` as never });
        return n;
      }),
    );
    for (let n = 0; n < 400; n++) {
      await openEnvironment(dataDir).close();
      await sleep(1);
    }
    isOver = true;
    const [first = 0, second = 0] = await inserted;
    expect(await here.collection('shared').countDocuments({})).toBe(first + second);
    await isSound('shared');
  });

  it('can open while the last one closes', { timeout: 60_000 }, async () => {
    const folder = newFolder();
    const openings = fileURLToPath(new URL('../src/storage/environment.ts', import.meta.url));
    const program = `import { openEnvironment } from ${JSON.stringify(openings)};
      for (let n = 0; n < 400; n++) await openEnvironment(${JSON.stringify(folder)}).close();`;
    const tsx = import.meta.resolve('tsx');
    const run = () => promisify(execFile)(process.execPath, ['--import', tsx, '--input-type=module', '-e', program]);
    await Promise.all([run(), run(), run()]);
  });

  it('enforce a unique index together', async () => {
    await here.collection('shared').createIndex({ name: 1 }, { unique: true });
    const names = Array.from({ length: 40 }, (_, n) => `name ${n}`);
    const takes = names.flatMap((name) =>
      [here, there].map((db) =>
        db
          .collection('shared')
          .insertOne({ name })
          .then(
            () => 'taken',
            (error) => error.code,
          ),
      ),
    );
    const outcomes = await Promise.all(takes);
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(40);
    expect(outcomes.filter((outcome) => outcome === 11000)).toHaveLength(40);
    expect(await here.collection('shared').distinct('name')).toHaveLength(40);
    await isSound('shared');
  });

  it('detect conflicts between transactions on the same document, and lose no update', async () => {
    await here.collection('counters').insertOne({ _id: 1 as never, n: 0 });
    const [mine, theirs] = [here.client.startSession(), there.client.startSession()];
    const increment = { $inc: { n: 1 } };
    mine.startTransaction();
    theirs.startTransaction();
    await here.collection('counters').updateOne({ _id: 1 as never }, increment, { session: mine });
    await there.collection('counters').updateOne({ _id: 1 as never }, increment, { session: theirs });
    expect(await there.collection('counters').findOne({ _id: 1 as never })).toEqual({ _id: 1, n: 0 });
    await mine.commitTransaction();
    const error = await theirs.commitTransaction().catch((caught) => caught);
    expect(error).toMatchObject({ code: 112 });
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await Promise.all([mine.endSession(), theirs.endSession()]);

    const add = (db: Db) =>
      db.client.withSession((session) =>
        session.withTransaction(async () => {
          const found = await db.collection('counters').findOne({ _id: 1 as never }, { session });
          await db.collection('counters').updateOne({ _id: 1 as never }, { $set: { n: found?.n + 1 } }, { session });
          await db.collection('added').insertOne({ at: found?.n }, { session });
        }),
      );
    await Promise.all(
      [here, there].map(async (db) => {
        for (let n = 0; n < 10; n++) await add(db);
      }),
    );
    expect(await there.collection('counters').findOne()).toEqual({ _id: 1, n: 21 });
    expect((await here.collection('added').distinct('at')).length).toBe(20);
    await isSound('counters');
    await isSound('added');
  });

  it('keep working when one of them is killed while writing', async () => {
    for (let round = 0; round < 2; round++) {
      const doomed = start(dataDir);
      const client = await connectTo(doomed, { retryWrites: false });
      const acknowledged: string[] = [];
      let killed = false;
      const writing = [0, 1, 2].map(async (writer) => {
        for (let n = 0; !killed; n++) {
          const _id = `${round}.${writer}.${n}`;
          await client
            .db('test')
            .collection('left')
            .insertOne({ _id: _id as never, tags: [n, 'x'.repeat(500)] })
            .then(
              () => acknowledged.push(_id),
              (error) => {
                if (!killed) throw error;
              },
            );
        }
      });
      const own = Array.from({ length: 10 }, async (_, n) => {
        await sleep(n * 20);
        await here.collection('left').insertOne({ _id: `own ${round}.${n}` as never });
      });
      await sleep(150 + 30 * round);
      killed = true;
      await doomed.kill();
      await Promise.all([...writing, ...own]);
      const present = new Set(await there.collection('left').distinct('_id'));
      expect(acknowledged.filter((id) => !present.has(id as never))).toEqual([]);
      expect(await here.collection('left').countDocuments({ _id: { $gte: 'own' } as never })).toBe(10 * (round + 1));
      await here.collection('left').createIndex({ tags: 1, [`round${round}`]: 1 });
      await isSound('left');
    }
  });
});

describe('a folder', () => {
  let sound: string;
  beforeAll(async () => {
    sound = newFolder();
    const store = start(sound);
    const client = await connectTo(store);
    const kept = client.db('test').collection('kept');
    await kept.insertMany(Array.from({ length: 499 }, (_, n) => ({ n, text: 'x'.repeat(500) })));
    await kept.insertOne({ n: 499 });
    await client.close();
    await store.kill();
  });

  const locks = ['lock.mdb', 'presence.mdb', 'presence.mdb-lock'];
  const bytesOf = (folder: string) =>
    readdirSync(folder)
      .filter((name) => !locks.includes(name))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

  it.each<[string, StoreErrorCode, string, (folder: string) => void]>([
    [
      'of a later version',
      'INCOMPATIBLE_VERSION',
      'format 5',
      (folder) => writeFileSync(join(folder, 'FORMAT'), 'incident-graph embedded store, format 5\n'),
    ],
    ['with another program’s data file', 'FOREIGN_DATA', 'data.mdb', (folder) => rmSync(join(folder, 'FORMAT'))],
    [
      'whose data file is not an LMDB file',
      'CORRUPT_DATA',
      'data.mdb',
      (folder) => writeFileSync(join(folder, 'data.mdb'), 'not ours'.repeat(4000)),
    ],
    [
      'with half of its data file',
      'CORRUPT_DATA',
      'data.mdb',
      (folder) => truncateSync(join(folder, 'data.mdb'), 100_000),
    ],
    [
      'whose data file has a few bytes',
      'CORRUPT_DATA',
      'data.mdb',
      (folder) => truncateSync(join(folder, 'data.mdb'), 90),
    ],
    [
      'whose data file has one page',
      'CORRUPT_DATA',
      'data.mdb',
      (folder) => truncateSync(join(folder, 'data.mdb'), 4096),
    ],
    ['without its data file', 'CORRUPT_DATA', 'data.mdb', (folder) => rmSync(join(folder, 'data.mdb'))],
    ['without its first journal file', 'CORRUPT_DATA', 'journal.0', (folder) => rmSync(join(folder, 'journal.0'))],
    ['without its second journal file', 'CORRUPT_DATA', 'journal.1', (folder) => rmSync(join(folder, 'journal.1'))],
  ])('%s is rejected with its path and left unchanged', async (_why, code, named, spoil) => {
    const folder = newFolder();
    cpSync(sound, folder, { recursive: true });
    spoil(folder);
    const before = bytesOf(folder);
    const error = await startEmbeddedStore({ dataDir: folder }).then(
      () => null,
      (caught) => caught,
    );
    expect(error).toMatchObject({ code, message: expect.stringContaining(folder) });
    expect(error.message).toContain(named);
    expect(bytesOf(folder)).toEqual(before);
  });

  it('is opened if its data file lacks only free pages at the end, which are added', async () => {
    const folder = newFolder();
    cpSync(sound, folder, { recursive: true });
    await (await startEmbeddedStore({ dataDir: folder })).close();
    const file = join(folder, 'data.mdb');
    const bytes = readFileSync(file);
    const pageSize = bytes.readUInt32LE(48);
    const newest = bytes.readBigUInt64LE(152) > bytes.readBigUInt64LE(pageSize + 152) ? 0 : pageSize;
    const lastPage = bytes.readBigUInt64LE(newest + 144) + 10n;
    bytes.writeBigUInt64LE(lastPage, newest + 144);
    writeFileSync(file, bytes);
    const store = await startEmbeddedStore({ dataDir: folder });
    expect(statSync(file).size).toBe(Number(lastPage + 1n) * pageSize);
    const client = await new MongoClient(store.uri).connect();
    await client.db('test').collection('kept').insertOne({ n: 500 });
    expect(await client.db('test').command({ validate: 'kept' })).toMatchObject({ valid: true, nrecords: 501 });
    await client.close();
    await store.close();
  });

  it('is rejected if it is a file or not writable', async () => {
    const parent = newFolder();
    const file = join(parent, 'file');
    writeFileSync(file, 'mine');
    const closed = join(parent, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const readOnly = join(parent, 'read-only');
    cpSync(sound, readOnly, { recursive: true });
    for (const name of readdirSync(readOnly)) chmodSync(join(readOnly, name), 0o444);
    chmodSync(readOnly, 0o555);
    chmodSync(parent, 0o755);
    const refused = await Promise.all([start(file).ended, start(closed, nobody).ended, start(readOnly, nobody).ended]);
    chmodSync(closed, 0o755);
    expect(refused.map(({ status, said }) => [status, said.split('\n')[0]])).toEqual([
      [66, `${file} is not a folder`],
      [66, expect.stringContaining(`${closed} is not writable`)],
      [66, expect.stringContaining(`${readOnly} is not writable`)],
    ]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(closed)).toEqual([]);
    expect(bytesOf(readOnly)).toEqual(bytesOf(sound));
  });

  it('is opened after its process was killed', async () => {
    const client = await connectTo(start(sound));
    expect(await client.db('test').collection('kept').countDocuments({})).toBe(500);
    expect(await client.db('test').command({ validate: 'kept' })).toMatchObject({ valid: true });
  });
});
