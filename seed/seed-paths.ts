import type { StoreConfig } from '../src/config/config.ts';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { findArticleFiles } from '../src/ingest/read/find-article-files.ts';
import { seedFiles } from '../src/ingest/seed-files.ts';
import { demoFolder } from '../src/ingest/shipped-articles.ts';
import { keepChanges } from '../src/ingest/write/change-log.ts';
import { createStopper } from './abort-on-signal.ts';
import { describeStore } from './describe-store.ts';
import { openCurrentStore } from './open-current-store.ts';
import { createProgress } from './progress.ts';
import { mergeWarnings, refusalLines, stopLines, summaryLines, warningLines } from './seed-report.ts';
import { say } from './stderr.ts';

export interface SeedPathsOptions {
  /** How many days the change log is kept. */
  changesKeepDays: number;
  /** Whether the folder of the invented articles is searched as part of a larger one. */
  demo: boolean;
  dryRun: boolean;
  json: boolean;
  maxErrors: number | undefined;
  concurrency: number;
}

/** Seeds the articles at the given paths, and prints the report. Returns the exit code. */
export async function seedPaths(config: StoreConfig, paths: string[], options: SeedPathsOptions): Promise<number> {
  const { files, faults } = findArticleFiles(paths, { except: options.demo ? [] : [demoFolder] });
  if (faults.length > 0) {
    for (const { path, reason } of faults) say(`${path} ${reason}`);
    say('Nothing was written');
    return exitCodes.noInput;
  }
  const store = await openCurrentStore(config, { writes: !options.dryRun, readOnly: options.dryRun });
  keepChanges(store.client, { days: options.changesKeepDays });
  const progress = createProgress(process.stderr);
  const stopper = createStopper(progress.stop);
  try {
    const { dryRun, maxErrors, concurrency } = options;
    const report = await seedFiles(store, files, {
      dryRun,
      maxErrors,
      concurrency,
      signal: stopper.signal,
      onProgress: progress.show,
    });
    progress.stop();
    const lines = [...refusalLines(report), ...warningLines(report), ...mergeWarnings(report), ...stopLines(report)];
    for (const line of lines) say(line);
    const summary = summaryLines(report, describeStore(store));
    process.stdout.write(
      options.json ? `${JSON.stringify({ ...report, store: store.place })}\n` : `${summary.join('\n')}\n`,
    );
    if (report.stopped === 'reading' || report.stopped === 'writing') return stopper.exitCode() ?? exitCodes.unexpected;
    return report.refusalCount > 0 ? exitCodes.badData : exitCodes.ok;
  } finally {
    progress.stop();
    stopper.close();
    await store.close();
  }
}
