import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import { toFile } from '../src/import/article-output.ts';
import { importUcdp } from '../src/import/ucdp/import-ucdp.ts';
import { readContents } from '../src/ingest/drafts/store-contents.ts';
import { seedFiles } from '../src/ingest/seed-files.ts';
import { verifyStore } from '../src/ingest/write/verify-store.ts';
import { openStore, type Store } from '../src/store/open-store.ts';
import { seedData } from './seed-data.ts';

const batchLength = 500;
const generatedArticles = Number(process.env.BENCH_ARTICLES ?? 8_000);

/**
 * Measures how fast articles are seeded from an NDJSON file into an empty store: the events of a table of UCDP's
 * Georeferenced Event Dataset, one article each, or generated sets of many relations (`dense`, and `wire`, which is
 * kept out of tuning) of BENCH_ARTICLES articles, 8,000 by default. For comparison, the bare driver writes the resulting
 * documents with the same indexes. Also measures how fast a second run finds that nothing is new. Runs on the embedded
 * store, and on a new database of the server in BENCH_MONGODB_URI if set.
 */
export async function benchSeed(sets: readonly string[]): Promise<void> {
  if (sets.length === 0) throw new Error('No data given. Usage: npm run bench -- seed ged*.csv.gz|dense|wire ...');
  for (const set of sets) await benchSet(set);
}

async function benchSet(set: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-articles-'));
  try {
    const file = join(folder, 'articles.ndjson');
    await writeArticlesOf(set, file);
    await benchStore(`${set}, embedded store`, file, undefined);
    const uri = process.env.BENCH_MONGODB_URI;
    if (uri) await benchStore(`${set}, ${new URL(uri).host}`, file, uri);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchStore(name: string, file: string, uri: string | undefined): Promise<void> {
  const seeded = await openEmpty('seeded', uri);
  try {
    const first = await measure(() => seedFiles(seeded.store, [file], { dryRun: false }));
    const second = await measure(() => seedFiles(seeded.store, [file], { dryRun: false }));
    const contents = await readContents(seeded.store.database);
    const articles = contents.articles.length;
    const documents = Object.values(contents).flat().length;
    console.log(name);
    report(`${articles} articles seeded`, articles, first);
    report('seeded again, unchanged', articles, second);
    const bare = await openEmpty('bare', uri);
    const driver = await measure(() => insertAll(bare.store, contents)).finally(bare.close);
    report(`${documents} documents by the bare driver`, articles, driver);
    compare('seeding to the bare driver', driver / first, 0.5);
    compare('a second run to the first', first / second, 10);
    const faults = (await verifyStore(seeded.store.database)).filter(({ isFault }) => isFault);
    console.log(`${faults.length} documents differ from a rebuild`);
  } finally {
    await seeded.close();
  }
}

async function writeArticlesOf(set: string, file: string): Promise<void> {
  const output = toFile(file);
  const generated = seedData.find(({ name }) => name === set);
  if (generated) for (const article of generated.articles(generatedArticles)) await output.write(article);
  else for await (const { article } of importUcdp(set)) if (article) await output.write(article);
  await output.close();
}

async function openEmpty(name: string, uri: string | undefined): Promise<{ store: Store; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), `bench-${name}-`));
  const database = `bench_${name}_${process.pid}`;
  const store = await openStore(
    uri ? { mongodbUri: Object.assign(new URL(uri), { pathname: database }).href } : { dataDir },
  );
  return {
    store,
    async close() {
      if (uri) await store.database.dropDatabase();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function insertAll({ database }: Store, contents: object): Promise<void> {
  for (const [name, documents] of Object.entries(contents) as [string, Document[]][]) {
    for (const batch of batchesOf(documents)) await database.collection(name).insertMany(batch, { ordered: false });
  }
}

function* batchesOf<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchLength) yield all.slice(start, start + batchLength);
}

async function measure(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function report(name: string, articles: number, ms: number): void {
  const rate = Math.round((articles / ms) * 1000);
  console.log(`${name.padEnd(40)}${`${(ms / 1000).toFixed(1)} s`.padStart(10)}${`${rate} articles/s`.padStart(20)}`);
}

function compare(name: string, ratio: number, min: number): void {
  const verdict = ratio < min ? `  LESS THAN ${min}` : '';
  console.log(`${name.padEnd(40)}${`${ratio.toFixed(2)} times as fast`.padStart(30)}${verdict}`);
}
