import type { Store } from '../store/open-store.ts';
import type { SkippedArticle } from './apply-versions.ts';
import type { ChangeCounts } from './plan-write.ts';
import type { Refusal } from './refusal.ts';
import { type AcceptedArticle, readSeedInput } from './seed-input.ts';
import { writeArticles } from './write-articles.ts';

export interface SeedOptions {
  dryRun: boolean;
  /** Told after each file and each batch. */
  onProgress?: (progress: SeedProgress) => void;
}

export interface SeedProgress {
  phase: 'reading' | 'writing';
  done: number;
  of: number;
}

export interface SeedReport {
  dryRun: boolean;
  files: number;
  articles: { taken: number; unchanged: number; skipped: number; refused: number };
  /** By type, how many documents are new, different and gone. */
  changes: ChangeCounts;
  skipped: SkippedArticle[];
  /** Links to statements of articles that are not stored. */
  waiting: number;
  refusals: Refusal[];
  /** All, where `refusals` holds the first of each article. */
  refusalCount: number;
}

/** A transaction beyond this is slow to commit, and long to repeat. */
const maxBatchArticles = 500;
const maxBatchBytes = 8 * 1024 * 1024;

/**
 * Seeds the articles of some files: each whole or not at all, those of a batch in one step. An article that is refused
 * changes nothing, and the others are taken all the same.
 */
export async function seedFiles(
  store: Store,
  files: readonly string[],
  { dryRun, onProgress }: SeedOptions,
): Promise<SeedReport> {
  const { accepted, repeated, refused, refusals, refusalCount } = readSeedInput(files, (done) =>
    onProgress?.({ phase: 'reading', done, of: files.length }),
  );
  const report: SeedReport = {
    dryRun,
    files: files.length,
    articles: { taken: 0, unchanged: repeated, skipped: 0, refused },
    changes: noChanges(),
    skipped: [],
    waiting: 0,
    refusals,
    refusalCount,
  };
  let done = 0;
  for (const batch of dryRun ? [accepted] : batchesOf(accepted)) {
    const articles = batch.map(({ article }) => article);
    const { changes, unchanged, skipped, waiting } = await writeArticles(store.database, store.client, articles, {
      dryRun,
    });
    addChanges(report.changes, changes);
    report.articles.taken += batch.length - unchanged - skipped.length;
    report.articles.unchanged += unchanged;
    report.articles.skipped += skipped.length;
    report.skipped.push(...skipped);
    report.waiting = waiting.length;
    done += batch.length;
    onProgress?.({ phase: 'writing', done, of: accepted.length });
  }
  return report;
}

function* batchesOf(accepted: readonly AcceptedArticle[]): Generator<AcceptedArticle[]> {
  let batch: AcceptedArticle[] = [];
  let bytes = 0;
  for (const article of accepted) {
    if (batch.length === maxBatchArticles || (batch.length > 0 && bytes + article.bytes > maxBatchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(article);
    bytes += article.bytes;
  }
  if (batch.length > 0) yield batch;
}

function noChanges(): ChangeCounts {
  const none = () => ({ created: 0, updated: 0, removed: 0 });
  return { Incident: none(), Actor: none(), Statement: none(), Location: none(), Article: none() };
}

function addChanges(sum: ChangeCounts, changes: ChangeCounts): void {
  for (const type of Object.keys(sum) as (keyof ChangeCounts)[]) {
    sum[type].created += changes[type].created;
    sum[type].updated += changes[type].updated;
    sum[type].removed += changes[type].removed;
  }
}
