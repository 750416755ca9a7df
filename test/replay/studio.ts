import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMissing, findMissing } from '../../src/store/collections.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type CommandLog, logCommands } from './log-commands.ts';
import type { Recording, Sequence } from './recording.ts';

/** An embedded store whose commands are logged, and the recording that is made of them. */
export interface Studio {
  recording: Recording;
  log: CommandLog;
  /** Returns the store with another database, which is empty but for the collections and indexes unless `bare`. */
  open(database: string, options?: { bare: boolean }): Promise<Store>;
  /** Runs `work`, and adds what it sends to the recording. */
  record(sequence: Omit<Sequence, 'steps'>, work: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

export async function openStudio(): Promise<Studio> {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  const store = await openStore({ dataDir: folder }, { monitorCommands: true });
  const log = logCommands(store.client);
  const recording: Recording = { worlds: {}, sequences: [] };
  return {
    recording,
    log,
    async open(name, { bare } = { bare: false }) {
      const database = store.client.db(name);
      if (!bare) await createMissing(database, await findMissing(database));
      return { ...store, database, queryDatabase: database };
    },
    async record(sequence, work) {
      log.take();
      await work();
      recording.sequences.push({ ...sequence, steps: log.take() });
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
