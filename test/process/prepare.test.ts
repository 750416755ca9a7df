import { Collection, Db } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMissing, describeMissing, findMissing } from '../../src/store/collections.ts';
import { openStore } from '../../src/store/open-store.ts';
import { answersAt, createGateways, type Gateways } from '../support/gateways.ts';
import { openProxy, type StoreProxy } from '../support/proxy.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let store: TestStore;
let proxy: StoreProxy;
let gateways: Gateways;
let mongodbUri: string;
const names = [
  'accounts',
  'actors',
  'articles',
  'changes',
  'control',
  'incidents',
  'locations',
  'merges',
  'pending',
  'statements',
];

beforeAll(async () => {
  gateways = createGateways();
  store = await openTestStore();
  const [host] = store.client.options.hosts;
  proxy = await openProxy(host?.socketPath ?? `${host?.host}:${host?.port}`);
  mongodbUri = `mongodb://127.0.0.1:${proxy.port}/${store.database.databaseName}?directConnection=true`;
});
beforeEach(() => store.database.dropDatabase());
afterAll(async () => {
  await gateways?.remove();
  await proxy?.close();
  await store?.close();
});

const collectionNames = async () => (await store.database.listCollections().toArray()).map(({ name }) => name).sort();

describe('a store', () => {
  it('lacks all collections at first, and none once they are created', async () => {
    const missing = await findMissing(store.database);
    expect(missing.map(({ collection }) => collection).sort()).toEqual([...names, 'withdrawals']);
    await createMissing(store.database, missing);
    expect(await findMissing(store.database)).toEqual([]);
    expect(await collectionNames()).toEqual([...names, 'withdrawals']);
  });

  it('lacks exactly the collections and indexes that were dropped', async () => {
    const { database } = store;
    await createMissing(database, await findMissing(database));
    await database.collection('merges').drop();
    for (const { name = '', key } of await database.collection('incidents').indexes()) {
      if ('country' in key || 'point' in key) await database.collection('incidents').dropIndex(name);
    }
    // Neither of these replaces the index on the country: paths in another order, and a sparse index, answer less.
    await database.collection('incidents').createIndex({ 'order.start': -1, country: 1 });
    await database.collection('incidents').createIndex({ country: 1 });
    const missing = await findMissing(database);
    expect(missing.map(describeMissing).sort()).toEqual(['incidents (country, point)', 'merges']);
    await createMissing(database, missing);
    expect(await findMissing(database)).toEqual([]);
  });

  it('is only read when it is opened, if it lacks nothing or ENSURE_INDEXES is 0', async () => {
    const writes = [vi.spyOn(Db.prototype, 'createCollection'), vi.spyOn(Collection.prototype, 'createIndexes')];
    const bare = await openStore({ mongodbUri, ensureIndexes: false });
    expect(bare.missing).toContain('merges');
    expect(bare.missing).toHaveLength(11);
    await bare.close();
    expect(await collectionNames()).toEqual([]);
    await createMissing(store.database, await findMissing(store.database));
    for (const write of writes) write.mockClear();
    for (const ensureIndexes of [true, false]) {
      const opened = await openStore({ mongodbUri, ensureIndexes });
      expect(opened.missing).toEqual([]);
      await opened.close();
    }
    for (const write of writes) expect(write).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('npm run store:prepare', () => {
  const prepare = (...args: string[]) =>
    gateways.commands.run('prepare', args, { cwd: gateways.emptyFolder(), env: { MONGODB_URI: mongodbUri } });

  it('creates what is missing, with progress, and then has nothing to do', async () => {
    const found = await prepare('--check');
    expect(found).toMatchObject({ code: 65, stderr: '' });
    expect(found.stdout).toMatch(/^The MongoDB at \S+ lacks articles \(.*; control\n$/);
    expect(await collectionNames()).toEqual([]);
    const made = await prepare();
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^Created 1\d\d indexes in the MongoDB at \S+\n$/);
    expect(made.stderr.split('\n').map((line) => line.slice(0, 8))).toContain('11 of 11');
    expect(await findMissing(store.database)).toEqual([]);
    expect((await prepare()).stdout).toMatch(/^The MongoDB at \S+ has all collections and indexes\n$/);
    expect(await prepare('--check')).toMatchObject({ code: 0 });
    expect(JSON.parse((await prepare('--json')).stdout)).toMatchObject({ created: [] });
  });

  it('makes a gateway with ENSURE_INDEXES=0 stop warning', async () => {
    const env = { MONGODB_URI: mongodbUri, ENSURE_INDEXES: '0' };
    const first = gateways.start(env);
    await first.waitFor(answersAt);
    first.child.kill('SIGINT');
    await first.ended;
    const logged = first.stdout + first.stderr;
    expect(logged).toContain('The store lacks indexes: run \\"npm run store:prepare\\"');
    expect(logged).toContain('incidents (');
    expect(await collectionNames()).toEqual([]);
    expect((await prepare()).code).toBe(0);
    const second = gateways.start(env);
    await second.waitFor(answersAt);
    second.child.kill('SIGINT');
    await second.ended;
    expect(second.stdout + second.stderr).not.toContain('lacks indexes');
  });
});
