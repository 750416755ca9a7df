import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { type EmbeddedStore, type EmbeddedStoreOptions, startEmbeddedStore } from '../src/embedded-store.ts';

export interface TestStore {
  store: EmbeddedStore;
  client: MongoClient;
  db: Db;
  dataDir: string;
  /** Stops the store and keeps the folder. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** An embedded store in a temporary folder, which is removed when it closes. */
export async function openStore(
  dataDir = temporaryFolder(),
  limits: EmbeddedStoreOptions['limits'] = {},
): Promise<TestStore> {
  const store = await startEmbeddedStore({ dataDir, limits });
  const client = await new MongoClient(store.uri).connect();
  const stop = async () => {
    await client.close();
    await store.close();
  };
  return {
    stop,
    store,
    client,
    db: client.db('test'),
    dataDir,
    async close() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'embedded-store-'));
}
