import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Document } from 'mongodb';
import { openStore, type Store } from '../src/store/open-store.ts';
import { openGateway } from './open-gateway.ts';

/** A gateway over a store that holds generated data. */
export interface Contender {
  name: string;
  app: FastifyInstance;
  /** The reads that it sent since the list was emptied. */
  commands: string[];
  /** Begins a turn of writing, after which kept summaries are computed again. */
  beginTurn(): Promise<void>;
  close(): Promise<void>;
}

export interface GeneratedData {
  name: string;
  /** The documents of each collection. */
  documents(): Record<string, Document[]>;
}

const kept = process.env.BENCH_DATA_DIR;

/**
 * Opens a gateway on the embedded store, and one on the server in BENCH_MONGODB_URI if set, each filled with the data.
 * BENCH_DATA_DIR keeps the data for the next run.
 */
export async function openContenders(bench: string, data: GeneratedData): Promise<Contender[]> {
  const slug = `${bench}-${data.name.replaceAll(' ', '-')}`;
  const dataDir = kept === undefined ? mkdtempSync(join(tmpdir(), 'bench-')) : join(kept, slug);
  const embedded = await open('embedded', data, { dataDir }, () => rmSync(dataDir, { recursive: true, force: true }));
  const uri = process.env.BENCH_MONGODB_URI;
  if (uri === undefined) return [embedded];
  const address = new URL(uri);
  address.pathname = kept === undefined ? `/bench-${slug}-${process.pid}` : `/bench-${slug}`;
  const other = await open(address.host, data, { mongodbUri: address.href }, (store) => store.database.dropDatabase());
  return [embedded, other];
}

/** Returns the data of an answer. Throws if it has errors. */
export async function ask<T>({ app }: Contender, query: string, variables: object = {}): Promise<T> {
  const { data, errors } = (
    await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })
  ).json();
  if (errors) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`);
  return data as T;
}

async function open(
  name: string,
  data: GeneratedData,
  config: Parameters<typeof openStore>[0],
  clear: (store: Store) => unknown,
): Promise<Contender> {
  const store = await openStore(config, { monitorCommands: true });
  (globalThis as any).benchClient = store.client; await fill(name, store, data);
  const { app, commands } = await openGateway(store);
  return {
    name,
    app,
    commands,
    async beginTurn() {
      const control = store.database.collection<{ _id: string; writes?: number }>('control');
      await control.updateOne({ _id: 'seed' }, { $inc: { writes: 1 } }, { upsert: true });
    },
    async close() {
      await app.close();
      if (kept === undefined) await clear(store);
      await store.close();
    },
  };
}

/** Stores the documents, unless an earlier run has. */
async function fill(name: string, { database }: Store, { documents }: GeneratedData): Promise<void> {
  if ((await database.collection('articles').countDocuments({}, { limit: 1 })) > 0) return;
  const start = performance.now();
  const counts: string[] = [];
  for (const [collection, all] of Object.entries(documents())) {
    counts.push(`${all.length} ${collection}`);
    for (let i = 0; i < all.length; i += 1000)
      await database.collection(collection).insertMany(all.slice(i, i + 1000), { ordered: false });
  }
  console.log(`${name}: ${counts.join(', ')} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
