import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '#embedded-store';
import type { StoreConfig } from '../../src/config/config.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { readShellCommands } from './shell-commands.ts';

export interface TestStore extends Store {
  config: StoreConfig;
  /**
   * The reads and writes that the store received since the last call, in order: `find incidents`. Left out are reads of
   * the revision, which depend on when something was written.
   */
  takeCommands(): string[];
}

const told = new Set([
  'find',
  'aggregate',
  'getMore',
  'insert',
  'update',
  'delete',
  'count',
  'distinct',
  'findAndModify',
]);

/**
 * Opens an empty store for a test file: embedded in a temporary folder, or a new database on the server in
 * `TEST_MONGODB_URI`. `close` removes it. With `TEST_SHARDED`, the collections of a sharded cluster are sharded. With
 * `TEST_ADDRESS_OPTIONS`, the store is opened by an address with these options, such as `readPreference=secondary`.
 */
export async function openTestStore(): Promise<TestStore> {
  const { TEST_MONGODB_URI: given, TEST_ADDRESS_OPTIONS: options } = process.env;
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), 'incident-graph-'));
  const served = folder && options ? await startEmbeddedStore({ dataDir: folder }) : undefined;
  const server = given ?? served?.uri;
  const config: StoreConfig = server
    ? { mongodbUri: addressOf(server, `test-${randomUUID().slice(0, 18)}`, options), openTimeoutMs: 30_000 }
    : { dataDir: folder as string };
  const store = await openStore(config, { monitorCommands: true });
  if (process.env.TEST_SHARDED) await shard(store);
  let commands: string[] = [];
  store.client.on('commandStarted', ({ commandName, command }) => {
    if (told.has(commandName) && command.comment !== 'revision')
      commands.push(`${commandName} ${String(command.collection ?? command[commandName])}`);
  });
  return {
    ...store,
    config,
    takeCommands() {
      const taken = commands;
      commands = [];
      return taken;
    },
    async close() {
      if (!folder) await store.database.dropDatabase();
      await store.close();
      await served?.close();
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function shard({ client, database }: Store): Promise<void> {
  for (const [name, key] of readShellCommands().shardKeys) {
    await client.db('admin').command({ shardCollection: `${database.databaseName}.${name}`, key });
  }
}

function addressOf(uri: string, database: string, options = ''): string {
  const url = new URL(uri);
  url.pathname = `/${database}`;
  for (const [option, value] of new URLSearchParams(options)) url.searchParams.set(option, value);
  return url.href;
}
