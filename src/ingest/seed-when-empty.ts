import { dirname, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Collection } from 'mongodb';
import type { Store } from '../store/open-store.ts';
import { plural } from '../text/plural.ts';
import { formatRejection } from './json/rejection.ts';
import { findArticleFiles } from './read/find-article-files.ts';
import { readSeedInput, type SeedInput } from './read/read-seed-input.ts';
import { seedFiles } from './seed-files.ts';
import { demoFolder, shippedFolder } from './shipped-articles.ts';
import { writeArticles } from './write/write-articles.ts';
import { writeMerges } from './write/write-merges.ts';

/**
 * Seeds the project's own article into a store without articles, so that a first query returns something. The shipped
 * articles in subfolders would delay the start; `seedRemaining` seeds them later. Does nothing if the store has
 * articles.
 */
export async function seedWhenEmpty(store: Store, say: (line: string) => void): Promise<void> {
  if (await store.database.collection('articles').findOne({}, { projection: { _id: 1 } })) return;
  await left(store).updateOne({ _id: 'shipped' }, { $set: { unfinished: true } }, { upsert: true });
  const files = findArticleFiles([shippedFolder]).files.filter((file) => dirname(file) === shippedFolder);
  // Nobody is shown warnings here, and finding them takes a fifth of the start.
  const report = await seedFiles(store, files, { dryRun: false, grounds: false });
  const counts = Object.entries(report.changes).map(([type, { created }]) => plural(created, type.toLowerCase()));
  say(`Seeded the empty store from ${folderName()}: ${counts.join(', ')}`);
  for (const rejection of report.refusals) say(formatRejection(rejection));
}

/** Small batches, with a pause after each, so that queries are hardly delayed. */
const batchLimits = { articles: 10, bytes: 1024 * 1024 };
const mergesAtOnce = 100;
const restMs = 20;

export interface ShippedOptions {
  /** Whether the invented articles are seeded too. */
  demo: boolean;
}

/**
 * Seeds the shipped articles and merges that `seedWhenEmpty` left, a few at a time, until the signal. After an abort or
 * a crash, the next start resumes. Does nothing if the store has articles that were not shipped.
 */
export async function seedRemaining(
  store: Store,
  say: (line: string) => void,
  signal: AbortSignal,
  { demo }: ShippedOptions,
): Promise<void> {
  const { database, client } = store;
  if (!(await left(store).findOne({ _id: 'shipped' }))) return;
  const input = await read([shippedFolder], demo ? [] : [demoFolder]);
  const demos = await read([demoFolder], []);
  let created = 0;
  try {
    if (input.stopped !== undefined || demos.stopped !== undefined) return;
    const ids = [...idsOf(input), ...idsOf(demos)];
    const articles = database.collection<{ _id: string }>('articles');
    if ((await articles.findOne({ _id: { $nin: ids } }, { projection: { _id: 1 } })) === null) {
      for (const batch of input.mergeBatches(mergesAtOnce)) {
        if (signal.aborted) return;
        const merges = batch.map(({ merge: { from, into } }) => ({ _id: from, into }));
        await writeMerges(database, client, merges);
      }
      for (const batch of input.batches(batchLimits)) {
        if (signal.aborted) return;
        const { changes } = await writeArticles(database, client, batch, { dryRun: false });
        created += changes.Article.created;
        await sleep(restMs);
      }
    }
    if (signal.aborted) return;
  } finally {
    input.close();
    demos.close();
  }
  await left(store).deleteOne({ _id: 'shipped' });
  if (created > 0) say(`Seeded ${plural(created, 'more article')} from ${folderName()}`);

  function read(folders: readonly string[], except: readonly string[]): Promise<SeedInput> {
    const { files } = findArticleFiles(folders, { except });
    const reading = { onRead: () => {}, maxErrors: Number.POSITIVE_INFINITY, signal, concurrency: 1, grounds: false };
    return readSeedInput(database, files, reading);
  }
}

function idsOf(input: SeedInput): string[] {
  return [...input.batches(batchLimits)].flat().map(({ id }) => id);
}

/** Returns the collection that holds one document as long as shipped articles are left to seed. */
function left({ database }: Store): Collection<{ _id: 'shipped'; unfinished: boolean }> {
  return database.collection('control');
}

function folderName(): string {
  return relative(process.cwd(), shippedFolder);
}
