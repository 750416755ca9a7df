import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EmbeddedStore } from '#embedded-store';
import { packageRoot } from '../../src/config/package-root.ts';
import { seedFiles } from '../../src/ingest/seed-files.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createRandom } from '../random.ts';
import { makeArticles } from './articles.ts';

/** A store with articles, which runs in a process of its own. */
export interface Data {
  uri: string;
  /** The id of the store's process. */
  pid: number;
  summary: string;
  /** The variables to choose from: types of incidents, and ids of incidents in a random order. */
  variables: { type: string[]; id: string[] };
  close(): Promise<void>;
}

const wanted = Number(process.env.BENCH_ARTICLES ?? 2000);
const kept = process.env.BENCH_DATA_DIR;
const seed = 1;

/** Opens the embedded store, as it was built, and seeds it with articles if it is empty. */
export async function openData(): Promise<Data> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'bench-peers-'));
  mkdirSync(dataDir, { recursive: true });
  const built = join(packageRoot, 'packages', 'embedded-store', 'dist', 'embedded-store.js');
  const { startEmbeddedStore } = (await import(pathToFileURL(built).href)) as typeof import('#embedded-store');
  const embedded: EmbeddedStore = await startEmbeddedStore({ dataDir });
  const close = async () => {
    await embedded.close();
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const store = await openStore({ mongodbUri: embedded.uri });
    try {
      if ((await count(store, 'articles')) === 0) await fill(store);
      const summary = await summarize(store);
      const variables = await findVariables(store);
      return { uri: embedded.uri, pid: embedded.pid() ?? 0, summary, variables, close };
    } finally {
      await store.close();
    }
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(store: Store): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-articles-'));
  try {
    const file = join(folder, 'articles.ndjson');
    writeFileSync(file, [...makeArticles(wanted, seed)].map((article) => JSON.stringify(article)).join('\n'));
    const start = performance.now();
    const { articles, refusals } = await seedFiles(store, [file], { dryRun: false });
    if (articles.refused > 0) throw new Error(`Articles were refused: ${JSON.stringify(refusals[0])}`);
    console.log(`${articles.taken} articles seeded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function summarize(store: Store): Promise<string> {
  const names = ['articles', 'incidents', 'actors', 'locations', 'statements'];
  const counts = await Promise.all(names.map(async (name) => `${await count(store, name)} ${name}`));
  return counts.join(', ');
}

function count({ database }: Store, collection: string): Promise<number> {
  return database.collection(collection).countDocuments();
}

async function findVariables({ database }: Store): Promise<Data['variables']> {
  const documents = await database
    .collection('incidents')
    .find({}, { projection: { type: 1 } })
    .toArray();
  const random = createRandom(seed);
  const ids = documents.map(({ _id }) => ({ id: `Incident:${_id}`, place: random.below(1_000_000) }));
  return {
    type: [...new Set(documents.map(({ type }) => String(type)))].sort(),
    id: ids.sort((a, b) => a.place - b.place).map(({ id }) => id),
  };
}
