import type { Db, MongoClient } from 'mongodb';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { ChangeCounts } from '../drafts/write-plan.ts';
import { noCauses } from './change-causes.ts';
import { indexNow } from './index-ahead.ts';
import { readCurrentVersions } from './read-current-versions.ts';
import { serialize } from './serial-queue.ts';
import { takeArticles } from './take-articles.ts';
import { type WriteLimits, writeLimits } from './work-queue.ts';
import { runWrite } from './write-pipeline.ts';

export interface RetractSummary {
  /** The numbers of documents of each type that were created, updated and removed. */
  changes: ChangeCounts;
  /** Whether the article was ever stored. If not, nothing is written. */
  isKnown: boolean;
}

/** Withdraws an article at its stored version. Changes nothing if it is withdrawn already. */
export function retractArticle(
  database: Db,
  client: MongoClient,
  id: string,
  limits: WriteLimits = writeLimits,
): Promise<RetractSummary> {
  const prepare = async (drafts: StoreDrafts) => {
    const current = (await readCurrentVersions(drafts, [{ id, retracted: true }])).get(id);
    if (!current) return { work: { articles: [], entities: [] }, causes: noCauses, answer: async () => false };
    const version = current.version > 0 && { version: current.version };
    const { work, causes } = await takeArticles(drafts, [{ id, ...version, retracted: true }], indexNow);
    return { work, causes, answer: async () => true };
  };
  return serialize(client, async () => {
    const { changes, answer } = await runWrite(database, client, prepare, limits);
    return { changes, isKnown: answer };
  });
}
