import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import type { Article } from '../src/article/article.ts';
import { importUcdp } from '../src/import/ucdp/import-ucdp.ts';
import { readContents } from '../src/ingest/store-contents.ts';
import { verifyStore } from '../src/ingest/verify-store.ts';
import { writeArticles } from '../src/ingest/write-articles.ts';
import { openStore, type Store } from '../src/store/open-store.ts';

const batchLength = 500;

/**
 * How fast the events of a table of UCDP's Georeferenced Event Dataset, an article each, go into an empty store; beside
 * it the bare driver, which writes the very documents that result into the same indexes; and how fast a second run sees
 * that nothing is new. The store is embedded, or a database of its own on the server that BENCH_MONGODB_URI names.
 */
export async function benchSeed([table]: readonly string[]): Promise<void> {
  if (table === undefined) throw new Error('Name a table: `npm run bench -- seed ged*.csv.gz`');
  const articles = await readArticles(table);
  const seeded = await openEmpty('seeded');
  try {
    const first = await measure(() => seed(seeded.store, articles));
    const second = await measure(() => seed(seeded.store, articles));
    const contents = await readContents(seeded.store.database, undefined);
    const documents = Object.values(contents).flat().length;
    report(`${articles.length} articles seeded`, articles.length, first);
    report('seeded again, unchanged', articles.length, second);
    const bare = await openEmpty('bare');
    const driver = await measure(() => insertAll(bare.store, contents)).finally(bare.close);
    report(`${documents} documents by the bare driver`, articles.length, driver);
    compare('seeding to the bare driver', driver / first, 0.5);
    compare('a second run to the first', first / second, 10);
    const faults = (await verifyStore(seeded.store.database)).filter(({ isFault }) => isFault);
    console.log(`${faults.length} documents differ from a rebuild`);
  } finally {
    await seeded.close();
  }
}

async function readArticles(table: string): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const { article } of importUcdp(table)) if (article) articles.push(article);
  return articles;
}

async function openEmpty(name: string): Promise<{ store: Store; close(): Promise<void> }> {
  const uri = process.env.BENCH_MONGODB_URI;
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

async function seed({ database, client }: Store, articles: readonly Article[]): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (const batch of batchesOf(articles)) {
    const writing = writeArticles(database, client, batch, { dryRun: false });
    await before; // one is written while the next is prepared
    before = writing;
  }
  await before;
}

async function insertAll({ database }: Store, contents: object): Promise<void> {
  for (const [name, documents] of Object.entries(contents) as [string, Document[]][]) {
    for (const batch of batchesOf(documents)) await database.collection(name).insertMany(batch, { ordered: false });
  }
}

function* batchesOf<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchLength) yield all.slice(start, start + batchLength);
}

async function measure(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function report(name: string, articles: number, ms: number): void {
  const rate = Math.round((articles / ms) * 1000);
  console.log(`${name.padEnd(40)}${`${(ms / 1000).toFixed(1)} s`.padStart(10)}${`${rate} articles/s`.padStart(20)}`);
}

function compare(name: string, ratio: number, least: number): void {
  const verdict = ratio < least ? `  LESS THAN ${least}` : '';
  console.log(`${name.padEnd(40)}${`${ratio.toFixed(2)} times as fast`.padStart(30)}${verdict}`);
}
