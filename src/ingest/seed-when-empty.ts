import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Collection } from 'mongodb';
import { packageRoot } from '../package-root.ts';
import type { Store } from '../store/open-store.ts';
import { findArticleFiles } from './find-article-files.ts';
import { formatRefusal } from './refusal.ts';
import { seedFiles } from './seed-files.ts';
import { readSeedInput } from './seed-input.ts';
import { writeArticles } from './write-articles.ts';

const shipped = join(packageRoot, 'seed', 'articles');

/**
 * Seeds the project's own article into a store without any, and says so: the first look is to show something. What lies
 * in folders beside it is noted as left for `seedTheRest`: it would take longer than a start may.
 */
export async function seedWhenEmpty(store: Store, say: (line: string) => void): Promise<void> {
  if (await store.database.collection('articles').findOne({}, { projection: { _id: 1 } })) return;
  await left(store).updateOne({ _id: 'shipped' }, { $set: { unfinished: true } }, { upsert: true });
  const files = findArticleFiles([shipped]).files.filter((file) => dirname(file) === shipped);
  const report = await seedFiles(store, files, { dryRun: false });
  const counts = Object.entries(report.changes).map(([type, { created }]) => plural(created, type.toLowerCase()));
  say(`Seeded the empty store from ${folderName()}: ${counts.join(', ')}`);
  for (const refusal of report.refusals) say(formatRefusal(refusal));
}

/** So few at a time, and with a rest after them, that who asks meanwhile hardly waits. */
const batchLimits = { articles: 10, bytes: 1024 * 1024 };
const restMs = 20;

/**
 * Seeds the other articles that are shipped, where `seedWhenEmpty` left them: a few at a time, until the signal. What
 * was not done then, or when the process was killed, the next start goes on with; not beside articles of somebody's own.
 */
export async function seedTheRest(store: Store, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const { database, client } = store;
  if (!(await left(store).findOne({ _id: 'shipped' }))) return;
  const { files } = findArticleFiles([shipped]);
  const reading = { onRead: () => {}, maxErrors: Number.POSITIVE_INFINITY, signal, concurrency: 1 };
  const input = await readSeedInput(database, files, reading);
  let created = 0;
  try {
    if (input.stopped !== undefined) return;
    const ids = [...input.batches(batchLimits)].flat().map(({ id }) => id);
    const articles = database.collection<{ _id: string }>('articles');
    if ((await articles.findOne({ _id: { $nin: ids } }, { projection: { _id: 1 } })) === null) {
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
  }
  await left(store).deleteOne({ _id: 'shipped' });
  if (created > 0) say(`Seeded ${plural(created, 'more article')} from ${folderName()}`);
}

/** Holds one document while there are articles left to seed. */
function left({ database }: Store): Collection<{ _id: 'shipped'; unfinished: boolean }> {
  return database.collection('control');
}

function folderName(): string {
  return relative(process.cwd(), shipped);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
