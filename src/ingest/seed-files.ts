import { statSync } from 'node:fs';
import type { MergeEntry } from '../entities/article/article.ts';
import { formatNodeId } from '../query/node-id.ts';
import type { Store } from '../store/open-store.ts';
import { addChanges, type ChangeCounts, noChanges } from './drafts/write-plan.ts';
import { type ArticleVersion, isRetraction, type SkippedArticle } from './fold/apply-versions.ts';
import { maxRejections, type Rejection } from './json/rejection.ts';
import type { PlacedWarning } from './read/place-warnings.ts';
import { readSeedInput, type SeedInput } from './read/read-seed-input.ts';
import { createDryRun } from './write/dry-run.ts';
import { writeArticles } from './write/write-articles.ts';
import { writeMerges } from './write/write-merges.ts';

export interface SeedOptions {
  dryRun: boolean;
  /** Ends the run at this many rejections. Nothing is written then. */
  maxErrors?: number | undefined;
  /** Ends the run after the batch that is being written and the one that is being prepared. */
  signal?: AbortSignal | undefined;
  /** The number of threads that parse NDJSON; 1, the default, parses on the calling thread. Writing always uses one. */
  concurrency?: number | undefined;
  /** Whether articles are grounded, which gives their warnings; true by default. */
  grounds?: boolean | undefined;
  /** Called after each read and each batch. */
  onProgress?: ((progress: SeedProgress) => void) | undefined;
}

export interface SeedProgress {
  /** `done` and `of` count bytes while reading, articles while writing. */
  phase: 'reading' | 'writing';
  done: number;
  of: number;
}

export interface SeedReport {
  dryRun: boolean;
  files: number;
  /**
   * Why the run ended early; absent if it did not. `refusals` stands for `maxErrors`; `reading` and `writing` for the
   * signal in that phase.
   */
  stopped?: 'refusals' | 'reading' | 'writing';
  /** The numbers of articles. `left` counts the accepted articles that were not written because the run ended early. */
  articles: { taken: number; unchanged: number; skipped: number; refused: number; left: number };
  /** The same numbers for merges. `unknown` lists the first 1,000 ids that no article names. */
  merges: { taken: number; unchanged: number; left: number; unknown: string[] };
  /** The numbers of documents of each type that were created, updated and removed. */
  changes: ChangeCounts;
  /** The first 1,000. */
  skipped: SkippedArticle[];
  /** The number of links to statements that are not stored. */
  waiting: number;
  /** The first 1,000. */
  refusals: Rejection[];
  /** The total number. */
  refusalCount: number;
  /** The warnings about accepted articles, the first 1,000. Lines that are stored already are not checked again. */
  warnings: PlacedWarning[];
  /** The total number. */
  warningCount: number;
}

/** Larger transactions are slow to commit and to repeat. Two batches are in memory at once. */
const batchLimits = { articles: 250, bytes: 4 * 1024 * 1024 };
const mergesAtOnce = 1000;

/**
 * Seeds the articles and merges of some files. Each is accepted or rejected as a whole, and a rejected one changes
 * nothing. Memory is bounded however large the files are.
 *
 * 1. `readSeedInput` reads all files before anything is written: `readFile` unpacks gzip and passes the content to
 *    `parseJson`, `parseLines` or `parseBareText`.
 * 2. `scanJson` parses JSON with positions, `parseEntry` validates one value, and `canonicalArticle` brings it into
 *    canonical form. `groundArticle` compares what it states with its text.
 * 3. Accepted articles go to a spool on disk. `batchesOf` reads them back.
 * 4. `writeMerges` writes the merges, before the articles, which are then derived only once.
 * 5. `writeArticles` writes a batch (`write/write-pipeline.ts` explains how) while the next one is prepared.
 */
export async function seedFiles(store: Store, files: readonly string[], options: SeedOptions): Promise<SeedReport> {
  const { dryRun, maxErrors = Number.POSITIVE_INFINITY, concurrency = 1, grounds, signal, onProgress } = options;
  const of = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    onProgress?.({ phase: 'reading', done, of });
  };
  onRead(0);
  const input = await readSeedInput(store.database, files, { onRead, maxErrors, signal, concurrency, grounds });
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
  const { accepted, repeated, rejected, rejections, rejectionCount, warnings, warningCount } = input;
  const articles = { taken: 0, unchanged: repeated, skipped: 0, refused: rejected, left: accepted };
  const report: SeedReport = {
    dryRun,
    files,
    articles,
    merges: { taken: 0, unchanged: input.merges.repeated, left: input.merges.accepted, unknown: [] },
    changes: noChanges(),
    skipped: [],
    waiting: 0,
    refusals: rejections,
    refusalCount: rejectionCount,
    warnings,
    warningCount,
  };
  if (input.stopped) return { ...report, stopped: input.stopped === 'signal' ? 'reading' : 'refusals' };
  onProgress?.({ phase: 'writing', done: 0, of: accepted });
  const dryRunner = dryRun ? createDryRun(database) : undefined;
  const unnamed = new Set<string>();
  let writing: Promise<void> = Promise.resolve();
  try {
    for (const batch of input.mergeBatches(mergesAtOnce)) {
      if (signal?.aborted) break;
      await writeMergeBatch(batch);
    }
    for (const batch of batchesOf(input)) {
      if (signal?.aborted) break;
      const before = writing;
      writing = writeBatch(batch); // the next batch is prepared while this one is written
      await before;
    }
  } finally {
    await writing;
    await dryRunner?.close();
  }
  report.merges.unknown = [...unnamed].slice(0, maxRejections);
  return articles.left + report.merges.left > 0 ? { ...report, stopped: 'writing' } : report;

  async function writeMergeBatch(batch: MergeEntry[]): Promise<void> {
    const merges = batch.map(({ merge: { from, into } }) => ({ _id: from, into }));
    const { changes, unchanged, unknown } = await (dryRunner?.merge(merges) ?? writeMerges(database, client, merges));
    report.changes = addChanges(report.changes, changes);
    report.merges.taken += batch.length - unchanged;
    report.merges.unchanged += unchanged;
    report.merges.left -= batch.length;
    for (const id of unknown) unnamed.add(id);
  }

  async function writeBatch(batch: ArticleVersion[]): Promise<void> {
    const { changes, unchanged, skipped, waiting } = await (dryRunner?.take(batch) ??
      writeArticles(database, client, batch, { dryRun: false }));
    report.changes = addChanges(report.changes, changes);
    report.waiting = waiting.length;
    report.skipped.push(...skipped.slice(0, maxRejections - report.skipped.length));
    articles.taken += batch.length - unchanged - skipped.length;
    articles.unchanged += unchanged;
    articles.skipped += skipped.length;
    articles.left -= batch.length;
    if (unnamed.size > 0) for (const id of batch.flatMap(entitiesOf)) unnamed.delete(id);
    onProgress?.({ phase: 'writing', done: accepted - articles.left, of: accepted });
  }
}

/** Returns the ids that an article defines, such as `Actor:tehran`. */
function entitiesOf(version: ArticleVersion): string[] {
  if (isRetraction(version)) return [];
  const { actors = [], locations = [], incidents = [] } = version;
  return [
    ...actors.map(({ id }) => formatNodeId('Actor', id)),
    ...locations.map(({ id }) => formatNodeId('Location', id)),
    ...incidents.map(({ id }) => formatNodeId('Incident', id)),
  ];
}

/**
 * Yields the batches of articles, and at least an empty one, because the first write also completes what an earlier run
 * left unfinished.
 */
function* batchesOf(input: SeedInput): Generator<ArticleVersion[]> {
  if (input.accepted === 0) yield [];
  else yield* input.batches(batchLimits);
}
