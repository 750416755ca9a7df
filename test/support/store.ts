import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreConfig } from '../../src/config.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';

export interface TestStore extends Store {
  config: StoreConfig;
  /** The reads and writes that the store received since the last call, in order: `find incidents`. */
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
 * An empty store of its own for a test file: embedded, in a folder of its own, or a database of its own on the server
 * that `TEST_MONGODB_URI` names. `close` leaves nothing behind.
 */
export async function openTestStore(): Promise<TestStore> {
  const server = process.env.TEST_MONGODB_URI;
  const folder = server ? undefined : await mkdtemp(join(tmpdir(), 'incident-graph-'));
  const config: StoreConfig = folder
    ? { dataDir: folder }
    : { mongodbUri: withDatabase(server as string, `test-${randomUUID().slice(0, 18)}`) };
  const store = await openStore(config, { monitorCommands: true });
  let commands: string[] = [];
  store.client.on('commandStarted', ({ commandName, command }) => {
    if (told.has(commandName)) commands.push(`${commandName} ${String(command.collection ?? command[commandName])}`);
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
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

function withDatabase(uri: string, database: string): string {
  const url = new URL(uri);
  url.pathname = `/${database}`;
  return url.href;
}
