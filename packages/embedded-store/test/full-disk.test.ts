import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StoreProcess, startStoreProcess } from './crash/store-process.ts';

interface Thing {
  _id: number;
  text: string;
}

/** Limits the data file to 4 MB. */
describe.skipIf(process.platform === 'win32')('on a full disk', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'full-disk-'));
  let store: StoreProcess;
  let client: MongoClient;
  let db: Db;
  let written = 0;
  beforeAll(async () => {
    store = startStoreProcess(dataDir, { maxFileKB: 4096 });
    client = await new MongoClient(await store.uri).connect();
    db = client.db('test');
  }, 30_000);
  afterAll(async () => {
    await client.close();
    await store.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const things = () => db.collection<Thing>('things');
  const insertBatch = async () => {
    await things().insertMany(Array.from({ length: 50 }, (_, i) => ({ _id: written + i, text: 'x'.repeat(1500) })));
    written += 50;
  };

  it('rejects a write completely, keeps acknowledged writes, and serves other commands', async () => {
    const filling = (async () => {
      for (;;) await insertBatch();
    })();
    await expect(filling).rejects.toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
    expect(written).toBeGreaterThan(100);
    await expect(insertBatch()).rejects.toMatchObject({ code: 14031 });
    const other = await new MongoClient(await store.uri).connect();
    const ids = (await other.db('test').collection<Thing>('things').find().toArray()).map(({ _id }) => _id);
    await other.close();
    expect(ids).toEqual(Array.from({ length: written }, (_, i) => i));
  });

  it('accepts writes again once there is space', async () => {
    for (let n = 0; n < 200; n += 10) await things().deleteMany({ _id: { $gte: n, $lt: n + 10 } });
    await insertBatch();
    expect(await things().countDocuments()).toBe(written - 200);
    expect(await db.command({ validate: 'things' })).toMatchObject({ valid: true });
  });
});
