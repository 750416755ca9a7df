import type { Db, MongoClient } from 'mongodb';
import type { ArticleVersion } from './apply-versions.ts';
import { inOrder, isBusy } from './in-order.ts';
import { indexAhead, indexNow } from './index-ahead.ts';
import { type WriteLimits, writeLimits } from './pending.ts';
import type { ChangeCounts } from './plan-write.ts';
import { createRehearsal } from './rehearsal.ts';
import type { StoreDrafts } from './store-drafts.ts';
import { type TakenArticles, takeArticles } from './take-articles.ts';
import { writeInTurn } from './write-in-turn.ts';

export interface WriteSummary extends TakenArticles {
  /** By type, how many documents are new, different and gone. */
  changes: ChangeCounts;
}

/**
 * Makes the store what it is when all articles in it and the `accepted` ones are folded; all in one step, where the
 * store has transactions. Where it has not, a write that is cut short is completed by the next one, whatever that
 * accepts. The collections must exist. A dry run only says what would change.
 *
 * Reads and writes what these articles name or named, and what derives from that; only, of articles that say nothing
 * new, their hashes. All of it is in memory at once: pass at most some hundred articles. Several writes of one client
 * are done in the order in which they are asked for; while one waits for the store, the next is prepared.
 */
export async function writeArticles(
  database: Db,
  client: MongoClient,
  accepted: readonly ArticleVersion[],
  { dryRun, limits = writeLimits }: { dryRun: boolean; limits?: WriteLimits },
): Promise<WriteSummary> {
  if (dryRun) return rehearseArticles(database, accepted);
  const ahead = isBusy(client) ? indexAhead(database, accepted) : undefined;
  ahead?.catch(() => {}); // it is awaited when its turn has come
  return inOrder(client, async () => {
    const index = (await ahead) ?? indexNow;
    const prepare = (drafts: StoreDrafts) => takeArticles(drafts, accepted, index);
    const { changes, answer } = await writeInTurn(database, client, prepare, limits);
    return { changes, ...answer };
  });
}

async function rehearseArticles(database: Db, accepted: readonly ArticleVersion[]): Promise<WriteSummary> {
  const rehearsal = createRehearsal(database);
  try {
    return await rehearsal.take(accepted);
  } finally {
    await rehearsal.close();
  }
}
