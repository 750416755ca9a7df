import type { ClientSession, Db, MongoClient } from 'mongodb';
import { type ArticleVersion, applyVersions, type SkippedArticle, standingArticles } from './apply-versions.ts';
import {
  type ChangeCounts,
  countChanges,
  planWrite,
  type StoredDocument,
  toOperation,
  type WritePlan,
} from './plan-write.ts';
import { articleVersions, contentsFrom, readContents, readMerges } from './store-contents.ts';
import { takeTurn } from './take-turn.ts';
import { type WaitingLink, waitingLinks } from './waiting-links.ts';

export interface WriteSummary {
  /** By type, how many documents are new, different and gone. */
  changes: ChangeCounts;
  /** How many of the accepted said what was stored already. */
  unchanged: number;
  /** Those that came too late: a newer version is stored, or withdrawn. */
  skipped: SkippedArticle[];
  /** Links of all stored statements whose other end is not stored. */
  waiting: WaitingLink[];
}

/**
 * Makes the store what it is when all articles in it and the `accepted` ones are folded; all in one step, where the
 * store has transactions. Where it has not, a write that is cut short is completed by the next one, whatever that
 * accepts. The collections must exist. A dry run only says what would change.
 *
 * Reads all that is stored.
 */
export async function writeArticles(
  database: Db,
  client: MongoClient,
  accepted: readonly ArticleVersion[],
  { dryRun }: { dryRun: boolean },
): Promise<WriteSummary> {
  if (dryRun) return (await prepare(database, undefined, accepted)).summary;
  return takeTurn(client, database, async (session) => {
    const { plan, summary } = await prepare(database, session, accepted);
    await execute(database, session, plan);
    return summary;
  });
}

async function prepare(
  database: Db,
  session: ClientSession | undefined,
  accepted: readonly ArticleVersion[],
): Promise<{ plan: WritePlan; summary: WriteSummary }> {
  const before = await readContents(database, session);
  const merges = await readMerges(database, session);
  const { articles, unchanged, skipped } = applyVersions(articleVersions(before), accepted);
  const plan = planWrite(before, contentsFrom(articles.values(), merges));
  const waiting = waitingLinks(standingArticles(articles.values()));
  return { plan, summary: { changes: countChanges(plan), unchanged, skipped, waiting } };
}

/** Articles come first: from them the rest can be made again. */
async function execute(database: Db, session: ClientSession | undefined, plan: WritePlan): Promise<void> {
  for (const [name, changes] of Object.entries(plan)) {
    if (changes.length === 0) continue;
    const options = { ordered: false, ...(session && { session }) };
    await database.collection<StoredDocument>(name).bulkWrite(changes.map(toOperation), options);
  }
}
