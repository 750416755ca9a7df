import type { Db, MongoClient } from 'mongodb';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { ChangeCounts } from '../drafts/write-plan.ts';
import type { ArticleVersion } from '../fold/apply-versions.ts';
import { createDryRun } from './dry-run.ts';
import { indexAhead, indexNow } from './index-ahead.ts';
import { isBusy, serialize } from './serial-queue.ts';
import { type TakenArticles, takeArticles } from './take-articles.ts';
import { type WriteLimits, writeLimits } from './work-queue.ts';
import { runWrite } from './write-pipeline.ts';

export interface WriteSummary extends TakenArticles {
  /** How many documents of each type were created, updated and removed. */
  changes: ChangeCounts;
}

/**
 * Writes the `accepted` articles and all documents that follow from them, so that the store equals a fold of all its
 * articles. One transaction writes them, and further ones the entities beyond `limits`. On a store without
 * transactions, the next write rolls back an interrupted one and completes it. The collections must exist. A dry run
 * only reports the changes. With `replaces`, articles of which another version is stored are skipped (`applyVersions`).
 *
 * Reads and writes the entities that the articles name or named, and the documents that derive from them, all of which
 * are in memory at once: pass a few hundred articles at most. Unchanged articles cost only a read of hashes. The writes
 * of one client run in call order; the next one is indexed while one waits for the store.
 */
export async function writeArticles(
  database: Db,
  client: MongoClient,
  accepted: readonly ArticleVersion[],
  { dryRun, limits = writeLimits, replaces }: { dryRun: boolean; limits?: WriteLimits; replaces?: number | undefined },
): Promise<WriteSummary> {
  if (dryRun) return dryRunArticles(database, accepted, replaces);
  const ahead = isBusy(client) ? indexAhead(database, accepted) : undefined;
  ahead?.catch(() => {}); // it is awaited below
  return serialize(client, async () => {
    const index = (await ahead) ?? indexNow;
    const prepare = (drafts: StoreDrafts) => takeArticles(drafts, accepted, index, replaces);
    const { changes, answer } = await runWrite(database, client, prepare, limits);
    return { changes, ...answer };
  });
}

async function dryRunArticles(
  database: Db,
  accepted: readonly ArticleVersion[],
  replaces: number | undefined,
): Promise<WriteSummary> {
  const dryRunner = createDryRun(database);
  try {
    return await dryRunner.take(accepted, replaces);
  } finally {
    await dryRunner.close();
  }
}
