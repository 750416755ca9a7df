import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type TestStore, temporaryFolder } from './test-store.ts';

const require = createRequire(import.meta.url);
let store: TestStore;
let things: Collection<Document>;
beforeAll(async () => {
  store = await openStore();
  things = store.db.collection('things');
  await things.createIndex({ kind: 1 });
  await things.insertMany(Array.from({ length: 20 }, (_, n) => ({ _id: n as never, kind: n % 2 ? 'odd' : 'even', n })));
  await store.client.db('other').collection('one').insertOne({});
});
afterAll(() => store.close());

/** migrate-mongo runs as a process with its own connection, and records its migrations in a collection. */
describe('migrate-mongo', () => {
  const folder = temporaryFolder();
  const program = join(require.resolve('migrate-mongo'), '../../bin/migrate-mongo.js');
  beforeAll(() => {
    mkdirSync(join(folder, 'migrations'));
    const config = {
      mongodb: { url: store.store.uri, databaseName: 'test', options: {} },
      migrationsDir: 'migrations',
      changelogCollectionName: 'changelog',
      lockCollectionName: 'changelog_lock',
      lockTtl: 0,
      migrationFileExtension: '.js',
      moduleSystem: 'commonjs',
    };
    writeFileSync(join(folder, 'migrate-mongo-config.js'), `module.exports = ${JSON.stringify(config)};`);
    writeFileSync(
      join(folder, 'migrations/1-weights.js'),
      `module.exports = {
        async up(db, client) {
          const session = client.startSession();
          await session.withTransaction(async () => {
            for await (const { _id, n } of db.collection('things').find({}, { session, batchSize: 3 }))
              await db.collection('things').updateOne({ _id }, { $set: { weight: n * 2 } }, { session });
          });
          await session.endSession();
          const names = (await db.listCollections().toArray()).map(({ name }) => name);
          await db.collection('seen').insertOne({ names: names.sort() });
        },
        down: (db) => db.collection('things').updateMany({}, { $unset: { weight: '' } }),
      };`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function migrate(command: string): Promise<string> {
    return (await promisify(execFile)(process.execPath, [program, command], { cwd: folder })).stdout;
  }

  it('shows the status, migrates up and migrates down', async () => {
    expect(await migrate('status')).toContain('PENDING');
    expect(await migrate('up')).toContain('MIGRATED UP: 1-weights.js');
    expect(await things.findOne({ _id: 7 as never })).toMatchObject({ weight: 14 });
    expect(await store.db.collection('seen').findOne()).toMatchObject({ names: ['things'] });
    expect(await store.db.collection('changelog').findOne()).toMatchObject({ fileName: '1-weights.js' });
    expect(await migrate('status')).not.toContain('PENDING');
    expect(await migrate('down')).toContain('MIGRATED DOWN: 1-weights.js');
    expect(await things.countDocuments({ weight: { $exists: true } })).toBe(0);
  });
});

describe('the driver', () => {
  it('lists databases, collections and indexes', async () => {
    const { databases, totalSize } = await store.client.db().admin().listDatabases();
    expect(databases.map(({ name }) => name)).toEqual(['other', 'test']);
    expect(totalSize).toBeGreaterThan(0);
    expect(
      await store.client
        .db()
        .admin()
        .listDatabases({ nameOnly: true, filter: { name: 'other' } }),
    ).toEqual({ databases: [{ name: 'other' }], ok: 1 });
    expect(await store.client.db('other').listCollections().toArray()).toMatchObject([
      { name: 'one', type: 'collection', idIndex: { key: { _id: 1 } } },
    ]);
    expect(await store.client.db('other').listCollections({}, { nameOnly: true }).toArray()).toEqual([
      { name: 'one', type: 'collection' },
    ]);
    expect(await things.indexes()).toMatchObject([{ name: '_id_' }, { name: 'kind_1', key: { kind: 1 } }]);
    expect(await things.estimatedDocumentCount()).toBe(20);
  });

  it('reads sizes of databases and collections', async () => {
    expect(await store.client.db('other').stats()).toMatchObject({
      db: 'other',
      collections: 1,
      objects: 1,
      indexes: 1,
    });
    const bytes = { size: expect.any(Number), avgObjSize: expect.any(Number), totalIndexSize: expect.any(Number) };
    expect(await store.db.command({ collStats: 'things' })).toMatchObject({ ns: 'test.things', count: 20, ...bytes });
    expect(await things.aggregate([{ $collStats: { storageStats: {} } }]).toArray()).toMatchObject([
      { storageStats: { count: 20, nindexes: 2, ...bytes } },
    ]);
    expect(await store.client.db().admin().serverStatus()).toMatchObject({ version: '7.0.0', process: 'mongos' });
    expect(await store.client.db().admin().serverInfo()).toMatchObject({ versionArray: [7, 0, 0, 0] });
  });

  it.each<[string, () => Promise<Document>, Document]>([
    ['a find', () => things.find({ kind: 'odd' }).explain(), { nReturned: 10, totalDocsExamined: 10 }],
    ['a find without an index', () => things.find({ n: 3 }).explain(), { nReturned: 1, totalDocsExamined: 20 }],
    [
      'an aggregate',
      () =>
        store.db.command({
          explain: { aggregate: 'things', pipeline: [{ $match: { kind: 'odd' } }, { $limit: 2 }], cursor: {} },
        }),
      { nReturned: 2, totalDocsExamined: 2 },
    ],
    [
      'a count',
      () => store.db.command({ explain: { count: 'things', query: { kind: 'odd' } } }),
      { totalKeysExamined: 10, totalDocsExamined: 0 },
    ],
    [
      'an update of one document',
      () =>
        store.db.command({ explain: { update: 'things', updates: [{ q: { kind: 'odd' }, u: { $set: { n: 0 } } }] } }),
      { nReturned: 1, totalDocsExamined: 1 },
    ],
    [
      'a delete, without deleting',
      () => store.db.command({ explain: { delete: 'things', deletes: [{ q: { kind: 'even' }, limit: 0 }] } }),
      { nReturned: 10 },
    ],
  ])('explains %s', async (_name, ask, executionStats) => {
    expect(await ask()).toMatchObject({ executionStats });
    expect(await things.countDocuments()).toBe(20);
  });

  it('validates a collection', async () => {
    expect(await store.db.command({ validate: 'things', full: true })).toMatchObject({
      valid: true,
      nrecords: 20,
      keysPerIndex: { _id_: 20, kind_1: 20 },
    });
  });
});

/** The commands that mongosh 2 sends while it connects, and for `show dbs` and `show log startupWarnings`. */
it.each<Document>([
  { hello: 1, helloOk: true },
  { ismaster: 1 },
  { ping: 1 },
  { buildInfo: 1 },
  { getParameter: 1, featureCompatibilityVersion: 1 },
  { connectionStatus: 1, showPrivileges: false },
  { listDatabases: 1, nameOnly: true, authorizedDatabases: true },
  { getLog: 'startupWarnings' },
])('a shell can run %j', async (command) => {
  expect(await store.client.db('admin').command(command)).toMatchObject({ ok: 1 });
});
