import { truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { startEmbeddedStore } from '../../src/embedded/embedded-store.ts';
import { openStore, temporaryFolder } from './test-store.ts';

describe('a folder', () => {
  it('serves several stores at once, which see each other', async () => {
    const first = await openStore();
    const second = await startEmbeddedStore({ dataDir: first.dataDir });
    const client = await new MongoClient(second.uri).connect();
    const [here, there] = [first.db.collection('shared'), client.db('test').collection('shared')];
    for (let n = 0; n < 30; n++) {
      await (n % 2 === 0 ? here : there).insertOne({ _id: n as never, n });
      expect(await (n % 2 === 0 ? there : here).countDocuments({})).toBe(n + 1);
    }
    await here.createIndex({ n: -1 });
    expect(await there.find({ n: { $gt: 27 } }).explain('queryPlanner')).toMatchObject({
      queryPlanner: { winningPlan: { inputStage: { stage: 'IXSCAN', indexName: 'n_-1' } } },
    });
    await there.insertOne({ _id: 99 as never, n: [5, 6] as never });
    expect(await here.find({ n: 6 }).toArray()).toHaveLength(2);
    expect(await here.db.command({ validate: 'shared' })).toMatchObject({ valid: true });
    await client.close();
    await second.close();
    await first.close();
  });

  it('keeps what it holds when it is opened again', async () => {
    const first = await openStore();
    await first.db.collection('kept').insertOne({ _id: 1 as never });
    await first.client.close();
    await first.store.close();
    const second = await openStore(first.dataDir);
    expect(await second.db.collection('kept').countDocuments({})).toBe(1);
    await second.close();
  });

  it.each([
    ['INCOMPATIBLE_VERSION', (folder: string) => writeFileSync(join(folder, 'FORMAT'), 'something else, format 9\n')],
    ['FOREIGN_DATA', (folder: string) => writeFileSync(join(folder, 'data.mdb'), 'not ours')],
  ])('is refused with %s and left as it is', async (code, spoil) => {
    const dataDir = temporaryFolder();
    spoil(dataDir);
    await expect(startEmbeddedStore({ dataDir })).rejects.toMatchObject({ code });
  });

  it.each([
    ['is cut off', (file: string) => truncateSync(file, 20_000)],
    ['is overwritten', (file: string) => writeFileSync(file, Buffer.alloc(100_000, 7))],
  ])('is refused when its data file %s', async (_how, damage) => {
    const first = await openStore();
    await first.db.collection('kept').insertMany(Array.from({ length: 500 }, (_, n) => ({ n, text: 'x'.repeat(500) })));
    await first.client.close();
    await first.store.close();
    damage(join(first.dataDir, 'data.mdb'));
    await expect(startEmbeddedStore({ dataDir: first.dataDir })).rejects.toMatchObject({ code: 'CORRUPT_DATA' });
  });

  it('is refused when it is a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedStore({ dataDir: file })).rejects.toMatchObject({ code: 'NOT_A_FOLDER' });
  });
});

it('is refused with PORT_IN_USE when the port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  await expect(
    startEmbeddedStore({ dataDir: temporaryFolder(), listen: { host: '127.0.0.1', port } }),
  ).rejects.toMatchObject({ code: 'PORT_IN_USE' });
  taken.close();
});
