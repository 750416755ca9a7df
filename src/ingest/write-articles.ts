import type { Db, MongoClient } from 'mongodb';
import type { StatementDocument } from '../statement/statement-document.ts';
import { type ArticleVersion, applyVersions, isRetraction, type SkippedArticle } from './apply-versions.ts';
import { derive } from './derive/derive.ts';
import { createBudget } from './derive/work.ts';
import type { Merge } from './fold/merges.ts';
import { inOrder, isBusy } from './in-order.ts';
import { type Indexer, indexAhead, indexNow } from './index-ahead.ts';
import { type WriteLimits, writeLimits } from './pending.ts';
import { type ChangeCounts, countChanges } from './plan-write.ts';
import { readStanding } from './read-standing.ts';
import { withdrawalDocument } from './store-contents.ts';
import { createStoreDrafts, planOf, type StoreDrafts } from './store-drafts.ts';
import { type WaitingLink, waitingLinks } from './waiting-links.ts';
import { type Prepare, writeInTurn } from './write-in-turn.ts';

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
  if (dryRun) return tryArticles(database, accepted);
  const ahead = isBusy(client) ? indexAhead(database, accepted) : undefined;
  ahead?.catch(() => {}); // it is awaited when its turn has come
  return inOrder(client, async () => {
    const index = (await ahead) ?? indexNow;
    const prepare = (drafts: StoreDrafts) => takeArticles(drafts, accepted, index);
    const { changes, answer } = await writeInTurn(database, client, prepare, limits);
    return { changes, ...answer };
  });
}

async function tryArticles(database: Db, accepted: readonly ArticleVersion[]): Promise<WriteSummary> {
  const drafts = createStoreDrafts(database, undefined);
  const { work, answer } = await takeArticles(drafts, accepted, indexNow);
  await derive(drafts, work, createBudget(Number.POSITIVE_INFINITY));
  return { changes: countChanges(planOf(drafts)), ...(await answer(drafts)) };
}

async function takeArticles(
  drafts: StoreDrafts,
  accepted: readonly ArticleVersion[],
  index: Indexer,
): ReturnType<Prepare<Omit<WriteSummary, 'changes'>>> {
  const { view, articles, withdrawals } = drafts;
  const standing = await readStanding(drafts, accepted);
  const { changed, unchanged, skipped } = applyVersions(standing, accepted);
  articles.assumeAbsent([...changed.keys()].filter((id) => standing.get(id)?.hash === undefined));
  await articles.load(changed.keys());
  const merges = changed.size > 0 ? await view.find<Merge>('merges', {}) : [];
  const changes = [...changed].map(([id, version]) => {
    const [withdrawal] = version && isRetraction(version) ? withdrawalDocument(version) : [];
    withdrawals.set(id, withdrawal);
    const after = version && !isRetraction(version) ? index(version, merges) : undefined;
    return { before: articles.stored(id), after };
  });
  return {
    work: { articles: changes.filter(({ before, after }) => before ?? after), things: [] },
    answer: async (drafts) => ({ unchanged, skipped, waiting: await readWaiting(drafts) }),
  };
}

/** What statements will wait for, once the drafts are written. */
async function readWaiting({ view, statements }: StoreDrafts): Promise<WaitingLink[]> {
  type Waiting = Pick<StatementDocument, '_id' | 'waitsFor'>;
  const stored = await view.find<Waiting>('statements', { waitsFor: { $gt: '' } }, { reads: ['waitsFor'] });
  const drafted = new Map(statements.drafted().map(({ id, after }) => [id, after]));
  return waitingLinks([
    ...stored.filter(({ _id }) => !drafted.has(_id)),
    ...[...drafted.values()].flatMap((statement) => statement ?? []),
  ]);
}
