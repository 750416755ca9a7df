import { statSync } from 'node:fs';
import type { Store } from '../store/open-store.ts';
import type { ArticleVersion, SkippedArticle } from './apply-versions.ts';
import { addChanges, type ChangeCounts, noChanges } from './plan-write.ts';
import { maxRefusals, type Refusal } from './refusal.ts';
import { createRehearsal } from './rehearsal.ts';
import { readSeedInput, type SeedInput } from './seed-input.ts';
import { writeArticles } from './write-articles.ts';

export interface SeedOptions {
  dryRun: boolean;
  /** Ends the run at this many refusals; nothing is written then. */
  maxErrors?: number | undefined;
  /** Ends the run after the batches in hand: the one that is written, and the one that is prepared. */
  signal?: AbortSignal | undefined;
  /** How many threads parse NDJSON: 1, which is this one, unless this says more. Articles are written by one, in turns. */
  concurrency?: number | undefined;
  /** Told after each read and each batch. */
  onProgress?: ((progress: SeedProgress) => void) | undefined;
}

export interface SeedProgress {
  /** Bytes of files are read, articles are written. */
  phase: 'reading' | 'writing';
  done: number;
  of: number;
}

export interface SeedReport {
  dryRun: boolean;
  files: number;
  /** What ended the run before its end: `maxErrors`, or the signal, while `reading` or `writing`. */
  stopped?: 'refusals' | 'reading' | 'writing';
  /** `left` are those that were read and, as the run was ended, not written. */
  articles: { taken: number; unchanged: number; skipped: number; refused: number; left: number };
  /** By type, how many documents are new, different and gone. */
  changes: ChangeCounts;
  /** The first 1,000. */
  skipped: SkippedArticle[];
  /** Links to statements of articles that are not stored. */
  waiting: number;
  /** The first 1,000. */
  refusals: Refusal[];
  /** All. */
  refusalCount: number;
}

/** A transaction beyond this is slow to commit, long to repeat, and two of them are in memory at once. */
const batchLimits = { articles: 250, bytes: 4 * 1024 * 1024 };

/**
 * Seeds the articles of some files: each whole or not at all, those of a batch in one step. An article that is refused
 * changes nothing, and the others are taken all the same. All files are read before anything is written.
 * Memory is bounded however large the files are.
 */
export async function seedFiles(store: Store, files: readonly string[], options: SeedOptions): Promise<SeedReport> {
  const { dryRun, maxErrors = Number.POSITIVE_INFINITY, concurrency = 1, signal, onProgress } = options;
  const of = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    onProgress?.({ phase: 'reading', done, of });
  };
  onRead(0);
  const input = await readSeedInput(store.database, files, { onRead, maxErrors, signal, concurrency });
  try {
    return await seedInput(store, input, files.length, { dryRun, signal, onProgress });
  } finally {
    input.close();
  }
}

async function seedInput(
  { database, client }: Store,
  input: SeedInput,
  files: number,
  { dryRun, signal, onProgress }: SeedOptions,
): Promise<SeedReport> {
  const { accepted, repeated, refused, refusals, refusalCount } = input;
  const articles = { taken: 0, unchanged: repeated, skipped: 0, refused, left: accepted };
  const report: SeedReport = {
    dryRun,
    files,
    articles,
    changes: noChanges(),
    skipped: [],
    waiting: 0,
    refusals,
    refusalCount,
  };
  if (input.stopped) return { ...report, stopped: input.stopped === 'signal' ? 'reading' : 'refusals' };
  onProgress?.({ phase: 'writing', done: 0, of: accepted });
  const rehearsal = dryRun ? createRehearsal(database) : undefined;
  let writing: Promise<void> = Promise.resolve();
  try {
    for (const batch of batchesOf(input)) {
      if (signal?.aborted) break;
      const before = writing;
      writing = writeBatch(batch); // while one is written, the next is prepared
      await before;
    }
  } finally {
    await writing;
    await rehearsal?.close();
  }
  return articles.left > 0 ? { ...report, stopped: 'writing' } : report;

  async function writeBatch(batch: ArticleVersion[]): Promise<void> {
    const { changes, unchanged, skipped, waiting } = await (rehearsal?.take(batch) ??
      writeArticles(database, client, batch, { dryRun: false }));
    report.changes = addChanges(report.changes, changes);
    report.waiting = waiting.length;
    report.skipped.push(...skipped.slice(0, maxRefusals - report.skipped.length));
    articles.taken += batch.length - unchanged - skipped.length;
    articles.unchanged += unchanged;
    articles.skipped += skipped.length;
    articles.left -= batch.length;
    onProgress?.({ phase: 'writing', done: accepted - articles.left, of: accepted });
  }
}

/** A batch there is always: what an earlier run could not finish is finished with the first one. */
function* batchesOf(input: SeedInput): Generator<ArticleVersion[]> {
  if (input.accepted === 0) yield [];
  else yield* input.batches(batchLimits);
}
